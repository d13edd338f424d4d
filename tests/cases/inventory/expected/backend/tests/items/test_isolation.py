"""Who is let in to items."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient

from tests.asking import Asked
from tests.items.requests import (
    ask_create_item,
    ask_delete_item,
    ask_forecast_item,
    ask_get_item,
    ask_set_quantity,
    ask_update_item,
)


@pytest.mark.parametrize(
    "ask", [ask_get_item, ask_update_item, ask_delete_item, ask_set_quantity, ask_forecast_item]
)
async def test_what_is_not_there_is_not_found(
    app: FastAPI, anonymous: AsyncClient, ask: Callable[[FastAPI], Awaitable[Asked]]
) -> None:
    """The request is a good one: on rows that are there it succeeds."""
    asked = await ask(app)
    for url in asked.missing:
        response = await replace(asked, url=url).by(anonymous)
        assert response.status_code == 404, url
    assert (await asked.by(anonymous)).status_code == asked.status


@pytest.mark.parametrize(
    ("method", "url"),
    [
        ("GET", "/api/items/no-id"),
        ("DELETE", "/api/items/no-id"),
        ("GET", "/api/items/no-id/forecast"),
    ],
)
async def test_an_id_is_what_it_has_to_be(anonymous: AsyncClient, method: str, url: str) -> None:
    response = await anonymous.request(method, url)

    assert response.status_code == 400


async def test_create_item_refers_to_warehouse_id_that_is_there(
    app: FastAPI, anonymous: AsyncClient
) -> None:
    asked = await ask_create_item(app)
    asked = replace(asked, json={**asked.json, "warehouse_id": 999_999})
    response = await asked.by(anonymous)

    assert response.status_code == 404
