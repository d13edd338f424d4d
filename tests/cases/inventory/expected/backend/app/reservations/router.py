"""The endpoints of reservations."""

from typing import Annotated

from fastapi import APIRouter, Query

from app.core.db import SessionDep
from app.core.errors import InvalidInput, TooManyRequests, refusals
from app.items.dependencies import ItemDep
from app.items.errors import ItemNotFound
from app.reservations import service
from app.reservations.dependencies import ReservationDep
from app.reservations.errors import ReservationNotFound, WrongStatus
from app.reservations.models import Reservation
from app.reservations.schemas import (
    ReservationCreate,
    ReservationPage,
    ReservationPublic,
    ReservationQuery,
)

router = APIRouter(prefix="/api", tags=["reservations"])


@router.get(
    "/items/{id}/reservations", responses=refusals(ItemNotFound, InvalidInput, TooManyRequests)
)
async def list_reservations(
    item: ItemDep, session: SessionDep, query: Annotated[ReservationQuery, Query()]
) -> ReservationPage:
    """Reservations of an item"""
    found = await service.list_reservations(session, item, query=query)
    return ReservationPage(
        items=[ReservationPublic.model_validate(each) for each in found.rows],
        total=found.total,
        limit=query.limit,
        offset=query.offset,
    )


@router.post(
    "/items/{id}/reservations",
    status_code=201,
    response_model=ReservationPublic,
    summary="Put pieces aside",
    responses=refusals(ItemNotFound, InvalidInput, TooManyRequests),
)
async def reserve(session: SessionDep, item: ItemDep, data: ReservationCreate) -> Reservation:
    """System MUST allow the shop to reserve between 1 and 99 pieces of an item for an order
    number."""
    return await service.reserve(session, item, data)


@router.post(
    "/reservations/{id}/confirm",
    response_model=ReservationPublic,
    responses=refusals(ReservationNotFound, InvalidInput, WrongStatus, TooManyRequests),
)
async def confirm_reservation(session: SessionDep, reservation: ReservationDep) -> Reservation:
    """Confirm a reservation"""
    return await service.confirm_reservation(session, reservation)


@router.post(
    "/reservations/{id}/release",
    response_model=ReservationPublic,
    responses=refusals(ReservationNotFound, InvalidInput, WrongStatus, TooManyRequests),
)
async def release_reservation(session: SessionDep, reservation: ReservationDep) -> Reservation:
    """Release a reservation"""
    return await service.release_reservation(session, reservation)
