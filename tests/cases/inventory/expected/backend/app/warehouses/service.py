"""The rules of warehouses."""

from sqlmodel import bindparam, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from app.core.paging import Page, fetch_page, paged
from app.warehouses.errors import WarehouseNotFound
from app.warehouses.models import Warehouse
from app.warehouses.schemas import WarehouseCreate, WarehouseQuery

WAREHOUSE = select(Warehouse).where(col(Warehouse.id) == bindparam("warehouse_id"))


async def get_warehouse(session: AsyncSession, warehouse_id: int) -> Warehouse:
    found = await session.exec(WAREHOUSE, params={"warehouse_id": warehouse_id})
    warehouse = found.one_or_none()
    if warehouse is None:
        raise WarehouseNotFound
    return warehouse


ALL_WAREHOUSES = paged(Warehouse).order_by(col(Warehouse.created_at), col(Warehouse.id))


async def list_warehouses(session: AsyncSession, *, query: WarehouseQuery) -> Page[Warehouse]:
    return await fetch_page(session, ALL_WAREHOUSES, limit=query.limit, skip=query.offset)


async def create_warehouse(session: AsyncSession, data: WarehouseCreate) -> Warehouse:
    warehouse = Warehouse(**data.model_dump())
    session.add(warehouse)
    await session.flush()  # the database numbers it
    return warehouse
