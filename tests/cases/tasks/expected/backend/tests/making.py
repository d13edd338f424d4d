"""A valid row of each kind, straight in the database."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from fastapi import FastAPI

from app.core.security import hasher
from app.labels.models import Label
from app.tasks.models import Task, TaskLabel
from app.users.models import User, UserSession
from tests.asking import Row

PASSWORD = "Correct-horse-1"
# Made once: it is as slow as it has to be.
PASSWORD_HASH = hasher.hash(PASSWORD)


async def saved(app: FastAPI, row: Row) -> Row:
    async with app.state.sessions.begin() as session:
        session.add(row)
    return row


def next_number(app: FastAPI) -> int:
    """Counts on in every test: what must differ from row to row is made with it."""
    return int(next(app.state.numbers))


async def add_user(app: FastAPI, **values: Any) -> User:
    number = next_number(app)
    row = User(
        **{
            "email": f"person{number}@example.com",
            "name": "Name 1",
            "hashed_password": PASSWORD_HASH,
            "is_active": True,
            **values,
        }
    )
    return await saved(app, row)


async def add_task(app: FastAPI, owner_id: UUID, **values: Any) -> Task:
    row = Task(
        **{
            "user_id": owner_id,
            "title": "Title 1",
            "description": "Description 1",
            "due_date": date.fromisoformat("2030-01-01"),
            **values,
        }
    )
    return await saved(app, row)


async def add_label(app: FastAPI, owner_id: UUID, **values: Any) -> Label:
    number = next_number(app)
    row = Label(**{"user_id": owner_id, "name": f"Name {number}", **values})
    return await saved(app, row)


async def add_task_label(app: FastAPI, owner_id: UUID, **values: Any) -> TaskLabel:
    if "task_id" not in values:
        values["task_id"] = (await add_task(app, owner_id)).id
    if "label_id" not in values:
        values["label_id"] = (await add_label(app, owner_id)).id
    row = TaskLabel(**{**values})
    return await saved(app, row)


async def add_user_session(app: FastAPI, owner_id: UUID, **values: Any) -> UserSession:
    row = UserSession(
        **{
            "user_id": owner_id,
            "token_hash": "a" * 64,
            "expires_at": datetime.fromisoformat("2030-01-01T10:00:00+00:00"),
            **values,
        }
    )
    return await saved(app, row)
