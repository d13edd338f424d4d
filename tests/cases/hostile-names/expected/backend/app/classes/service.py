"""The rules of classes."""

from sqlmodel import bindparam, col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from app.classes.errors import ClassNotFound
from app.classes.models import Class
from app.classes.schemas import ClassCreate

CLASS = select(Class).where(col(Class.id) == bindparam("class__id"))


async def get_class(session: AsyncSession, class__id: int) -> Class:
    found = await session.exec(CLASS, params={"class__id": class__id})
    class_ = found.one_or_none()
    if class_ is None:
        raise ClassNotFound
    return class_


async def create_import_os(session: AsyncSession, data: ClassCreate) -> Class:
    class_ = Class(**data.model_dump())
    session.add(class_)
    await session.flush()  # the database numbers it
    return class_


async def delete_classes_by_id(session: AsyncSession, class_: Class) -> None:
    await session.exec(delete(Class).where(col(Class.id) == class_.id))
