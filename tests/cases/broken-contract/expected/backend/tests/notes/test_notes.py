"""What is done with notes."""

from unittest.mock import ANY

from fastapi import FastAPI
from httpx2 import AsyncClient

from app.notes.models import Note
from tests.asking import shown, stored


async def test_create_note(app: FastAPI, anonymous: AsyncClient) -> None:
    """Users MUST be able to create and list notes. (FR-001)"""
    response = await anonymous.post("/api/notes", json={"text": "Text 1"})

    assert response.status_code == 201, response.text
    assert response.json() == {"id": ANY, "text": "Text 1"}
    [row] = await stored(app, Note)
    assert shown(row, "text") == {"text": "Text 1"}
