"""What is done with notes."""

from unittest.mock import ANY

from fastapi import FastAPI
from httpx2 import AsyncClient

from app.notes.models import Note
from tests.asking import again, shown, still, stored
from tests.making import add_note


async def test_create_note(app: FastAPI, anonymous: AsyncClient) -> None:
    """System MUST allow anybody to create, list, read, change and delete notes. (FR-001)"""
    response = await anonymous.post(
        "/api/notes", json={"title": "Groceries", "text": "Bread, salt", "is_pinned": True}
    )

    assert response.status_code == 201, response.text
    assert response.json() == {
        "id": ANY,
        "title": "Groceries",
        "text": "Bread, salt",
        "is_pinned": True,
        "created_at": ANY,
        "updated_at": ANY,
    }
    [row] = await stored(app, Note)
    assert shown(row, "title", "text", "is_pinned") == {
        "title": "Groceries",
        "text": "Bread, salt",
        "is_pinned": True,
    }


async def test_get_note(app: FastAPI, anonymous: AsyncClient) -> None:
    """System MUST allow anybody to create, list, read, change and delete notes. (FR-001)"""
    note = await add_note(app)
    response = await anonymous.get(f"/api/notes/{note.id}")

    assert response.status_code == 200, response.text
    assert response.json() == shown(
        note, "id", "title", "text", "is_pinned", "created_at", "updated_at"
    )


async def test_update_note(app: FastAPI, anonymous: AsyncClient) -> None:
    """System MUST allow anybody to create, list, read, change and delete notes. (FR-001)"""
    note = await add_note(app)
    response = await anonymous.patch(
        f"/api/notes/{note.id}", json={"title": "Title 2", "text": "Text 2", "is_pinned": False}
    )

    assert response.status_code == 200, response.text
    assert response.json() == {
        **shown(note, "id", "created_at"),
        "title": "Title 2",
        "text": "Text 2",
        "is_pinned": False,
        "updated_at": ANY,
    }
    assert shown(await still(app, note), "title", "text", "is_pinned") == {
        "title": "Title 2",
        "text": "Text 2",
        "is_pinned": False,
    }


async def test_delete_note(app: FastAPI, anonymous: AsyncClient) -> None:
    """System MUST allow anybody to create, list, read, change and delete notes. (FR-001)"""
    note = await add_note(app)
    response = await anonymous.delete(f"/api/notes/{note.id}")

    assert response.status_code == 204, response.text
    assert response.content == b""
    assert await again(app, note) is None
