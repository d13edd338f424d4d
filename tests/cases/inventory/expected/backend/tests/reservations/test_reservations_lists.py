"""Lists of reservations."""

from fastapi import FastAPI
from httpx2 import AsyncClient

from app.reservations.models import ReservationStatus
from tests.asking import shown, wire
from tests.making import add_item, add_reservation


async def test_list_reservations(app: FastAPI, anonymous: AsyncClient) -> None:
    """Reservations of an item"""
    item = await add_item(app)
    reservation = await add_reservation(app, item_id=item.id)
    response = await anonymous.get(f"/api/items/{item.id}/reservations")

    assert response.status_code == 200, response.text
    assert response.json() == {
        "items": [
            shown(
                reservation,
                "id",
                "item_id",
                "order_number",
                "quantity",
                "status",
                "created_at",
                "updated_at",
            )
        ],
        "total": 1,
        "limit": 50,
        "offset": 0,
    }


async def test_list_reservations_shows_only_what_belongs_to_the_item(
    app: FastAPI, anonymous: AsyncClient
) -> None:
    item = await add_item(app)
    reservation = await add_reservation(app, item_id=item.id)
    other_item = await add_item(app)
    await add_reservation(app, item_id=other_item.id)
    response = await anonymous.get(f"/api/items/{item.id}/reservations")

    assert [each["id"] for each in response.json()["items"]] == [wire(reservation.id)]


async def test_list_reservations_comes_in_pages(app: FastAPI, anonymous: AsyncClient) -> None:
    """Each row is on one page."""
    item = await add_item(app)
    reservation = await add_reservation(app, item_id=item.id)
    reservation_2 = await add_reservation(app, item_id=item.id)
    reservation_3 = await add_reservation(app, item_id=item.id)
    response = await anonymous.get(f"/api/items/{item.id}/reservations", params={"limit": 2})
    first = [each["id"] for each in response.json()["items"]]
    response = await anonymous.get(
        f"/api/items/{item.id}/reservations", params={"limit": 2, "offset": 2}
    )
    second = [each["id"] for each in response.json()["items"]]

    assert (len(first), len(second)) == (2, 1)
    assert sorted(first + second, key=str) == sorted(
        [wire(reservation.id), wire(reservation_2.id), wire(reservation_3.id)], key=str
    )


async def test_list_reservations_is_narrowed_by_status(
    app: FastAPI, anonymous: AsyncClient
) -> None:
    item = await add_item(app)
    reservation = await add_reservation(app, item_id=item.id, status=ReservationStatus.PENDING)
    await add_reservation(app, item_id=item.id, status=ReservationStatus.CONFIRMED)
    response = await anonymous.get(
        f"/api/items/{item.id}/reservations", params={"status": "pending"}
    )

    assert [each["id"] for each in response.json()["items"]] == [wire(reservation.id)]
