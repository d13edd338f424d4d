"""What is done with order lines."""

from unittest.mock import ANY
from uuid import UUID

from fastapi import FastAPI
from httpx2 import AsyncClient

from app.orders.models import OrderLine, OrderState
from tests.asking import again, shown, still, stored
from tests.making import add_order, add_order_line


async def test_add_line(app: FastAPI, alice: AsyncClient, alice_id: UUID) -> None:
    """Shops MUST be able to add, change and remove lines of a draft. (FR-008)"""
    order = await add_order(app, alice_id)
    response = await alice.post(
        f"/api/v2/orders/{order.id}/lines",
        json={"articleNumber": "TEA-100", "quantity": 1, "unitPriceCents": 1},
    )

    assert response.status_code == 201, response.text
    assert response.json() == {
        "id": ANY,
        "articleNumber": "TEA-100",
        "quantity": 1,
        "unitPriceCents": 1,
    }
    [row] = await stored(app, OrderLine)
    assert shown(row, "article_number", "quantity", "unit_price_cents", "order_id") == {
        "article_number": "TEA-100",
        "quantity": 1,
        "unit_price_cents": 1,
        "order_id": str(order.id),
    }


async def test_add_line_refuses_the_same_order_id_and_article_number(
    app: FastAPI, alice: AsyncClient, alice_id: UUID
) -> None:
    """Order line with this article number already exists"""
    order = await add_order(app, alice_id)
    await add_order_line(app, alice_id, order_id=order.id, article_number="TEA-100")
    response = await alice.post(
        f"/api/v2/orders/{order.id}/lines",
        json={"articleNumber": "TEA-100", "quantity": 1, "unitPriceCents": 1},
    )

    assert response.status_code == 409


async def test_add_line_needs_another_state(
    app: FastAPI, alice: AsyncClient, alice_id: UUID
) -> None:
    """Order is not draft"""
    order = await add_order(app, alice_id, state=OrderState.SUBMITTED)
    response = await alice.post(
        f"/api/v2/orders/{order.id}/lines",
        json={"articleNumber": "TEA-100", "quantity": 1, "unitPriceCents": 1},
    )

    assert response.status_code == 409


async def test_update_line(app: FastAPI, alice: AsyncClient, alice_id: UUID) -> None:
    """Shops MUST be able to add, change and remove lines of a draft. (FR-008)"""
    order = await add_order(app, alice_id)
    order_line = await add_order_line(app, alice_id, order_id=order.id)
    response = await alice.patch(
        f"/api/v2/orders/{order.id}/lines/{order_line.id}",
        json={"quantity": 2, "unitPriceCents": 2},
    )

    assert response.status_code == 200, response.text
    assert response.json() == {
        **shown(order_line, "id", articleNumber="article_number"),
        "quantity": 2,
        "unitPriceCents": 2,
    }
    assert shown(await still(app, order_line), "quantity", "unit_price_cents") == {
        "quantity": 2,
        "unit_price_cents": 2,
    }


async def test_update_line_needs_another_state(
    app: FastAPI, alice: AsyncClient, alice_id: UUID
) -> None:
    """Order is not draft"""
    order = await add_order(app, alice_id, state=OrderState.SUBMITTED)
    order_line = await add_order_line(app, alice_id, order_id=order.id)
    response = await alice.patch(
        f"/api/v2/orders/{order.id}/lines/{order_line.id}",
        json={"quantity": 2, "unitPriceCents": 2},
    )

    assert response.status_code == 409


async def test_remove_line(app: FastAPI, alice: AsyncClient, alice_id: UUID) -> None:
    """Shops MUST be able to add, change and remove lines of a draft. (FR-008)"""
    order = await add_order(app, alice_id)
    order_line = await add_order_line(app, alice_id, order_id=order.id)
    response = await alice.delete(f"/api/v2/orders/{order.id}/lines/{order_line.id}")

    assert response.status_code == 204, response.text
    assert response.content == b""
    assert await again(app, order_line) is None


async def test_remove_line_needs_another_state(
    app: FastAPI, alice: AsyncClient, alice_id: UUID
) -> None:
    """Order is not draft"""
    order = await add_order(app, alice_id, state=OrderState.SUBMITTED)
    order_line = await add_order_line(app, alice_id, order_id=order.id)
    response = await alice.delete(f"/api/v2/orders/{order.id}/lines/{order_line.id}")

    assert response.status_code == 409
