"""Which tokens are refused."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient
from joserfc import jwt
from joserfc.jwk import OctKey
from joserfc.jws import JWSRegistry

from tests.profiles.requests import ask_get_profile


def forged(user_id: str, key: Any, *, alg: str = "HS256", **claims: Any) -> str:
    """A token that is good but for what the claims say; None leaves one out."""
    valid = {"sub": str(user_id), "exp": datetime.now(UTC) + timedelta(minutes=5)}
    stated = {**valid, **claims}
    stated = {name: claim for name, claim in stated.items() if claim is not None}
    registry = JWSRegistry(algorithms=["HS256", "HS512", "none"])
    return jwt.encode({"alg": alg}, stated, key, registry=registry)


async def opens(app: FastAPI, client: AsyncClient, user_id: str, token: str) -> int:
    """How a request with that token is answered."""
    asked = await ask_get_profile(app, user_id)
    headers = {**asked.headers, "Authorization": f"Bearer {token}"}
    return (await replace(asked, headers=headers).by(client)).status_code


async def test_a_token_with_all_that_it_needs_is_accepted(
    app: FastAPI, alice_id: str, anonymous: AsyncClient
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
        {"alg": "HS512"},
        {"alg": "none"},
    ],
)
async def test_a_token_that_claims_otherwise_is_refused(
    app: FastAPI, alice_id: str, anonymous: AsyncClient, claims: dict[str, Any]
) -> None:
    token = forged(alice_id, app.state.tokens.key, **claims)

    assert await opens(app, anonymous, alice_id, token) == 401


async def test_a_token_of_another_key_is_refused(
    app: FastAPI, alice_id: str, anonymous: AsyncClient
) -> None:
    token = forged(alice_id, OctKey.import_key("another secret " * 8))

    assert await opens(app, anonymous, alice_id, token) == 401
