"""What is refused as input about order lines."""

from dataclasses import replace
from uuid import UUID

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient

from tests.asking import Json
from tests.orders.requests import ask_add_line, ask_update_line


@pytest.mark.parametrize(
    "invalid",
    [
        {"articleNumber": ""},
        {"articleNumber": "xxxxxxxxxxxxxxxxxxxxx"},
        {"articleNumber": 1},
        {"articleNumber": None},
        {"articleNumber": "NUL \x00"},
        {"articleNumber": "half \ud800"},
        {"quantity": 0},
        {"quantity": 501},
        {"quantity": 2**63},
        {"quantity": "many"},
        {"quantity": None},
        {"unitPriceCents": -1},
        {"unitPriceCents": 1000001},
        {"unitPriceCents": 2**63},
        {"unitPriceCents": "many"},
        {"unitPriceCents": None},
    ],
)
async def test_add_line_refuses(
    app: FastAPI, alice: AsyncClient, alice_id: UUID, invalid: Json
) -> None:
    asked = await ask_add_line(app, alice_id)
    response = await replace(asked, json={**asked.json, **invalid}).by(alice)

    assert response.status_code == 422


@pytest.mark.parametrize("name", ["articleNumber", "quantity", "unitPriceCents"])
async def test_add_line_needs(app: FastAPI, alice: AsyncClient, alice_id: UUID, name: str) -> None:
    asked = await ask_add_line(app, alice_id)
    body = {each: value for each, value in asked.json.items() if each != name}
    response = await replace(asked, json=body).by(alice)

    assert response.status_code == 422


@pytest.mark.parametrize(
    "invalid",
    [
        {"quantity": 0},
        {"quantity": 501},
        {"quantity": 2**63},
        {"quantity": "many"},
        {"quantity": None},
        {"unitPriceCents": -1},
        {"unitPriceCents": 1000001},
        {"unitPriceCents": 2**63},
        {"unitPriceCents": "many"},
        {"unitPriceCents": None},
    ],
)
async def test_update_line_refuses(
    app: FastAPI, alice: AsyncClient, alice_id: UUID, invalid: Json
) -> None:
    asked = await ask_update_line(app, alice_id)
    response = await replace(asked, json={**asked.json, **invalid}).by(alice)

    assert response.status_code == 422
