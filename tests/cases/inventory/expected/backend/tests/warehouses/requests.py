"""For each operation on warehouses a request that succeeds, and what it stands on."""

from fastapi import FastAPI

from tests.asking import Asked
from tests.making import add_warehouse


async def ask_list_warehouses(_app: FastAPI) -> Asked:
    return Asked("GET", "/api/warehouses", 200)


async def ask_create_warehouse(_app: FastAPI) -> Asked:
    return Asked("POST", "/api/warehouses", 201, json={"code": "HH1", "name": "Hamburg"})


async def ask_get_warehouse(app: FastAPI) -> Asked:
    warehouse = await add_warehouse(app)
    return Asked("GET", f"/api/warehouses/{warehouse.id}", 200, missing=("/api/warehouses/999999",))
