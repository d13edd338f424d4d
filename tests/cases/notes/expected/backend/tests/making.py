"""A valid row of each kind, straight in the database."""

from typing import Any

from fastapi import FastAPI

from app.notes.models import Note
from tests.asking import Row


async def saved(app: FastAPI, row: Row) -> Row:
    async with app.state.sessions.begin() as session:
        session.add(row)
    return row


def next_number(app: FastAPI) -> int:
    """Counts on in every test: what must differ from row to row is made with it."""
    return int(next(app.state.numbers))


async def add_note(app: FastAPI, **values: Any) -> Note:
    row = Note(**{"title": "Title 1", "text": "Text 1", **values})
    return await saved(app, row)
