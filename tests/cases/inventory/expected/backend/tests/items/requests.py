"""For each operation on items a request that succeeds, and what it stands on."""

from fastapi import FastAPI

from tests.asking import Asked
from tests.making import add_item, add_warehouse


async def ask_list_items(_app: FastAPI) -> Asked:
    return Asked("GET", "/api/items", 200)


async def ask_create_item(app: FastAPI) -> Asked:
    warehouse = await add_warehouse(app)
    return Asked(
        "POST",
        "/api/items",
        201,
        json={"warehouse_id": warehouse.id, "sku": "A-1", "name": "Name 1", "reorder_level": 1},
    )


async def ask_list_low_stock(_app: FastAPI) -> Asked:
    return Asked("GET", "/api/items/low-stock", 200)


async def ask_get_item(app: FastAPI) -> Asked:
    item = await add_item(app)
    return Asked("GET", f"/api/items/{item.id}", 200, missing=("/api/items/999999",))


async def ask_update_item(app: FastAPI) -> Asked:
    item = await add_item(app)
    return Asked(
        "PATCH",
        f"/api/items/{item.id}",
        200,
        json={"name": "Name 2", "reorder_level": 2},
        missing=("/api/items/999999",),
    )


async def ask_delete_item(app: FastAPI) -> Asked:
    item = await add_item(app)
    return Asked("DELETE", f"/api/items/{item.id}", 200, missing=("/api/items/999999",))


async def ask_set_quantity(app: FastAPI) -> Asked:
    item = await add_item(app)
    return Asked(
        "PUT",
        f"/api/items/{item.id}/quantity",
        200,
        json={"quantity": 2},
        missing=("/api/items/999999/quantity",),
    )


async def ask_forecast_item(app: FastAPI) -> Asked:
    item = await add_item(app)
    return Asked(
        "GET", f"/api/items/{item.id}/forecast", 501, missing=("/api/items/999999/forecast",)
    )
