"""Who is let in to notes."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient

from tests.asking import Asked
from tests.notes.requests import ask_delete_note, ask_get_note, ask_update_note


@pytest.mark.parametrize("ask", [ask_get_note, ask_update_note, ask_delete_note])
async def test_what_is_not_there_is_not_found(
    app: FastAPI, anonymous: AsyncClient, ask: Callable[[FastAPI], Awaitable[Asked]]
) -> None:
    """The request is a good one: on rows that are there it succeeds."""
    asked = await ask(app)
    for url in asked.missing:
        response = await replace(asked, url=url).by(anonymous)
        assert response.status_code == 404, url
    assert (await asked.by(anonymous)).status_code == asked.status


@pytest.mark.parametrize(
    ("method", "url"), [("GET", "/api/notes/no-id"), ("DELETE", "/api/notes/no-id")]
)
async def test_an_id_is_what_it_has_to_be(anonymous: AsyncClient, method: str, url: str) -> None:
    response = await anonymous.request(method, url)

    assert response.status_code == 422
