"""For each operation on notes a request that succeeds, and what it stands on."""

from uuid import uuid4

from fastapi import FastAPI

from tests.asking import Asked
from tests.making import add_note


async def ask_list_notes(_app: FastAPI) -> Asked:
    return Asked("GET", "/api/notes", 200)


async def ask_create_note(_app: FastAPI) -> Asked:
    return Asked(
        "POST",
        "/api/notes",
        201,
        json={"title": "Groceries", "text": "Bread, salt", "is_pinned": True},
    )


async def ask_get_note(app: FastAPI) -> Asked:
    note = await add_note(app)
    return Asked("GET", f"/api/notes/{note.id}", 200, missing=(f"/api/notes/{uuid4()}",))


async def ask_update_note(app: FastAPI) -> Asked:
    note = await add_note(app)
    return Asked(
        "PATCH",
        f"/api/notes/{note.id}",
        200,
        json={"title": "Title 2", "text": "Text 2", "is_pinned": False},
        missing=(f"/api/notes/{uuid4()}",),
    )


async def ask_delete_note(app: FastAPI) -> Asked:
    note = await add_note(app)
    return Asked("DELETE", f"/api/notes/{note.id}", 204, missing=(f"/api/notes/{uuid4()}",))
