"""Lists of warehouses."""

from fastapi import FastAPI
from httpx2 import AsyncClient

from tests.asking import shown, wire
from tests.making import add_warehouse


async def test_list_warehouses(app: FastAPI, anonymous: AsyncClient) -> None:
    """System MUST allow clerks to create, list and read warehouses. (FR-002)"""
    warehouse = await add_warehouse(app)
    response = await anonymous.get("/api/warehouses")

    assert response.status_code == 200, response.text
    assert response.json() == {
        "items": [shown(warehouse, "id", "code", "name", "created_at")],
        "total": 1,
        "limit": 50,
        "offset": 0,
    }


async def test_list_warehouses_comes_in_pages(app: FastAPI, anonymous: AsyncClient) -> None:
    """Each row is on one page."""
    warehouse = await add_warehouse(app)
    warehouse_2 = await add_warehouse(app)
    warehouse_3 = await add_warehouse(app)
    response = await anonymous.get("/api/warehouses", params={"limit": 2})
    first = [each["id"] for each in response.json()["items"]]
    response = await anonymous.get("/api/warehouses", params={"limit": 2, "offset": 2})
    second = [each["id"] for each in response.json()["items"]]

    assert (len(first), len(second)) == (2, 1)
    assert sorted(first + second, key=str) == sorted(
        [wire(warehouse.id), wire(warehouse_2.id), wire(warehouse_3.id)], key=str
    )
