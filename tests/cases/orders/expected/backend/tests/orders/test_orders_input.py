"""What is refused as input about orders."""

from dataclasses import replace
from uuid import UUID

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient

from tests.asking import Json
from tests.orders.requests import ask_create_order, ask_list_orders, ask_update_order


@pytest.mark.parametrize(
    "invalid",
    [
        {"state": "no such value"},
        {"sort": "no such value"},
        {"limit": "0"},
        {"limit": "101"},
        {"limit": "9223372036854775808"},
        {"limit": "many"},
        {"offset": "-1"},
        {"offset": "1000001"},
        {"offset": "9223372036854775808"},
        {"offset": "many"},
    ],
)
async def test_list_orders_refuses_to_be_asked(
    app: FastAPI, alice: AsyncClient, alice_id: UUID, invalid: Json
) -> None:
    asked = await ask_list_orders(app, alice_id)
    params = {**asked.params, **invalid}
    response = await replace(asked, params=params).by(alice)

    assert response.status_code == 422


@pytest.mark.parametrize(
    "invalid",
    [
        {"poNumber": ""},
        {"poNumber": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
        {"poNumber": 1},
        {"poNumber": None},
        {"poNumber": "NUL \x00"},
        {"poNumber": "half \ud800"},
        {"deliveryDate": "no date"},
        {"remark": "x" * 501},
        {"remark": 1},
        {"remark": "NUL \x00"},
        {"remark": "half \ud800"},
    ],
)
async def test_create_order_refuses(
    app: FastAPI, alice: AsyncClient, alice_id: UUID, invalid: Json
) -> None:
    asked = await ask_create_order(app, alice_id)
    response = await replace(asked, json={**asked.json, **invalid}).by(alice)

    assert response.status_code == 422


@pytest.mark.parametrize("name", ["poNumber"])
async def test_create_order_needs(
    app: FastAPI, alice: AsyncClient, alice_id: UUID, name: str
) -> None:
    asked = await ask_create_order(app, alice_id)
    body = {each: value for each, value in asked.json.items() if each != name}
    response = await replace(asked, json=body).by(alice)

    assert response.status_code == 422


@pytest.mark.parametrize(
    "invalid",
    [
        {"poNumber": ""},
        {"poNumber": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
        {"poNumber": 1},
        {"poNumber": None},
        {"poNumber": "NUL \x00"},
        {"poNumber": "half \ud800"},
        {"deliveryDate": "no date"},
        {"remark": "x" * 501},
        {"remark": 1},
        {"remark": "NUL \x00"},
        {"remark": "half \ud800"},
    ],
)
async def test_update_order_refuses(
    app: FastAPI, alice: AsyncClient, alice_id: UUID, invalid: Json
) -> None:
    asked = await ask_update_order(app, alice_id)
    response = await replace(asked, json={**asked.json, **invalid}).by(alice)

    assert response.status_code == 422
