"""What is refused as input about warehouses."""

from dataclasses import replace

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient

from tests.asking import Json
from tests.warehouses.requests import ask_create_warehouse, ask_list_warehouses


@pytest.mark.parametrize(
    "invalid",
    [
        {"limit": "0"},
        {"limit": "101"},
        {"limit": "9223372036854775808"},
        {"limit": "many"},
        {"offset": "-1"},
        {"offset": "9223372036854775808"},
        {"offset": "many"},
    ],
)
async def test_list_warehouses_refuses_to_be_asked(
    app: FastAPI, anonymous: AsyncClient, invalid: Json
) -> None:
    asked = await ask_list_warehouses(app)
    params = {**asked.params, **invalid}
    response = await replace(asked, params=params).by(anonymous)

    assert response.status_code == 400


@pytest.mark.parametrize(
    "invalid",
    [
        {"code": "x"},
        {"code": "AAAAAAAAAAA"},
        {"code": "white spac"},
        {"code": 1},
        {"code": None},
        {"name": ""},
        {"name": "x" * 81},
        {"name": 1},
        {"name": None},
        {"name": "NUL \x00"},
        {"name": "half \ud800"},
    ],
)
async def test_create_warehouse_refuses(
    app: FastAPI, anonymous: AsyncClient, invalid: Json
) -> None:
    asked = await ask_create_warehouse(app)
    response = await replace(asked, json={**asked.json, **invalid}).by(anonymous)

    assert response.status_code == 400


@pytest.mark.parametrize("name", ["code", "name"])
async def test_create_warehouse_needs(app: FastAPI, anonymous: AsyncClient, name: str) -> None:
    asked = await ask_create_warehouse(app)
    body = {each: value for each, value in asked.json.items() if each != name}
    response = await replace(asked, json=body).by(anonymous)

    assert response.status_code == 400
