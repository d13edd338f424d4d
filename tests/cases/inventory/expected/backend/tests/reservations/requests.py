"""For each operation on reservations a request that succeeds, and what it stands on."""

from fastapi import FastAPI

from tests.asking import Asked
from tests.making import add_item, add_reservation


async def ask_list_reservations(app: FastAPI) -> Asked:
    item = await add_item(app)
    return Asked(
        "GET",
        f"/api/items/{item.id}/reservations",
        200,
        missing=("/api/items/999999/reservations",),
    )


async def ask_reserve(app: FastAPI) -> Asked:
    item = await add_item(app)
    return Asked(
        "POST",
        f"/api/items/{item.id}/reservations",
        201,
        json={"order_number": "SO-2026-118", "quantity": 1},
        missing=("/api/items/999999/reservations",),
    )


async def ask_confirm_reservation(app: FastAPI) -> Asked:
    reservation = await add_reservation(app)
    return Asked(
        "POST",
        f"/api/reservations/{reservation.id}/confirm",
        200,
        missing=("/api/reservations/999999/confirm",),
    )


async def ask_release_reservation(app: FastAPI) -> Asked:
    reservation = await add_reservation(app)
    return Asked(
        "POST",
        f"/api/reservations/{reservation.id}/release",
        200,
        missing=("/api/reservations/999999/release",),
    )
