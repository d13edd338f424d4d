"""Who is let in to orders."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from uuid import UUID

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient

from tests.asking import Asked
from tests.making import add_order, add_order_line
from tests.orders.requests import (
    ask_accept_order,
    ask_add_line,
    ask_check_delivery,
    ask_create_order,
    ask_delete_order,
    ask_get_order,
    ask_list_orders,
    ask_reject_order,
    ask_remove_line,
    ask_reopen_order,
    ask_ship_order,
    ask_submit_order,
    ask_update_line,
    ask_update_order,
)

Ask = Callable[[FastAPI, UUID], Awaitable[Asked]]


@pytest.mark.parametrize(
    "ask",
    [
        ask_get_order,
        ask_update_order,
        ask_delete_order,
        ask_submit_order,
        ask_reopen_order,
        ask_add_line,
        ask_update_line,
        ask_remove_line,
        ask_check_delivery,
    ],
)
async def test_what_is_not_ones_own_is_not_found(
    app: FastAPI, alice: AsyncClient, alice_id: UUID, bob: AsyncClient, ask: Ask
) -> None:
    """Nothing happens to it either: its owner's request succeeds afterwards."""
    asked = await ask(app, alice_id)
    response = await asked.by(bob)

    assert response.status_code == 404
    assert (await asked.by(alice)).status_code == asked.status


@pytest.mark.parametrize(
    "ask",
    [
        ask_list_orders,
        ask_create_order,
        ask_get_order,
        ask_update_order,
        ask_delete_order,
        ask_submit_order,
        ask_reopen_order,
        ask_add_line,
        ask_update_line,
        ask_remove_line,
        ask_check_delivery,
    ],
)
async def test_without_a_good_token_nobody_is_let_in(
    app: FastAPI, alice: AsyncClient, alice_id: UUID, anonymous: AsyncClient, ask: Ask
) -> None:
    """The request is a good one: with a token it succeeds."""
    asked = await ask(app, alice_id)
    response = await asked.by(anonymous)
    malformed = replace(asked, headers={**asked.headers, "Authorization": "Bearer no-token"})

    assert response.status_code == 401
    assert (await malformed.by(anonymous)).status_code == 401
    assert (await asked.by(alice)).status_code == asked.status


@pytest.mark.parametrize("ask", [ask_accept_order, ask_reject_order, ask_ship_order])
async def test_without_a_good_token_nobody_is_let_in_by_staff(
    app: FastAPI, alice_id: UUID, staff: AsyncClient, anonymous: AsyncClient, ask: Ask
) -> None:
    """The request is a good one: with a token it succeeds."""
    asked = await ask(app, alice_id)
    response = await asked.by(anonymous)
    malformed = replace(asked, headers={**asked.headers, "Authorization": "Bearer no-token"})

    assert response.status_code == 401
    assert (await malformed.by(anonymous)).status_code == 401
    assert (await asked.by(staff)).status_code == asked.status


async def test_accept_order_is_not_for_alice(
    app: FastAPI, alice: AsyncClient, alice_id: UUID
) -> None:
    asked = await ask_accept_order(app, alice_id)
    response = await asked.by(alice)

    assert response.status_code == 403


async def test_reject_order_is_not_for_alice(
    app: FastAPI, alice: AsyncClient, alice_id: UUID
) -> None:
    asked = await ask_reject_order(app, alice_id)
    response = await asked.by(alice)

    assert response.status_code == 403


async def test_ship_order_is_not_for_alice(
    app: FastAPI, alice: AsyncClient, alice_id: UUID
) -> None:
    asked = await ask_ship_order(app, alice_id)
    response = await asked.by(alice)

    assert response.status_code == 403


@pytest.mark.parametrize(
    "ask",
    [
        ask_get_order,
        ask_update_order,
        ask_delete_order,
        ask_submit_order,
        ask_reopen_order,
        ask_add_line,
        ask_update_line,
        ask_remove_line,
        ask_check_delivery,
    ],
)
async def test_what_is_not_there_is_not_found(
    app: FastAPI, alice: AsyncClient, alice_id: UUID, ask: Ask
) -> None:
    """The request is a good one: on rows that are there it succeeds."""
    asked = await ask(app, alice_id)
    for url in asked.missing:
        response = await replace(asked, url=url).by(alice)
        assert response.status_code == 404, url
    assert (await asked.by(alice)).status_code == asked.status


@pytest.mark.parametrize("ask", [ask_accept_order, ask_reject_order, ask_ship_order])
async def test_what_is_not_there_is_not_found_by_staff(
    app: FastAPI, alice_id: UUID, staff: AsyncClient, ask: Ask
) -> None:
    """The request is a good one: on rows that are there it succeeds."""
    asked = await ask(app, alice_id)
    for url in asked.missing:
        response = await replace(asked, url=url).by(staff)
        assert response.status_code == 404, url
    assert (await asked.by(staff)).status_code == asked.status


async def test_update_line_looks_inside_its_own_parent_only(
    app: FastAPI, alice: AsyncClient, alice_id: UUID
) -> None:
    order = await add_order(app, alice_id)
    order_line = await add_order_line(app, alice_id, order_id=order.id)
    other_order = await add_order(app, alice_id)
    response = await alice.patch(
        f"/api/v2/orders/{other_order.id}/lines/{order_line.id}",
        json={"quantity": 2, "unitPriceCents": 2},
    )

    assert response.status_code == 404


async def test_remove_line_looks_inside_its_own_parent_only(
    app: FastAPI, alice: AsyncClient, alice_id: UUID
) -> None:
    order = await add_order(app, alice_id)
    order_line = await add_order_line(app, alice_id, order_id=order.id)
    other_order = await add_order(app, alice_id)
    response = await alice.delete(f"/api/v2/orders/{other_order.id}/lines/{order_line.id}")

    assert response.status_code == 404


@pytest.mark.parametrize(
    ("method", "url"),
    [
        ("GET", "/api/v2/orders/no-id"),
        ("DELETE", "/api/v2/orders/no-id"),
        ("POST", "/api/v2/orders/no-id/submit"),
        ("POST", "/api/v2/orders/no-id/reopen"),
        ("DELETE", "/api/v2/orders/no-id/lines/00000000-0000-4000-8000-000000000000"),
        ("GET", "/api/v2/orders/no-id/delivery-check"),
    ],
)
async def test_an_id_is_what_it_has_to_be(alice: AsyncClient, method: str, url: str) -> None:
    response = await alice.request(method, url)

    assert response.status_code == 422


@pytest.mark.parametrize(
    ("method", "url"),
    [
        ("POST", "/api/v2/orders/no-id/accept"),
        ("POST", "/api/v2/orders/no-id/reject"),
        ("POST", "/api/v2/orders/no-id/ship"),
    ],
)
async def test_an_id_is_what_it_has_to_be_by_staff(
    staff: AsyncClient, method: str, url: str
) -> None:
    response = await staff.request(method, url)

    assert response.status_code == 422
