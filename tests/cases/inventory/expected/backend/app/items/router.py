"""The endpoints of items."""

from typing import Annotated

from fastapi import APIRouter, Query

from app.core.db import SessionDep
from app.core.errors import InvalidInput, NeedsCode, TooManyRequests, refusals
from app.items import hooks, service
from app.items.dependencies import ItemDep
from app.items.errors import ItemInUse, ItemNotFound, SkuTaken
from app.items.models import Item
from app.items.schemas import (
    Count,
    DeleteItemResponse,
    Forecast,
    ItemCreate,
    ItemPage,
    ItemPublic,
    ItemQuery,
    ItemUpdate,
    ListLowStockQuery,
)
from app.warehouses.errors import WarehouseNotFound

router = APIRouter(prefix="/api/items", tags=["items"])


@router.get("", summary="List items", responses=refusals(InvalidInput, TooManyRequests))
async def list_items(session: SessionDep, query: Annotated[ItemQuery, Query()]) -> ItemPage:
    """System MUST allow clerks to create, list, read, update and delete items."""
    found = await service.list_items(session, query=query)
    return ItemPage(
        items=[ItemPublic.model_validate(each) for each in found.rows],
        total=found.total,
        limit=query.limit,
        offset=query.offset,
    )


@router.post(
    "",
    status_code=201,
    response_model=ItemPublic,
    summary="Add an item",
    responses=refusals(WarehouseNotFound, InvalidInput, SkuTaken, TooManyRequests),
)
async def create_item(session: SessionDep, data: ItemCreate) -> Item:
    """System MUST allow clerks to create, list, read, update and delete items."""
    return await service.create_item(session, data)


@router.get(
    "/low-stock",
    summary="Items at or below their reorder level",
    responses=refusals(InvalidInput, TooManyRequests),
)
async def list_low_stock(
    session: SessionDep, query: Annotated[ListLowStockQuery, Query()]
) -> ItemPage:
    """System MUST list the items whose quantity is at or below their reorder level, sorted by
    quantity."""
    found = await service.list_low_stock(session, query=query)
    return ItemPage(
        items=[ItemPublic.model_validate(each) for each in found.rows],
        total=found.total,
        limit=query.limit,
        offset=query.offset,
    )


@router.get(
    "/{id}",
    response_model=ItemPublic,
    summary="Read an item",
    responses=refusals(ItemNotFound, InvalidInput, TooManyRequests),
)
async def get_item(item: ItemDep) -> Item:
    """System MUST allow clerks to create, list, read, update and delete items."""
    return item


@router.patch(
    "/{id}",
    response_model=ItemPublic,
    summary="Change an item",
    responses=refusals(ItemNotFound, InvalidInput, TooManyRequests),
)
async def update_item(item: ItemDep, data: ItemUpdate) -> Item:
    """System MUST allow clerks to create, list, read, update and delete items."""
    return service.update_item(item, data)


@router.delete(
    "/{id}",
    response_model=DeleteItemResponse,
    summary="Take an item out",
    responses=refusals(ItemNotFound, InvalidInput, ItemInUse, TooManyRequests),
)
async def delete_item(session: SessionDep, item: ItemDep) -> Item:
    """System MUST allow clerks to create, list, read, update and delete items."""
    return await service.delete_item(session, item)


@router.put(
    "/{id}/quantity",
    response_model=ItemPublic,
    summary="Set the counted quantity",
    responses=refusals(ItemNotFound, InvalidInput, TooManyRequests),
)
async def set_quantity(item: ItemDep, data: Count) -> Item:
    """System MUST allow clerks to create, list, read, update and delete items."""
    return service.set_quantity(item, data)


@router.get(
    "/{id}/forecast",
    summary="When the item runs out",
    responses=refusals(ItemNotFound, InvalidInput, TooManyRequests, NeedsCode),
)
async def forecast_item(session: SessionDep, item: ItemDep) -> Forecast:
    """System MUST forecast when an item runs out from its consumption of the last weeks."""
    return await hooks.forecast_item(session, item)
