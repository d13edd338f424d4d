"""Who is let in to labels."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from uuid import UUID

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient

from tests.asking import Asked
from tests.labels.requests import ask_create_label, ask_delete_label, ask_list_labels

Ask = Callable[[FastAPI, UUID], Awaitable[Asked]]


@pytest.mark.parametrize("ask", [ask_delete_label])
async def test_what_is_not_ones_own_is_not_found(
    app: FastAPI, alice: AsyncClient, alice_id: UUID, bob: AsyncClient, ask: Ask
) -> None:
    """Nothing happens to it either: its owner's request succeeds afterwards."""
    asked = await ask(app, alice_id)
    response = await asked.by(bob)

    assert response.status_code == 404
    missing = await replace(asked, url=asked.missing[0]).by(bob)
    assert response.json() == missing.json()
    assert (await asked.by(alice)).status_code == asked.status


@pytest.mark.parametrize("ask", [ask_list_labels, ask_create_label, ask_delete_label])
async def test_without_a_good_token_nobody_is_let_in(
    app: FastAPI, alice: AsyncClient, alice_id: UUID, anonymous: AsyncClient, ask: Ask
) -> None:
    """The request is a good one: with a token it succeeds."""
    asked = await ask(app, alice_id)
    response = await asked.by(anonymous)
    malformed = replace(asked, headers={**asked.headers, "Authorization": "Bearer no-token"})

    assert response.status_code == 401
    assert (await malformed.by(anonymous)).status_code == 401
    assert (await asked.by(alice)).status_code == asked.status


@pytest.mark.parametrize("ask", [ask_delete_label])
async def test_what_is_not_there_is_not_found(
    app: FastAPI, alice: AsyncClient, alice_id: UUID, ask: Ask
) -> None:
    """The request is a good one: on rows that are there it succeeds."""
    asked = await ask(app, alice_id)
    for url in asked.missing:
        response = await replace(asked, url=url).by(alice)
        assert response.status_code == 404, url
    assert (await asked.by(alice)).status_code == asked.status


@pytest.mark.parametrize(("method", "url"), [("DELETE", "/api/v1/labels/no-id")])
async def test_an_id_is_what_it_has_to_be(alice: AsyncClient, method: str, url: str) -> None:
    response = await alice.request(method, url)

    assert response.status_code == 422
