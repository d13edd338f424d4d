"""The rules of items."""

from functools import cache

from sqlalchemy import ColumnElement
from sqlmodel import bindparam, col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from app.core.db import utcnow
from app.core.paging import Page, escaped, fetch_page, paged
from app.items.errors import ItemNotFound
from app.items.models import Item
from app.items.schemas import Count, ItemCreate, ItemQuery, ItemUpdate, ListLowStockQuery
from app.warehouses.service import get_warehouse

ITEM = select(Item).where(col(Item.id) == bindparam("item_id"))


async def get_item(session: AsyncSession, item_id: int) -> Item:
    found = await session.exec(ITEM, params={"item_id": item_id})
    item = found.one_or_none()
    if item is None:
        raise ItemNotFound
    return item


@cache
def all_items(*, by_warehouse_id: bool, by_search: bool) -> Select[Item, int]:
    """One statement for each shape of the query."""
    where: list[ColumnElement[bool]] = []
    if by_warehouse_id:
        where.append(col(Item.warehouse_id) == bindparam("warehouse_id"))
    if by_search:
        where.append(col(Item.name).icontains(bindparam("search"), escape="!"))
    items = paged(Item, *where)
    return items.order_by(col(Item.created_at), col(Item.id))


async def list_items(session: AsyncSession, *, query: ItemQuery) -> Page[Item]:
    statement = all_items(
        by_warehouse_id=query.warehouse_id is not None, by_search=query.search is not None
    )
    return await fetch_page(
        session,
        statement,
        limit=query.limit,
        skip=query.offset,
        warehouse_id=query.warehouse_id,
        search=escaped(query.search or ""),
    )


async def create_item(session: AsyncSession, data: ItemCreate) -> Item:
    await get_warehouse(session, data.warehouse_id)
    item = Item(**data.model_dump(exclude_none=True))
    session.add(item)
    await session.flush()  # the database numbers it
    return item


ALL_LOW_STOCK_ITEMS = paged(Item, col(Item.quantity) <= col(Item.reorder_level)).order_by(
    col(Item.quantity), col(Item.id)
)


async def list_low_stock(session: AsyncSession, *, query: ListLowStockQuery) -> Page[Item]:
    return await fetch_page(session, ALL_LOW_STOCK_ITEMS, limit=query.limit, skip=query.offset)


def update_item(item: Item, data: ItemUpdate) -> Item:
    item.sqlmodel_update(data.model_dump(), update={"updated_at": utcnow()})
    return item


async def delete_item(session: AsyncSession, item: Item) -> Item:
    await session.exec(delete(Item).where(col(Item.id) == item.id))
    return item


def set_quantity(item: Item, data: Count) -> Item:
    item.sqlmodel_update(data.model_dump(), update={"updated_at": utcnow()})
    return item
