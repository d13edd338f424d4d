"""Who is let in to profiles."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient

from tests.asking import Asked
from tests.profiles.requests import (
    ask_create_profile,
    ask_delete_profile,
    ask_get_completeness,
    ask_get_preferences,
    ask_get_profile,
    ask_get_public_profile,
    ask_set_preferences,
    ask_update_profile,
)

Ask = Callable[[FastAPI, str], Awaitable[Asked]]


@pytest.mark.parametrize(
    "ask",
    [
        ask_get_profile,
        ask_update_profile,
        ask_delete_profile,
        ask_get_preferences,
        ask_set_preferences,
    ],
)
async def test_what_is_not_ones_own_is_not_found(
    app: FastAPI, alice: AsyncClient, alice_id: str, bob: AsyncClient, bob_id: str, ask: Ask
) -> None:
    """Nothing happens to it either: its owner's request succeeds afterwards."""
    asked = await ask(app, alice_id)
    foreign = replace(asked, url=asked.url.replace(str(alice_id), str(bob_id)))
    response = await foreign.by(bob)

    assert response.status_code == 404
    assert (await asked.by(alice)).status_code == asked.status


@pytest.mark.parametrize(
    "ask",
    [
        ask_get_profile,
        ask_create_profile,
        ask_update_profile,
        ask_delete_profile,
        ask_get_preferences,
        ask_set_preferences,
        ask_get_completeness,
    ],
)
async def test_nobody_acts_for_somebody_else(
    app: FastAPI, alice: AsyncClient, alice_id: str, bob: AsyncClient, ask: Ask
) -> None:
    """The path names another user than the token."""
    asked = await ask(app, alice_id)
    response = await asked.by(bob)

    assert response.status_code == 403
    assert (await asked.by(alice)).status_code == asked.status


@pytest.mark.parametrize(
    "ask",
    [
        ask_get_profile,
        ask_create_profile,
        ask_update_profile,
        ask_delete_profile,
        ask_get_preferences,
        ask_set_preferences,
        ask_get_completeness,
    ],
)
async def test_without_a_good_token_nobody_is_let_in(
    app: FastAPI, alice: AsyncClient, alice_id: str, anonymous: AsyncClient, ask: Ask
) -> None:
    """The request is a good one: with a token it succeeds."""
    asked = await ask(app, alice_id)
    response = await asked.by(anonymous)
    malformed = replace(asked, headers={**asked.headers, "Authorization": "Bearer no-token"})

    assert response.status_code == 401
    assert (await malformed.by(anonymous)).status_code == 401
    assert (await asked.by(alice)).status_code == asked.status


@pytest.mark.parametrize("ask", [ask_get_public_profile])
async def test_what_is_not_there_is_not_found(
    app: FastAPI, alice_id: str, anonymous: AsyncClient, ask: Ask
) -> None:
    """The request is a good one: on rows that are there it succeeds."""
    asked = await ask(app, alice_id)
    for url in asked.missing:
        response = await replace(asked, url=url).by(anonymous)
        assert response.status_code == 404, url
    assert (await asked.by(anonymous)).status_code == asked.status
