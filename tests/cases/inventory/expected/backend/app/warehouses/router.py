"""The endpoints of warehouses."""

from typing import Annotated

from fastapi import APIRouter, Query

from app.core.db import SessionDep
from app.core.errors import InvalidInput, TooManyRequests, refusals
from app.warehouses import service
from app.warehouses.dependencies import WarehouseDep
from app.warehouses.errors import CodeTaken, WarehouseNotFound
from app.warehouses.models import Warehouse
from app.warehouses.schemas import WarehouseCreate, WarehousePage, WarehousePublic, WarehouseQuery

router = APIRouter(prefix="/api/warehouses", tags=["warehouses"])


@router.get("", summary="List warehouses", responses=refusals(InvalidInput, TooManyRequests))
async def list_warehouses(
    session: SessionDep, query: Annotated[WarehouseQuery, Query()]
) -> WarehousePage:
    """System MUST allow clerks to create, list and read warehouses."""
    found = await service.list_warehouses(session, query=query)
    return WarehousePage(
        items=[WarehousePublic.model_validate(each) for each in found.rows],
        total=found.total,
        limit=query.limit,
        offset=query.offset,
    )


@router.post(
    "",
    status_code=201,
    response_model=WarehousePublic,
    summary="Add a warehouse",
    responses=refusals(InvalidInput, CodeTaken, TooManyRequests),
)
async def create_warehouse(session: SessionDep, data: WarehouseCreate) -> Warehouse:
    """System MUST allow clerks to create, list and read warehouses."""
    return await service.create_warehouse(session, data)


@router.get(
    "/{id}",
    response_model=WarehousePublic,
    summary="Read a warehouse",
    responses=refusals(WarehouseNotFound, InvalidInput, TooManyRequests),
)
async def get_warehouse(warehouse: WarehouseDep) -> Warehouse:
    """System MUST allow clerks to create, list and read warehouses."""
    return warehouse
