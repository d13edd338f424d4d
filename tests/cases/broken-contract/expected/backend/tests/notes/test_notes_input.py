"""What is refused as input about notes."""

from dataclasses import replace

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient

from tests.asking import Json
from tests.notes.requests import ask_create_note


@pytest.mark.parametrize(
    "invalid",
    [
        {"text": ""},
        {"text": "x" * 501},
        {"text": 1},
        {"text": None},
        {"text": "NUL \x00"},
        {"text": "half \ud800"},
    ],
)
async def test_create_note_refuses(app: FastAPI, anonymous: AsyncClient, invalid: Json) -> None:
    asked = await ask_create_note(app)
    response = await replace(asked, json={**asked.json, **invalid}).by(anonymous)

    assert response.status_code == 422


@pytest.mark.parametrize("name", ["text"])
async def test_create_note_needs(app: FastAPI, anonymous: AsyncClient, name: str) -> None:
    asked = await ask_create_note(app)
    body = {each: value for each, value in asked.json.items() if each != name}
    response = await replace(asked, json=body).by(anonymous)

    assert response.status_code == 422
