"""A valid row of each kind, straight in the database."""

from typing import Any

from fastapi import FastAPI

from app.items.models import Item
from app.reservations.models import Reservation
from app.warehouses.models import Warehouse
from tests.asking import Row


async def saved(app: FastAPI, row: Row) -> Row:
    async with app.state.sessions.begin() as session:
        session.add(row)
    return row


def next_number(app: FastAPI) -> int:
    """Counts on in every test: what must differ from row to row is made with it."""
    return int(next(app.state.numbers))


async def add_warehouse(app: FastAPI, **values: Any) -> Warehouse:
    number = next_number(app)
    row = Warehouse(**{"code": f"A{number}", "name": "Name 1", **values})
    return await saved(app, row)


async def add_item(app: FastAPI, **values: Any) -> Item:
    if "warehouse_id" not in values:
        values["warehouse_id"] = (await add_warehouse(app)).id
    number = next_number(app)
    row = Item(**{"sku": f"A-{number}", "name": "Name 1", **values})
    return await saved(app, row)


async def add_reservation(app: FastAPI, **values: Any) -> Reservation:
    if "item_id" not in values:
        values["item_id"] = (await add_item(app)).id
    next_number(app)
    row = Reservation(**{"order_number": "Order number 1", "quantity": 1, **values})
    return await saved(app, row)
