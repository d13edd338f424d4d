"""What is refused as input about profiles."""

from dataclasses import replace

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient

from tests.asking import Json
from tests.profiles.requests import ask_create_profile, ask_set_preferences, ask_update_profile


@pytest.mark.parametrize(
    "invalid",
    [
        {"handle": "xx"},
        {"handle": "aaaaaaaaaaaaaaaaaaaaa"},
        {"handle": "white space!"},
        {"handle": 1},
        {"handle": None},
        {"display_name": ""},
        {"display_name": "x" * 81},
        {"display_name": 1},
        {"display_name": None},
        {"display_name": "NUL \x00"},
        {"display_name": "half \ud800"},
        {"bio": "x" * 161},
        {"bio": 1},
        {"bio": "NUL \x00"},
        {"bio": "half \ud800"},
        {"website": "https://example.com/" + "x" * 200},
        {"website": "no url"},
        {"website": 1},
        {"is_public": "perhaps"},
        {"is_public": None},
    ],
)
async def test_create_profile_refuses(
    app: FastAPI, alice: AsyncClient, alice_id: str, invalid: Json
) -> None:
    asked = await ask_create_profile(app, alice_id)
    response = await replace(asked, json={**asked.json, **invalid}).by(alice)

    assert response.status_code == 422


@pytest.mark.parametrize("name", ["handle", "display_name"])
async def test_create_profile_needs(
    app: FastAPI, alice: AsyncClient, alice_id: str, name: str
) -> None:
    asked = await ask_create_profile(app, alice_id)
    body = {each: value for each, value in asked.json.items() if each != name}
    response = await replace(asked, json=body).by(alice)

    assert response.status_code == 422


@pytest.mark.parametrize(
    "invalid",
    [
        {"handle": "xx"},
        {"handle": "aaaaaaaaaaaaaaaaaaaaa"},
        {"handle": "white space!"},
        {"handle": 1},
        {"handle": None},
        {"display_name": ""},
        {"display_name": "x" * 81},
        {"display_name": 1},
        {"display_name": None},
        {"display_name": "NUL \x00"},
        {"display_name": "half \ud800"},
        {"bio": "x" * 161},
        {"bio": 1},
        {"bio": "NUL \x00"},
        {"bio": "half \ud800"},
        {"website": "https://example.com/" + "x" * 200},
        {"website": "no url"},
        {"website": 1},
        {"is_public": "perhaps"},
        {"is_public": None},
    ],
)
async def test_update_profile_refuses(
    app: FastAPI, alice: AsyncClient, alice_id: str, invalid: Json
) -> None:
    asked = await ask_update_profile(app, alice_id)
    response = await replace(asked, json={**asked.json, **invalid}).by(alice)

    assert response.status_code == 422


@pytest.mark.parametrize(
    "invalid",
    [
        {"theme": "no such value"},
        {"theme": None},
        {"locale": "aa-AAa"},
        {"locale": "white"},
        {"locale": 1},
        {"locale": None},
        {"weekly_email": "perhaps"},
        {"weekly_email": None},
    ],
)
async def test_set_preferences_refuses(
    app: FastAPI, alice: AsyncClient, alice_id: str, invalid: Json
) -> None:
    asked = await ask_set_preferences(app, alice_id)
    response = await replace(asked, json={**asked.json, **invalid}).by(alice)

    assert response.status_code == 422


@pytest.mark.parametrize("name", ["theme", "locale", "weekly_email"])
async def test_set_preferences_needs(
    app: FastAPI, alice: AsyncClient, alice_id: str, name: str
) -> None:
    asked = await ask_set_preferences(app, alice_id)
    body = {each: value for each, value in asked.json.items() if each != name}
    response = await replace(asked, json=body).by(alice)

    assert response.status_code == 422
