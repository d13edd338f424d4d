"""The rules of orders."""

import re
from functools import cache
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlalchemy.orm import joinedload
from sqlmodel import bindparam, col, delete, select, update
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from app.accounts.models import Account
from app.core.db import utcnow
from app.core.paging import Page, fetch_page, paged
from app.orders.errors import EmptyOrder, OrderNotDraft, OrderNotFound, StaleOrder, WrongState
from app.orders.models import NEXT_STATES, Order, OrderLine, OrderState
from app.orders.schemas import LineCreate, LineUpdate, OrderCreate, OrderQuery, OrderUpdate

ANY_ORDER = (
    select(Order)
    .where(col(Order.id) == bindparam("order_id"), col(Order.deleted_at).is_(None))
    .options(joinedload(Order.lines))
)
OWN_ORDER = ANY_ORDER.where(col(Order.account_id) == bindparam("owner_id"))


async def get_any_order(session: AsyncSession, order_id: UUID) -> Order:
    found = await session.exec(ANY_ORDER, params={"order_id": order_id})
    order = found.unique().one_or_none()
    if order is None:
        raise OrderNotFound
    return order


async def get_own_order(session: AsyncSession, order_id: UUID, *, user: Account) -> Order:
    found = await session.exec(OWN_ORDER, params={"order_id": order_id, "owner_id": user.id})
    order = found.unique().one_or_none()
    if order is None:
        raise OrderNotFound
    return order


OWN_ORDERS_SORTED = {
    "-createdAt": (col(Order.created_at).desc(), col(Order.id).desc()),
    "createdAt": (col(Order.created_at), col(Order.id)),
    "deliveryDate": (col(Order.delivery_date).nulls_last(), col(Order.id)),
    "-deliveryDate": (col(Order.delivery_date).desc().nulls_last(), col(Order.id).desc()),
}


@cache
def own_orders(*, by_state: bool, sort: str) -> Select[Order, int]:
    """One statement for each shape of the query."""
    where: list[ColumnElement[bool]] = [
        col(Order.account_id) == bindparam("owner_id"),
        col(Order.deleted_at).is_(None),
    ]
    if by_state:
        where.append(col(Order.state) == bindparam("state"))
    orders = paged(Order, *where)
    return orders.order_by(*OWN_ORDERS_SORTED[sort])


async def list_orders(session: AsyncSession, *, user: Account, query: OrderQuery) -> Page[Order]:
    statement = own_orders(by_state=query.state is not None, sort=query.sort)
    return await fetch_page(
        session,
        statement,
        limit=query.limit,
        skip=query.offset,
        owner_id=user.id,
        state=query.state,
    )


def create_order(session: AsyncSession, *, user: Account, data: OrderCreate) -> Order:
    order = Order(account_id=user.id, lines=[], **data.model_dump())
    session.add(order)
    return order


async def update_order(
    session: AsyncSession, order: Order, if_match: str, *, user: Account, data: OrderUpdate
) -> Order:
    values = data.model_dump()
    await change(session, order, owner_id=user.id, version=version_of(if_match), **values)
    return order


async def delete_order(session: AsyncSession, order: Order, *, user: Account) -> None:
    await change(session, order, owner_id=user.id, deleted_at=utcnow())


async def submit_order(session: AsyncSession, order: Order, *, user: Account) -> Order:
    if not order.lines:
        raise EmptyOrder
    require_next_state(order, OrderState.SUBMITTED)
    await change(session, order, owner_id=user.id, state=OrderState.SUBMITTED)
    return order


async def reopen_order(session: AsyncSession, order: Order, *, user: Account) -> Order:
    require_next_state(order, OrderState.DRAFT)
    await change(session, order, owner_id=user.id, state=OrderState.DRAFT)
    return order


async def accept_order(session: AsyncSession, order: Order) -> Order:
    require_next_state(order, OrderState.ACCEPTED)
    await change(session, order, owner_id=order.account_id, state=OrderState.ACCEPTED)
    return order


async def reject_order(session: AsyncSession, order: Order) -> Order:
    require_next_state(order, OrderState.REJECTED)
    await change(session, order, owner_id=order.account_id, state=OrderState.REJECTED)
    return order


async def ship_order(session: AsyncSession, order: Order) -> Order:
    require_next_state(order, OrderState.SHIPPED)
    await change(session, order, owner_id=order.account_id, state=OrderState.SHIPPED)
    return order


async def add_line(
    session: AsyncSession, order: Order, *, user: Account, data: LineCreate
) -> OrderLine:
    require_draft(order)
    await change(session, order, owner_id=user.id)
    order_line = OrderLine(order_id=order.id, **data.model_dump())
    session.add(order_line)
    return order_line


async def update_line(
    session: AsyncSession, order: Order, order_line: OrderLine, *, user: Account, data: LineUpdate
) -> OrderLine:
    require_draft(order)
    await change(session, order, owner_id=user.id)
    order_line.sqlmodel_update(data.model_dump())
    return order_line


async def remove_line(
    session: AsyncSession, order: Order, order_line: OrderLine, *, user: Account
) -> None:
    require_draft(order)
    await change(session, order, owner_id=user.id)
    await session.exec(
        delete(OrderLine).where(
            col(OrderLine.id) == order_line.id, col(OrderLine.order_id) == order.id
        )
    )


def version_of(tag: str | None) -> int | None:
    """An entity tag holds the version of a row: `"3"`."""
    if tag is None or tag.strip() == "*":
        return None
    digits = tag.strip().removeprefix("W/").strip('"')
    if not re.fullmatch("[0-9]{1,9}", digits):
        raise StaleOrder
    return int(digits)


async def change(
    session: AsyncSession,
    order: Order,
    *,
    owner_id: UUID,
    version: int | None = None,
    **values: object,
) -> None:
    """Change an order that is still at the version, by default the one it was read at."""
    statement = (
        update(Order)
        .where(
            col(Order.id) == order.id,
            col(Order.account_id) == owner_id,
            col(Order.version) == (order.version if version is None else version),
        )
        .values(**values, version=col(Order.version) + 1, updated_at=utcnow())
    )
    if (await session.exec(statement)).rowcount == 0:
        raise StaleOrder


def require_next_state(order: Order, to: OrderState) -> None:
    if to not in NEXT_STATES[order.state]:
        raise WrongState


def require_draft(order: Order) -> None:
    if order.state is not OrderState.DRAFT:
        raise OrderNotDraft
