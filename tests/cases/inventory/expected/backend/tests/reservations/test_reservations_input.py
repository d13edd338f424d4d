"""What is refused as input about reservations."""

from dataclasses import replace

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient

from tests.asking import Json
from tests.reservations.requests import ask_list_reservations, ask_reserve


@pytest.mark.parametrize(
    "invalid",
    [
        {"status": "no such value"},
        {"limit": "0"},
        {"limit": "101"},
        {"limit": "9223372036854775808"},
        {"limit": "many"},
        {"offset": "-1"},
        {"offset": "9223372036854775808"},
        {"offset": "many"},
    ],
)
async def test_list_reservations_refuses_to_be_asked(
    app: FastAPI, anonymous: AsyncClient, invalid: Json
) -> None:
    asked = await ask_list_reservations(app)
    params = {**asked.params, **invalid}
    response = await replace(asked, params=params).by(anonymous)

    assert response.status_code == 400


@pytest.mark.parametrize(
    "invalid",
    [
        {"order_number": ""},
        {"order_number": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
        {"order_number": 1},
        {"order_number": None},
        {"order_number": "NUL \x00"},
        {"order_number": "half \ud800"},
        {"quantity": 0},
        {"quantity": 100},
        {"quantity": 2**63},
        {"quantity": "many"},
        {"quantity": None},
    ],
)
async def test_reserve_refuses(app: FastAPI, anonymous: AsyncClient, invalid: Json) -> None:
    asked = await ask_reserve(app)
    response = await replace(asked, json={**asked.json, **invalid}).by(anonymous)

    assert response.status_code == 400


@pytest.mark.parametrize("name", ["order_number", "quantity"])
async def test_reserve_needs(app: FastAPI, anonymous: AsyncClient, name: str) -> None:
    asked = await ask_reserve(app)
    body = {each: value for each, value in asked.json.items() if each != name}
    response = await replace(asked, json=body).by(anonymous)

    assert response.status_code == 400
