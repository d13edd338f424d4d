"""What is done with labels."""

from unittest.mock import ANY
from uuid import UUID

from fastapi import FastAPI
from httpx2 import AsyncClient

from app.labels.models import Label
from tests.asking import again, shown, stored
from tests.making import add_label


async def test_create_label(app: FastAPI, alice: AsyncClient, alice_id: UUID) -> None:
    """Users MUST be able to create, list and delete labels; label names MUST be unique per user.
    (FR-015)"""
    response = await alice.post("/api/v1/labels", json={"name": "invoices"})

    assert response.status_code == 201, response.text
    assert response.json() == {"id": ANY, "name": "invoices"}
    [row] = await stored(app, Label)
    assert shown(row, "name", "user_id") == {"name": "invoices", "user_id": str(alice_id)}


async def test_create_label_refuses_the_same_user_id_and_name(
    app: FastAPI, alice: AsyncClient, alice_id: UUID
) -> None:
    """Already there"""
    await add_label(app, alice_id, name="invoices")
    response = await alice.post("/api/v1/labels", json={"name": "invoices"})

    assert response.status_code == 409
    assert response.json() == {"detail": "Already there"}


async def test_delete_label(app: FastAPI, alice: AsyncClient, alice_id: UUID) -> None:
    """Users MUST be able to create, list and delete labels; label names MUST be unique per user.
    (FR-015)"""
    label = await add_label(app, alice_id)
    response = await alice.delete(f"/api/v1/labels/{label.id}")

    assert response.status_code == 204, response.text
    assert response.content == b""
    assert await again(app, label) is None
