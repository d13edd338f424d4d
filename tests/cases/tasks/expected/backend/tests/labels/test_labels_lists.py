"""Lists of labels."""

from uuid import UUID

from fastapi import FastAPI
from httpx2 import AsyncClient

from tests.asking import shown, wire
from tests.making import add_label


async def test_list_labels(app: FastAPI, alice: AsyncClient, alice_id: UUID) -> None:
    """Users MUST be able to create, list and delete labels; label names MUST be unique per user.
    (FR-015)"""
    label = await add_label(app, alice_id)
    response = await alice.get("/api/v1/labels")

    assert response.status_code == 200, response.text
    assert response.json() == [shown(label, "id", "name")]


async def test_list_labels_shows_only_ones_own(
    app: FastAPI, alice: AsyncClient, alice_id: UUID, bob_id: UUID
) -> None:
    """Rows of somebody else are not on the list."""
    label = await add_label(app, alice_id)
    await add_label(app, bob_id)
    response = await alice.get("/api/v1/labels")

    assert [each["id"] for each in response.json()] == [wire(label.id)]
