"""The endpoints of orders."""

from typing import Annotated

from fastapi import APIRouter, Header, Query
from pydantic import Field

from app.accounts.dependencies import CurrentUser
from app.core.db import SessionDep
from app.core.errors import BodyTooLarge, Forbidden, InvalidInput, NeedsCode, Unauthorized, refusals
from app.core.text import Text
from app.orders import hooks, service
from app.orders.dependencies import AnyOrder, OwnOrder, OwnOrderLine
from app.orders.errors import (
    ArticleNumberTaken,
    EmptyOrder,
    OrderLineNotFound,
    OrderNotDraft,
    OrderNotFound,
    PoNumberTaken,
    StaleOrder,
    WrongState,
)
from app.orders.models import Order, OrderLine
from app.orders.schemas import (
    DeliveryCheck,
    Line,
    LineCreate,
    LineUpdate,
    OrderCreate,
    OrderList,
    OrderPublic,
    OrderQuery,
    OrderSummary,
    OrderUpdate,
)

router = APIRouter(prefix="/api/v2/orders", responses=refusals(Unauthorized))


@router.get("", tags=["orders"], summary="List own orders", responses=refusals(InvalidInput))
async def list_orders(
    user: CurrentUser, session: SessionDep, query: Annotated[OrderQuery, Query()]
) -> OrderList:
    """Shops MUST be able to create, list, read, update and delete their own orders."""
    found = await service.list_orders(session, user=user, query=query)
    return OrderList(
        data=[OrderSummary.model_validate(each) for each in found.rows],
        total=found.total,
    )


@router.post(
    "",
    status_code=201,
    response_model=OrderPublic,
    tags=["orders"],
    summary="Open an order",
    responses=refusals(InvalidInput, PoNumberTaken, BodyTooLarge),
)
async def create_order(user: CurrentUser, session: SessionDep, data: OrderCreate) -> Order:
    """Shops MUST be able to create, list, read, update and delete their own orders."""
    return service.create_order(session, user=user, data=data)


@router.get(
    "/{order_id}",
    response_model=OrderPublic,
    tags=["orders"],
    summary="Read an order",
    responses=refusals(OrderNotFound, InvalidInput),
)
async def get_order(order: OwnOrder) -> Order:
    """Shops MUST be able to create, list, read, update and delete their own orders."""
    return order


@router.patch(
    "/{order_id}",
    response_model=OrderPublic,
    tags=["orders"],
    summary="Change a draft",
    responses=refusals(OrderNotFound, InvalidInput, PoNumberTaken, StaleOrder, BodyTooLarge),
)
async def update_order(
    user: CurrentUser,
    session: SessionDep,
    order: OwnOrder,
    if_match: Annotated[Annotated[Text, Field(max_length=40)], Header(alias="If-Match")],
    data: OrderUpdate,
) -> Order:
    """Shops MUST be able to create, list, read, update and delete their own orders."""
    return await service.update_order(session, order, if_match, user=user, data=data)


@router.delete(
    "/{order_id}",
    status_code=204,
    tags=["orders"],
    summary="Delete a draft",
    responses=refusals(OrderNotFound, InvalidInput, StaleOrder),
)
async def delete_order(user: CurrentUser, session: SessionDep, order: OwnOrder) -> None:
    """Shops MUST be able to create, list, read, update and delete their own orders."""
    await service.delete_order(session, order, user=user)


@router.post(
    "/{order_id}/submit",
    response_model=OrderPublic,
    tags=["orders"],
    summary="Submit a draft",
    responses=refusals(OrderNotFound, InvalidInput, EmptyOrder, WrongState, StaleOrder),
)
async def submit_order(user: CurrentUser, session: SessionDep, order: OwnOrder) -> Order:
    """Shops MUST be able to submit a draft with at least one line, and to take a submitted order
    back to draft."""
    return await service.submit_order(session, order, user=user)


@router.post(
    "/{order_id}/reopen",
    response_model=OrderPublic,
    tags=["orders"],
    responses=refusals(OrderNotFound, InvalidInput, WrongState, StaleOrder),
)
async def reopen_order(user: CurrentUser, session: SessionDep, order: OwnOrder) -> Order:
    """Take a submitted or rejected order back to draft"""
    return await service.reopen_order(session, order, user=user)


@router.post(
    "/{order_id}/accept",
    response_model=OrderPublic,
    tags=["staff"],
    summary="Accept a submitted order",
    responses=refusals(Forbidden, OrderNotFound, InvalidInput, WrongState, StaleOrder),
)
async def accept_order(session: SessionDep, order: AnyOrder) -> Order:
    """Staff MUST be able to accept and reject submitted orders and to ship accepted ones; customers
    MUST get 403."""
    return await service.accept_order(session, order)


@router.post(
    "/{order_id}/reject",
    response_model=OrderPublic,
    tags=["staff"],
    summary="Reject a submitted order",
    responses=refusals(Forbidden, OrderNotFound, InvalidInput, WrongState, StaleOrder),
)
async def reject_order(session: SessionDep, order: AnyOrder) -> Order:
    """Staff MUST be able to accept and reject submitted orders and to ship accepted ones; customers
    MUST get 403."""
    return await service.reject_order(session, order)


@router.post(
    "/{order_id}/ship",
    response_model=OrderPublic,
    tags=["staff"],
    responses=refusals(Forbidden, OrderNotFound, InvalidInput, WrongState, StaleOrder),
)
async def ship_order(session: SessionDep, order: AnyOrder) -> Order:
    """Record the shipment of an accepted order"""
    return await service.ship_order(session, order)


@router.post(
    "/{order_id}/lines",
    status_code=201,
    response_model=Line,
    tags=["lines"],
    summary="Add a line to a draft",
    responses=refusals(
        OrderNotFound, InvalidInput, ArticleNumberTaken, OrderNotDraft, StaleOrder, BodyTooLarge
    ),
)
async def add_line(
    user: CurrentUser, session: SessionDep, order: OwnOrder, data: LineCreate
) -> OrderLine:
    """Shops MUST be able to add, change and remove lines of a draft."""
    return await service.add_line(session, order, user=user, data=data)


@router.patch(
    "/{order_id}/lines/{line_id}",
    response_model=Line,
    tags=["lines"],
    summary="Change a line of a draft",
    responses=refusals(
        OrderNotFound, OrderLineNotFound, InvalidInput, OrderNotDraft, StaleOrder, BodyTooLarge
    ),
)
async def update_line(
    user: CurrentUser,
    session: SessionDep,
    order: OwnOrder,
    order_line: OwnOrderLine,
    data: LineUpdate,
) -> OrderLine:
    """Shops MUST be able to add, change and remove lines of a draft."""
    return await service.update_line(session, order, order_line, user=user, data=data)


@router.delete(
    "/{order_id}/lines/{line_id}",
    status_code=204,
    tags=["lines"],
    summary="Remove a line from a draft",
    responses=refusals(OrderNotFound, OrderLineNotFound, InvalidInput, OrderNotDraft, StaleOrder),
)
async def remove_line(
    user: CurrentUser, session: SessionDep, order: OwnOrder, order_line: OwnOrderLine
) -> None:
    """Shops MUST be able to add, change and remove lines of a draft."""
    await service.remove_line(session, order, order_line, user=user)


@router.get(
    "/{order_id}/delivery-check",
    tags=["orders"],
    summary="Whether the carrier delivers on the wanted date",
    responses=refusals(OrderNotFound, InvalidInput, NeedsCode),
)
async def check_delivery(session: SessionDep, order: OwnOrder, user: CurrentUser) -> DeliveryCheck:
    """System MUST check the delivery date of an order against the calendar of the carrier."""
    return await hooks.check_delivery(session, order, user=user)
