"""A valid row of each kind, straight in the database."""

from typing import Any

from fastapi import FastAPI

from app.classes.models import Class
from tests.asking import Row


async def saved(app: FastAPI, row: Row) -> Row:
    async with app.state.sessions.begin() as session:
        session.add(row)
    return row


def next_number(app: FastAPI) -> int:
    """Counts on in every test: what must differ from row to row is made with it."""
    return int(next(app.state.numbers))


async def add_class(app: FastAPI, **values: Any) -> Class:
    row = Class(**{"import_": "Import 1", "metadata_": "Metadata 1", **values})
    return await saved(app, row)
