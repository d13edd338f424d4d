"""What is refused as input about accounts."""

from dataclasses import replace
from uuid import UUID

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient

from tests.accounts.requests import ask_register_account, ask_sign_in
from tests.asking import Json


@pytest.mark.parametrize(
    "invalid",
    [
        {"companyName": ""},
        {"companyName": "x" * 121},
        {"companyName": 1},
        {"companyName": None},
        {"companyName": "NUL \x00"},
        {"companyName": "half \ud800"},
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
        {"password": "xxxxxxxxx"},
        {"password": "https://example.com/1" * 6 + "htt"},
        {"password": "white space!"},
        {"password": 1},
        {"password": None},
    ],
)
async def test_register_account_refuses(
    app: FastAPI, alice_id: UUID, anonymous: AsyncClient, invalid: Json
) -> None:
    asked = await ask_register_account(app, alice_id)
    response = await replace(asked, json={**asked.json, **invalid}).by(anonymous)

    assert response.status_code == 422


@pytest.mark.parametrize("name", ["companyName", "email", "password"])
async def test_register_account_needs(
    app: FastAPI, alice_id: UUID, anonymous: AsyncClient, name: str
) -> None:
    asked = await ask_register_account(app, alice_id)
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
async def test_sign_in_refuses(
    app: FastAPI, alice_id: UUID, anonymous: AsyncClient, invalid: Json
) -> None:
    asked = await ask_sign_in(app, alice_id)
    response = await replace(asked, json={**asked.json, **invalid}).by(anonymous)

    assert response.status_code == 422


@pytest.mark.parametrize("name", ["email", "password"])
async def test_sign_in_needs(
    app: FastAPI, alice_id: UUID, anonymous: AsyncClient, name: str
) -> None:
    asked = await ask_sign_in(app, alice_id)
    body = {each: value for each, value in asked.json.items() if each != name}
    response = await replace(asked, json=body).by(anonymous)

    assert response.status_code == 422
