"""What is done with warehouses."""

from unittest.mock import ANY

from fastapi import FastAPI
from httpx2 import AsyncClient

from app.warehouses.models import Warehouse
from tests.asking import shown, stored
from tests.making import add_warehouse


async def test_create_warehouse(app: FastAPI, anonymous: AsyncClient) -> None:
    """System MUST allow clerks to create, list and read warehouses. (FR-002)"""
    response = await anonymous.post("/api/warehouses", json={"code": "HH1", "name": "Hamburg"})

    assert response.status_code == 201, response.text
    assert response.json() == {"id": ANY, "code": "HH1", "name": "Hamburg", "created_at": ANY}
    [row] = await stored(app, Warehouse)
    assert shown(row, "code", "name") == {"code": "HH1", "name": "Hamburg"}


async def test_create_warehouse_refuses_the_same_code(app: FastAPI, anonymous: AsyncClient) -> None:
    """Warehouse with this code already exists"""
    await add_warehouse(app, code="HH1")
    response = await anonymous.post("/api/warehouses", json={"code": "HH1", "name": "Hamburg"})

    assert response.status_code == 409


async def test_get_warehouse(app: FastAPI, anonymous: AsyncClient) -> None:
    """System MUST allow clerks to create, list and read warehouses. (FR-002)"""
    warehouse = await add_warehouse(app)
    response = await anonymous.get(f"/api/warehouses/{warehouse.id}")

    assert response.status_code == 200, response.text
    assert response.json() == shown(warehouse, "id", "code", "name", "created_at")
