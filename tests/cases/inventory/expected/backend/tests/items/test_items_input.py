"""What is refused as input about items."""

from dataclasses import replace

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient

from tests.asking import Json
from tests.items.requests import (
    ask_create_item,
    ask_list_items,
    ask_list_low_stock,
    ask_set_quantity,
    ask_update_item,
)


@pytest.mark.parametrize(
    "invalid",
    [
        {"warehouse_id": "0"},
        {"warehouse_id": "many"},
        {"search": "x" * 121},
        {"limit": "0"},
        {"limit": "101"},
        {"limit": "9223372036854775808"},
        {"limit": "many"},
        {"offset": "-1"},
        {"offset": "9223372036854775808"},
        {"offset": "many"},
    ],
)
async def test_list_items_refuses_to_be_asked(
    app: FastAPI, anonymous: AsyncClient, invalid: Json
) -> None:
    asked = await ask_list_items(app)
    params = {**asked.params, **invalid}
    response = await replace(asked, params=params).by(anonymous)

    assert response.status_code == 400


@pytest.mark.parametrize(
    "invalid",
    [
        {"warehouse_id": 0},
        {"warehouse_id": 2**63},
        {"warehouse_id": "many"},
        {"warehouse_id": None},
        {"sku": "xx"},
        {"sku": "AAAAAAAAAAAAAAAAAAAAA"},
        {"sku": "white space!"},
        {"sku": 1},
        {"sku": None},
        {"name": ""},
        {"name": "x" * 121},
        {"name": 1},
        {"name": None},
        {"name": "NUL \x00"},
        {"name": "half \ud800"},
        {"reorder_level": -1},
        {"reorder_level": 100001},
        {"reorder_level": 2**63},
        {"reorder_level": "many"},
        {"reorder_level": None},
    ],
)
async def test_create_item_refuses(app: FastAPI, anonymous: AsyncClient, invalid: Json) -> None:
    asked = await ask_create_item(app)
    response = await replace(asked, json={**asked.json, **invalid}).by(anonymous)

    assert response.status_code == 400


@pytest.mark.parametrize("name", ["warehouse_id", "sku", "name"])
async def test_create_item_needs(app: FastAPI, anonymous: AsyncClient, name: str) -> None:
    asked = await ask_create_item(app)
    body = {each: value for each, value in asked.json.items() if each != name}
    response = await replace(asked, json=body).by(anonymous)

    assert response.status_code == 400


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
async def test_list_low_stock_refuses_to_be_asked(
    app: FastAPI, anonymous: AsyncClient, invalid: Json
) -> None:
    asked = await ask_list_low_stock(app)
    params = {**asked.params, **invalid}
    response = await replace(asked, params=params).by(anonymous)

    assert response.status_code == 400


@pytest.mark.parametrize(
    "invalid",
    [
        {"name": ""},
        {"name": "x" * 121},
        {"name": 1},
        {"name": None},
        {"name": "NUL \x00"},
        {"name": "half \ud800"},
        {"reorder_level": -1},
        {"reorder_level": 100001},
        {"reorder_level": 2**63},
        {"reorder_level": "many"},
        {"reorder_level": None},
    ],
)
async def test_update_item_refuses(app: FastAPI, anonymous: AsyncClient, invalid: Json) -> None:
    asked = await ask_update_item(app)
    response = await replace(asked, json={**asked.json, **invalid}).by(anonymous)

    assert response.status_code == 400


@pytest.mark.parametrize(
    "invalid",
    [
        {"quantity": -1},
        {"quantity": 10001},
        {"quantity": 2**63},
        {"quantity": "many"},
        {"quantity": None},
    ],
)
async def test_set_quantity_refuses(app: FastAPI, anonymous: AsyncClient, invalid: Json) -> None:
    asked = await ask_set_quantity(app)
    response = await replace(asked, json={**asked.json, **invalid}).by(anonymous)

    assert response.status_code == 400


@pytest.mark.parametrize("name", ["quantity"])
async def test_set_quantity_needs(app: FastAPI, anonymous: AsyncClient, name: str) -> None:
    asked = await ask_set_quantity(app)
    body = {each: value for each, value in asked.json.items() if each != name}
    response = await replace(asked, json=body).by(anonymous)

    assert response.status_code == 400
