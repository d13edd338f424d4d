"""The rules of reservations."""

from functools import cache

from sqlalchemy import ColumnElement
from sqlmodel import bindparam, col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from app.core.db import utcnow
from app.core.paging import Page, fetch_page, paged
from app.items.models import Item
from app.reservations.errors import ReservationNotFound, WrongStatus
from app.reservations.models import NEXT_STATUSES, Reservation, ReservationStatus
from app.reservations.schemas import ReservationCreate, ReservationQuery

RESERVATION = select(Reservation).where(col(Reservation.id) == bindparam("reservation_id"))


async def get_reservation(session: AsyncSession, reservation_id: int) -> Reservation:
    found = await session.exec(RESERVATION, params={"reservation_id": reservation_id})
    reservation = found.one_or_none()
    if reservation is None:
        raise ReservationNotFound
    return reservation


@cache
def all_reservations(*, by_status: bool) -> Select[Reservation, int]:
    """One statement for each shape of the query."""
    where: list[ColumnElement[bool]] = [col(Reservation.item_id) == bindparam("item_id")]
    if by_status:
        where.append(col(Reservation.status) == bindparam("status"))
    reservations = paged(Reservation, *where)
    return reservations.order_by(col(Reservation.created_at), col(Reservation.id))


async def list_reservations(
    session: AsyncSession, item: Item, *, query: ReservationQuery
) -> Page[Reservation]:
    statement = all_reservations(by_status=query.status is not None)
    return await fetch_page(
        session,
        statement,
        limit=query.limit,
        skip=query.offset,
        item_id=item.id,
        status=query.status,
    )


async def reserve(session: AsyncSession, item: Item, data: ReservationCreate) -> Reservation:
    reservation = Reservation(item_id=item.id, **data.model_dump())
    session.add(reservation)
    await session.flush()  # the database numbers it
    return reservation


async def confirm_reservation(session: AsyncSession, reservation: Reservation) -> Reservation:
    require_next_status(reservation, ReservationStatus.CONFIRMED)
    await move_reservation(session, reservation, status=ReservationStatus.CONFIRMED)
    return reservation


async def release_reservation(session: AsyncSession, reservation: Reservation) -> Reservation:
    require_next_status(reservation, ReservationStatus.RELEASED)
    await move_reservation(session, reservation, status=ReservationStatus.RELEASED)
    return reservation


def require_next_status(reservation: Reservation, to: ReservationStatus) -> None:
    if to not in NEXT_STATUSES[reservation.status]:
        raise WrongStatus


async def move_reservation(
    session: AsyncSession, reservation: Reservation, **values: object
) -> None:
    """Change a reservation that is still as it was read: of two changes at a time, one is
    refused."""
    statement = (
        update(Reservation)
        .where(col(Reservation.id) == reservation.id, col(Reservation.status) == reservation.status)
        .values(**values, updated_at=utcnow())
    )
    if (await session.exec(statement)).rowcount == 0:
        raise WrongStatus
