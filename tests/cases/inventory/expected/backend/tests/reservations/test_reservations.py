"""What is done with reservations."""

from unittest.mock import ANY

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient

from app.reservations.models import Reservation, ReservationStatus
from tests.asking import shown, still, stored, wire
from tests.making import add_item, add_reservation


async def test_reserve(app: FastAPI, anonymous: AsyncClient) -> None:
    """System MUST allow the shop to reserve between 1 and 99 pieces of an item for an order number.
    (FR-012)"""
    item = await add_item(app)
    response = await anonymous.post(
        f"/api/items/{item.id}/reservations", json={"order_number": "SO-2026-118", "quantity": 1}
    )

    assert response.status_code == 201, response.text
    assert response.json() == {
        "id": ANY,
        "item_id": wire(item.id),
        "order_number": "SO-2026-118",
        "quantity": 1,
        "status": "pending",
        "created_at": ANY,
        "updated_at": ANY,
    }
    [row] = await stored(app, Reservation)
    assert shown(row, "order_number", "quantity", "item_id") == {
        "order_number": "SO-2026-118",
        "quantity": 1,
        "item_id": wire(item.id),
    }


async def test_confirm_reservation(app: FastAPI, anonymous: AsyncClient) -> None:
    """Confirm a reservation"""
    reservation = await add_reservation(app)
    response = await anonymous.post(f"/api/reservations/{reservation.id}/confirm")

    assert response.status_code == 200, response.text
    assert response.json() == {
        **shown(reservation, "id", "item_id", "order_number", "quantity", "created_at"),
        "status": "confirmed",
        "updated_at": ANY,
    }
    assert shown(await still(app, reservation), "status") == {"status": "confirmed"}


@pytest.mark.parametrize("status", [ReservationStatus.CONFIRMED, ReservationStatus.RELEASED])
async def test_confirm_reservation_is_refused_from_other_states(
    app: FastAPI, anonymous: AsyncClient, status: ReservationStatus
) -> None:
    """Reservation cannot move to this status"""
    reservation = await add_reservation(app, status=status)
    response = await anonymous.post(f"/api/reservations/{reservation.id}/confirm")

    assert response.status_code == 409
    assert (await still(app, reservation)).status == status


async def test_release_reservation(app: FastAPI, anonymous: AsyncClient) -> None:
    """Release a reservation"""
    reservation = await add_reservation(app)
    response = await anonymous.post(f"/api/reservations/{reservation.id}/release")

    assert response.status_code == 200, response.text
    assert response.json() == {
        **shown(reservation, "id", "item_id", "order_number", "quantity", "created_at"),
        "status": "released",
        "updated_at": ANY,
    }
    assert shown(await still(app, reservation), "status") == {"status": "released"}


@pytest.mark.parametrize("status", [ReservationStatus.CONFIRMED, ReservationStatus.RELEASED])
async def test_release_reservation_is_refused_from_other_states(
    app: FastAPI, anonymous: AsyncClient, status: ReservationStatus
) -> None:
    """Reservation cannot move to this status"""
    reservation = await add_reservation(app, status=status)
    response = await anonymous.post(f"/api/reservations/{reservation.id}/release")

    assert response.status_code == 409
    assert (await still(app, reservation)).status == status
