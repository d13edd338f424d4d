"""What is refused as input about classes."""

from dataclasses import replace

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient

from tests.asking import Json
from tests.classes.requests import ask_create_import_os


@pytest.mark.parametrize(
    "invalid",
    [
        {"import": "xxxxxxxxxxxxxxxxxxxxx"},
        {"import": 1},
        {"import": None},
        {"import": "NUL \x00"},
        {"import": "half \ud800"},
        {"select": "xxxxxxxxxxxxxxxxxxxxx"},
        {"select": 1},
        {"select": None},
        {"select": "NUL \x00"},
        {"select": "half \ud800"},
        {"metadata": "xxxxxxxxxxxxxxxxxxxxx"},
        {"metadata": 1},
        {"metadata": None},
        {"metadata": "NUL \x00"},
        {"metadata": "half \ud800"},
    ],
)
async def test_create_import_os_refuses(
    app: FastAPI, anonymous: AsyncClient, invalid: Json
) -> None:
    asked = await ask_create_import_os(app)
    response = await replace(asked, json={**asked.json, **invalid}).by(anonymous)

    assert response.status_code == 422


@pytest.mark.parametrize("name", ["import"])
async def test_create_import_os_needs(app: FastAPI, anonymous: AsyncClient, name: str) -> None:
    asked = await ask_create_import_os(app)
    body = {each: value for each, value in asked.json.items() if each != name}
    response = await replace(asked, json=body).by(anonymous)

    assert response.status_code == 422
