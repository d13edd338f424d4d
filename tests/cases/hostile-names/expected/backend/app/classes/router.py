"""The endpoints of classes."""

from fastapi import APIRouter

from app.classes import service
from app.classes.dependencies import ClassDep
from app.classes.errors import ClassNotFound
from app.classes.models import Class
from app.classes.schemas import ClassCreate, ClassPublic
from app.core.db import SessionDep
from app.core.errors import refusals

router = APIRouter(prefix="/api/classes", tags=["classes"])


@router.post("", status_code=201, response_model=ClassPublic)
async def create_import_os(session: SessionDep, data: ClassCreate) -> Class:
    """A '''summary''' that \\ ends nothing"""
    return await service.create_import_os(session, data)


@router.get("/{id}", response_model=ClassPublic, responses=refusals(ClassNotFound))
async def class_(class_: ClassDep) -> Class:
    """Found"""
    return class_


@router.delete("/{id}", status_code=204, responses=refusals(ClassNotFound))
async def delete_classes_by_id(session: SessionDep, class_: ClassDep) -> None:
    """Done"""
    await service.delete_classes_by_id(session, class_)
