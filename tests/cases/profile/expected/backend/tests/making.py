"""A valid row of each kind, straight in the database."""

from typing import Any

from fastapi import FastAPI

from app.profiles.models import Profile
from tests.asking import Row


async def saved(app: FastAPI, row: Row) -> Row:
    async with app.state.sessions.begin() as session:
        session.add(row)
    return row


def next_number(app: FastAPI) -> int:
    """Counts on in every test: what must differ from row to row is made with it."""
    return int(next(app.state.numbers))


async def add_profile(app: FastAPI, owner_id: str, **values: Any) -> Profile:
    number = next_number(app)
    row = Profile(
        **{
            "user_id": owner_id,
            "handle": f"{number:06d}",
            "display_name": "Display name 1",
            "bio": "Bio 1",
            "website": "https://example.com/1",
            **values,
        }
    )
    return await saved(app, row)
