"""What is refused as input about users."""

from dataclasses import replace
from uuid import UUID

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient

from tests.asking import Json
from tests.users.requests import ask_login, ask_logout, ask_refresh_tokens, ask_register


@pytest.mark.parametrize(
    "invalid",
    [
        {
            "email": (
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                "@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                "a.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                "aa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                "aaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                "aaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                "aaaaa.com"
            )
        },
        {"email": "no address"},
        {"email": 1},
        {"email": None},
        {"name": ""},
        {"name": "x" * 81},
        {"name": 1},
        {"name": None},
        {"name": "NUL \x00"},
        {"name": "half \ud800"},
        {"password": "xxxxxxx"},
        {"password": "x" * 129},
        {"password": 1},
        {"password": None},
    ],
)
async def test_register_refuses(
    app: FastAPI, alice_id: UUID, anonymous: AsyncClient, invalid: Json
) -> None:
    asked = await ask_register(app, alice_id)
    response = await replace(asked, json={**asked.json, **invalid}).by(anonymous)

    assert response.status_code == 422


@pytest.mark.parametrize("name", ["email", "name", "password"])
async def test_register_needs(
    app: FastAPI, alice_id: UUID, anonymous: AsyncClient, name: str
) -> None:
    asked = await ask_register(app, alice_id)
    body = {each: value for each, value in asked.json.items() if each != name}
    response = await replace(asked, json=body).by(anonymous)

    assert response.status_code == 422


@pytest.mark.parametrize(
    "invalid",
    [
        {"email": "no address"},
        {"email": 1},
        {"email": None},
        {"password": 1},
        {"password": None},
    ],
)
async def test_login_refuses(
    app: FastAPI, alice_id: UUID, anonymous: AsyncClient, invalid: Json
) -> None:
    asked = await ask_login(app, alice_id)
    response = await replace(asked, json={**asked.json, **invalid}).by(anonymous)

    assert response.status_code == 422


@pytest.mark.parametrize("name", ["email", "password"])
async def test_login_needs(app: FastAPI, alice_id: UUID, anonymous: AsyncClient, name: str) -> None:
    asked = await ask_login(app, alice_id)
    body = {each: value for each, value in asked.json.items() if each != name}
    response = await replace(asked, json=body).by(anonymous)

    assert response.status_code == 422


@pytest.mark.parametrize(
    "invalid",
    [
        {"refresh_token": 1},
        {"refresh_token": None},
    ],
)
async def test_refresh_tokens_refuses(
    app: FastAPI, alice_id: UUID, anonymous: AsyncClient, invalid: Json
) -> None:
    asked = await ask_refresh_tokens(app, alice_id)
    response = await replace(asked, json={**asked.json, **invalid}).by(anonymous)

    assert response.status_code == 422


@pytest.mark.parametrize("name", ["refresh_token"])
async def test_refresh_tokens_needs(
    app: FastAPI, alice_id: UUID, anonymous: AsyncClient, name: str
) -> None:
    asked = await ask_refresh_tokens(app, alice_id)
    body = {each: value for each, value in asked.json.items() if each != name}
    response = await replace(asked, json=body).by(anonymous)

    assert response.status_code == 422


@pytest.mark.parametrize(
    "invalid",
    [
        {"refresh_token": 1},
        {"refresh_token": None},
    ],
)
async def test_logout_refuses(
    app: FastAPI, alice: AsyncClient, alice_id: UUID, invalid: Json
) -> None:
    asked = await ask_logout(app, alice_id)
    response = await replace(asked, json={**asked.json, **invalid}).by(alice)

    assert response.status_code == 422


@pytest.mark.parametrize("name", ["refresh_token"])
async def test_logout_needs(app: FastAPI, alice: AsyncClient, alice_id: UUID, name: str) -> None:
    asked = await ask_logout(app, alice_id)
    body = {each: value for each, value in asked.json.items() if each != name}
    response = await replace(asked, json=body).by(alice)

    assert response.status_code == 422
