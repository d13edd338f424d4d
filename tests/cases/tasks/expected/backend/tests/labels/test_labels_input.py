"""What is refused as input about labels."""

from dataclasses import replace
from uuid import UUID

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient

from tests.asking import Json
from tests.labels.requests import ask_create_label


@pytest.mark.parametrize(
    "invalid",
    [
        {"name": ""},
        {"name": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
        {"name": 1},
        {"name": None},
        {"name": "NUL \x00"},
        {"name": "half \ud800"},
    ],
)
async def test_create_label_refuses(
    app: FastAPI, alice: AsyncClient, alice_id: UUID, invalid: Json
) -> None:
    asked = await ask_create_label(app, alice_id)
    response = await replace(asked, json={**asked.json, **invalid}).by(alice)

    assert response.status_code == 422


@pytest.mark.parametrize("name", ["name"])
async def test_create_label_needs(
    app: FastAPI, alice: AsyncClient, alice_id: UUID, name: str
) -> None:
    asked = await ask_create_label(app, alice_id)
    body = {each: value for each, value in asked.json.items() if each != name}
    response = await replace(asked, json=body).by(alice)

    assert response.status_code == 422
