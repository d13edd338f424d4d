"""Lists of notes."""

from fastapi import FastAPI
from httpx2 import AsyncClient

from tests.asking import shown
from tests.making import add_note


async def test_list_notes(app: FastAPI, anonymous: AsyncClient) -> None:
    """Users MUST be able to create and list notes. (FR-001)"""
    note = await add_note(app)
    response = await anonymous.get("/api/notes")

    assert response.status_code == 200, response.text
    assert response.json() == [shown(note, "id", "text")]
