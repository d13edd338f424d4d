"""What is refused as input about notes."""

from dataclasses import replace

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient

from tests.asking import Json
from tests.notes.requests import ask_create_note, ask_list_notes, ask_update_note


@pytest.mark.parametrize(
    "invalid",
    [
        {"is_pinned": "perhaps"},
        {"limit": "0"},
        {"limit": "101"},
        {"limit": "9223372036854775808"},
        {"limit": "many"},
        {"offset": "-1"},
        {"offset": "9223372036854775808"},
        {"offset": "many"},
    ],
)
async def test_list_notes_refuses_to_be_asked(
    app: FastAPI, anonymous: AsyncClient, invalid: Json
) -> None:
    asked = await ask_list_notes(app)
    params = {**asked.params, **invalid}
    response = await replace(asked, params=params).by(anonymous)

    assert response.status_code == 422


@pytest.mark.parametrize(
    "invalid",
    [
        {"title": ""},
        {"title": "x" * 121},
        {"title": 1},
        {"title": None},
        {"title": "NUL \x00"},
        {"title": "half \ud800"},
        {"text": "x" * 2001},
        {"text": 1},
        {"text": "NUL \x00"},
        {"text": "half \ud800"},
        {"is_pinned": "perhaps"},
        {"is_pinned": None},
    ],
)
async def test_create_note_refuses(app: FastAPI, anonymous: AsyncClient, invalid: Json) -> None:
    asked = await ask_create_note(app)
    response = await replace(asked, json={**asked.json, **invalid}).by(anonymous)

    assert response.status_code == 422


@pytest.mark.parametrize("name", ["title"])
async def test_create_note_needs(app: FastAPI, anonymous: AsyncClient, name: str) -> None:
    asked = await ask_create_note(app)
    body = {each: value for each, value in asked.json.items() if each != name}
    response = await replace(asked, json=body).by(anonymous)

    assert response.status_code == 422


@pytest.mark.parametrize(
    "invalid",
    [
        {"title": ""},
        {"title": "x" * 121},
        {"title": 1},
        {"title": None},
        {"title": "NUL \x00"},
        {"title": "half \ud800"},
        {"text": "x" * 2001},
        {"text": 1},
        {"text": "NUL \x00"},
        {"text": "half \ud800"},
        {"is_pinned": "perhaps"},
        {"is_pinned": None},
    ],
)
async def test_update_note_refuses(app: FastAPI, anonymous: AsyncClient, invalid: Json) -> None:
    asked = await ask_update_note(app)
    response = await replace(asked, json={**asked.json, **invalid}).by(anonymous)

    assert response.status_code == 422
