"""Lists of notes."""

from datetime import datetime

from fastapi import FastAPI
from httpx2 import AsyncClient

from tests.asking import shown, wire
from tests.making import add_note


async def test_list_notes(app: FastAPI, anonymous: AsyncClient) -> None:
    """System MUST allow anybody to create, list, read, change and delete notes. (FR-001, FR-004,
    FR-005)"""
    note = await add_note(app)
    response = await anonymous.get("/api/notes")

    assert response.status_code == 200, response.text
    assert response.json() == [
        shown(note, "id", "title", "text", "is_pinned", "created_at", "updated_at")
    ]


async def test_list_notes_comes_in_pages(app: FastAPI, anonymous: AsyncClient) -> None:
    """Each row is on one page."""
    note = await add_note(app)
    note_2 = await add_note(app)
    note_3 = await add_note(app)
    response = await anonymous.get("/api/notes", params={"limit": 2})
    first = [each["id"] for each in response.json()]
    response = await anonymous.get("/api/notes", params={"limit": 2, "offset": 2})
    second = [each["id"] for each in response.json()]

    assert (len(first), len(second)) == (2, 1)
    assert sorted(first + second, key=str) == sorted(
        [wire(note.id), wire(note_2.id), wire(note_3.id)], key=str
    )


async def test_list_notes_is_sorted_by_created_at_descending(
    app: FastAPI, anonymous: AsyncClient
) -> None:
    note = await add_note(app, created_at=datetime.fromisoformat("2030-01-02T10:00:00+00:00"))
    note_2 = await add_note(app, created_at=datetime.fromisoformat("2030-01-01T10:00:00+00:00"))
    note_3 = await add_note(app, created_at=datetime.fromisoformat("2030-01-03T10:00:00+00:00"))
    response = await anonymous.get("/api/notes")

    assert [each["id"] for each in response.json()] == [
        wire(note_3.id),
        wire(note.id),
        wire(note_2.id),
    ]


async def test_list_notes_is_narrowed_by_is_pinned(app: FastAPI, anonymous: AsyncClient) -> None:
    note = await add_note(app, is_pinned=True)
    await add_note(app, is_pinned=False)
    response = await anonymous.get("/api/notes", params={"is_pinned": "true"})

    assert [each["id"] for each in response.json()] == [wire(note.id)]
