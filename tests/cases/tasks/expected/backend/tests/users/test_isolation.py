"""Who is let in to users."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from uuid import UUID

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient

from tests.asking import Asked
from tests.users.requests import ask_get_me, ask_logout

Ask = Callable[[FastAPI, UUID], Awaitable[Asked]]


@pytest.mark.parametrize("ask", [ask_logout, ask_get_me])
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
