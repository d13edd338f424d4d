"""Lists of orders."""

from datetime import date, datetime
from uuid import UUID

from fastapi import FastAPI
from httpx2 import AsyncClient

from app.core.db import utcnow
from app.orders.models import OrderState
from tests.asking import shown, wire
from tests.making import add_order


async def test_list_orders(app: FastAPI, alice: AsyncClient, alice_id: UUID) -> None:
    """Shops MUST be able to create, list, read, update and delete their own orders. (FR-005)"""
    order = await add_order(app, alice_id)
    response = await alice.get("/api/v2/orders")

    assert response.status_code == 200, response.text
    assert response.json() == {
        "data": [
            shown(
                order,
                "id",
                "state",
                "version",
                poNumber="po_number",
                deliveryDate="delivery_date",
                createdAt="created_at",
                updatedAt="updated_at",
            )
        ],
        "total": 1,
    }


async def test_list_orders_shows_only_ones_own(
    app: FastAPI, alice: AsyncClient, alice_id: UUID, bob_id: UUID
) -> None:
    """Rows of somebody else are not on the list."""
    order = await add_order(app, alice_id)
    await add_order(app, bob_id)
    response = await alice.get("/api/v2/orders")

    assert [each["id"] for each in response.json()["data"]] == [wire(order.id)]


async def test_list_orders_shows_nothing_deleted(
    app: FastAPI, alice: AsyncClient, alice_id: UUID
) -> None:
    """What was deleted is not on the list."""
    order = await add_order(app, alice_id)
    await add_order(app, alice_id, deleted_at=utcnow())
    response = await alice.get("/api/v2/orders")

    assert [each["id"] for each in response.json()["data"]] == [wire(order.id)]


async def test_list_orders_comes_in_pages(app: FastAPI, alice: AsyncClient, alice_id: UUID) -> None:
    """Each row is on one page."""
    order = await add_order(app, alice_id)
    order_2 = await add_order(app, alice_id)
    order_3 = await add_order(app, alice_id)
    response = await alice.get("/api/v2/orders", params={"limit": 2})
    first = [each["id"] for each in response.json()["data"]]
    response = await alice.get("/api/v2/orders", params={"limit": 2, "offset": 2})
    second = [each["id"] for each in response.json()["data"]]

    assert (len(first), len(second)) == (2, 1)
    assert sorted(first + second, key=str) == sorted(
        [wire(order.id), wire(order_2.id), wire(order_3.id)], key=str
    )


async def test_list_orders_is_sorted_by_created_at_descending(
    app: FastAPI, alice: AsyncClient, alice_id: UUID
) -> None:
    order = await add_order(
        app, alice_id, created_at=datetime.fromisoformat("2030-01-02T10:00:00+00:00")
    )
    order_2 = await add_order(
        app, alice_id, created_at=datetime.fromisoformat("2030-01-01T10:00:00+00:00")
    )
    order_3 = await add_order(
        app, alice_id, created_at=datetime.fromisoformat("2030-01-03T10:00:00+00:00")
    )
    response = await alice.get("/api/v2/orders", params={"sort": "-createdAt"})

    assert [each["id"] for each in response.json()["data"]] == [
        wire(order_3.id),
        wire(order.id),
        wire(order_2.id),
    ]
    response = await alice.get("/api/v2/orders")
    assert [each["id"] for each in response.json()["data"]] == [
        wire(order_3.id),
        wire(order.id),
        wire(order_2.id),
    ]


async def test_list_orders_is_sorted_by_created_at(
    app: FastAPI, alice: AsyncClient, alice_id: UUID
) -> None:
    order = await add_order(
        app, alice_id, created_at=datetime.fromisoformat("2030-01-02T10:00:00+00:00")
    )
    order_2 = await add_order(
        app, alice_id, created_at=datetime.fromisoformat("2030-01-01T10:00:00+00:00")
    )
    order_3 = await add_order(
        app, alice_id, created_at=datetime.fromisoformat("2030-01-03T10:00:00+00:00")
    )
    response = await alice.get("/api/v2/orders", params={"sort": "createdAt"})

    assert [each["id"] for each in response.json()["data"]] == [
        wire(order_2.id),
        wire(order.id),
        wire(order_3.id),
    ]


async def test_list_orders_is_sorted_by_delivery_date(
    app: FastAPI, alice: AsyncClient, alice_id: UUID
) -> None:
    order = await add_order(app, alice_id, delivery_date=date.fromisoformat("2030-01-02"))
    order_2 = await add_order(app, alice_id, delivery_date=date.fromisoformat("2030-01-01"))
    order_3 = await add_order(app, alice_id, delivery_date=date.fromisoformat("2030-01-03"))
    response = await alice.get("/api/v2/orders", params={"sort": "deliveryDate"})

    assert [each["id"] for each in response.json()["data"]] == [
        wire(order_2.id),
        wire(order.id),
        wire(order_3.id),
    ]


async def test_list_orders_is_sorted_by_delivery_date_descending(
    app: FastAPI, alice: AsyncClient, alice_id: UUID
) -> None:
    order = await add_order(app, alice_id, delivery_date=date.fromisoformat("2030-01-02"))
    order_2 = await add_order(app, alice_id, delivery_date=date.fromisoformat("2030-01-01"))
    order_3 = await add_order(app, alice_id, delivery_date=date.fromisoformat("2030-01-03"))
    response = await alice.get("/api/v2/orders", params={"sort": "-deliveryDate"})

    assert [each["id"] for each in response.json()["data"]] == [
        wire(order_3.id),
        wire(order.id),
        wire(order_2.id),
    ]


async def test_list_orders_is_narrowed_by_state(
    app: FastAPI, alice: AsyncClient, alice_id: UUID
) -> None:
    order = await add_order(app, alice_id, state=OrderState.DRAFT)
    await add_order(app, alice_id, state=OrderState.SUBMITTED)
    response = await alice.get("/api/v2/orders", params={"state": "draft"})

    assert [each["id"] for each in response.json()["data"]] == [wire(order.id)]
