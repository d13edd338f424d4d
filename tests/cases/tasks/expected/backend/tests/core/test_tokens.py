"""Which tokens are refused."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient
from joserfc import jwt
from joserfc.jwk import OctKey
from joserfc.jws import JWSRegistry

from tests.users.requests import ask_get_me


def forged(user_id: UUID, key: Any, *, alg: str = "HS256", **claims: Any) -> str:
    """A token that is good but for what the claims say; None leaves one out."""
    valid = {"sub": str(user_id), "exp": datetime.now(UTC) + timedelta(minutes=5)}
    stated = {**valid, **claims}
    stated = {name: claim for name, claim in stated.items() if claim is not None}
    registry = JWSRegistry(algorithms=["HS256", "HS512", "none"])
    return jwt.encode({"alg": alg}, stated, key, registry=registry)


async def opens(app: FastAPI, client: AsyncClient, user_id: UUID, token: str) -> int:
    """How a request with that token is answered."""
    asked = await ask_get_me(app, user_id)
    headers = {**asked.headers, "Authorization": f"Bearer {token}"}
    return (await replace(asked, headers=headers).by(client)).status_code


async def test_a_token_with_all_that_it_needs_is_accepted(
    app: FastAPI, alice_id: UUID, anonymous: AsyncClient
) -> None:
    """Without this every refusal below would prove nothing."""
    token = forged(alice_id, app.state.tokens.key)

    assert await opens(app, anonymous, alice_id, token) == 200


@pytest.mark.filterwarnings("ignore:JWS algorithm")
@pytest.mark.parametrize(
    "claims",
    [
        {"exp": datetime(2000, 1, 1, tzinfo=UTC)},
        {"exp": None},
        {"sub": None},
        {"nbf": datetime(2100, 1, 1, tzinfo=UTC)},
        {"iat": datetime(2100, 1, 1, tzinfo=UTC)},
        {"sub": "not the id of a user"},
        {"alg": "HS512"},
        {"alg": "none"},
    ],
)
async def test_a_token_that_claims_otherwise_is_refused(
    app: FastAPI, alice_id: UUID, anonymous: AsyncClient, claims: dict[str, Any]
) -> None:
    token = forged(alice_id, app.state.tokens.key, **claims)

    assert await opens(app, anonymous, alice_id, token) == 401


async def test_a_token_of_another_key_is_refused(
    app: FastAPI, alice_id: UUID, anonymous: AsyncClient
) -> None:
    token = forged(alice_id, OctKey.import_key("another secret " * 8))

    assert await opens(app, anonymous, alice_id, token) == 401


async def test_a_token_has_its_time(app: FastAPI, alice_id: UUID) -> None:
    token = app.state.tokens.issue(alice_id)
    claims = jwt.decode(token, app.state.tokens.key, algorithms=["HS256"]).claims

    assert claims["exp"] - claims["iat"] == 1800
