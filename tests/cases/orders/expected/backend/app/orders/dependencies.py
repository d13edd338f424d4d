"""What a request about orders stands on, already authorised."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.accounts.dependencies import CurrentUser, Staff
from app.core.db import SessionDep
from app.orders import service
from app.orders.errors import OrderLineNotFound
from app.orders.models import Order, OrderLine


async def own_order(order_id: UUID, user: CurrentUser, session: SessionDep) -> Order:
    return await service.get_own_order(session, order_id, user=user)


OwnOrder = Annotated[Order, Depends(own_order)]


async def any_order(order_id: UUID, _: Staff, session: SessionDep) -> Order:
    return await service.get_any_order(session, order_id)


AnyOrder = Annotated[Order, Depends(any_order)]


async def own_order_line(line_id: UUID, order: OwnOrder) -> OrderLine:
    for order_line in order.lines:
        if order_line.id == line_id:
            return order_line
    raise OrderLineNotFound


OwnOrderLine = Annotated[OrderLine, Depends(own_order_line)]
