"""What is done with users."""

from datetime import timedelta
from unittest.mock import ANY
from uuid import UUID, uuid4

from fastapi import FastAPI
from httpx2 import AsyncClient

from app.core.db import utcnow
from app.core.security import hasher, new_refresh_token
from app.users.models import User
from tests.asking import again, shown, stored
from tests.conftest import client_of
from tests.making import PASSWORD, add_user, add_user_session
from tests.users.requests import ask_login


async def test_register(app: FastAPI, anonymous: AsyncClient) -> None:
    """System MUST allow visitors to register with an e-mail address, a name and a password.
    (FR-001)"""
    response = await anonymous.post(
        "/api/v1/auth/register",
        json={"email": "ada@example.com", "name": "Ada", "password": "correct horse battery"},
    )

    assert response.status_code == 201, response.text
    assert response.json() == {
        "id": ANY,
        "email": "ada@example.com",
        "name": "Ada",
        "created_at": ANY,
    }
    [row] = await stored(app, User)
    assert "correct horse battery" not in row.hashed_password
    assert hasher.verify("correct horse battery", row.hashed_password)


async def test_register_refuses_the_same_email(app: FastAPI, anonymous: AsyncClient) -> None:
    """Already there"""
    await add_user(app, email="ada@example.com")
    response = await anonymous.post(
        "/api/v1/auth/register",
        json={"email": "ada@example.com", "name": "Ada", "password": "correct horse battery"},
    )

    assert response.status_code == 409
    assert response.json() == {"detail": "Already there"}


async def test_login(app: FastAPI, anonymous: AsyncClient) -> None:
    """Sign in"""
    user = await add_user(app)
    response = await anonymous.post(
        "/api/v1/auth/login", json={"email": user.email, "password": PASSWORD}
    )

    assert response.status_code == 200, response.text
    assert response.json() == {
        "access_token": ANY,
        "refresh_token": ANY,
        "token_type": "bearer",
        "expires_in": ANY,
    }
    token = response.json()["access_token"]
    known = await client_of(app, token).get("/api/v1/auth/me")
    assert known.status_code == 200


async def test_login_refuses_wrong_credentials(app: FastAPI, anonymous: AsyncClient) -> None:
    """A wrong password and an unknown user are refused alike."""
    user = await add_user(app)
    wrong = await anonymous.post(
        "/api/v1/auth/login", json={"email": user.email, "password": f"{PASSWORD}1"}
    )
    unknown = await anonymous.post(
        "/api/v1/auth/login", json={"email": "nobody@example.com", "password": PASSWORD}
    )

    assert wrong.status_code == unknown.status_code == 401


async def test_login_is_for_active_users(app: FastAPI, anonymous: AsyncClient) -> None:
    """Neither a password nor a token helps somebody who was disabled."""
    user = await add_user(app, is_active=False)
    response = await anonymous.post(
        "/api/v1/auth/login", json={"email": user.email, "password": PASSWORD}
    )

    assert response.status_code == 401
    known = await client_of(app, app.state.tokens.issue(user.id)).get("/api/v1/auth/me")
    assert known.status_code == 401


async def test_a_token_goes_with_its_own_session_only(app: FastAPI) -> None:
    """Somebody else's sign-in opens nothing, though it goes on."""
    user = await add_user(app)
    somebody = await add_user(app)
    own = await add_user_session(app, user.id)
    foreign = await add_user_session(app, somebody.id)
    async with client_of(app, app.state.tokens.issue(user.id, own.id)) as client:
        with_own = await client.get("/api/v1/auth/me")
    async with client_of(app, app.state.tokens.issue(user.id, foreign.id)) as client:
        with_foreign = await client.get("/api/v1/auth/me")

    assert (with_own.status_code, with_foreign.status_code) == (200, 401)


async def test_login_clears_ones_own_old_sessions(app: FastAPI, anonymous: AsyncClient) -> None:
    """What has run out is cleared away, and nothing of anybody else."""
    user = await add_user(app)
    somebody = await add_user(app)
    own = await add_user_session(app, user.id, expires_at=utcnow() - timedelta(days=1))
    foreign = await add_user_session(app, somebody.id, expires_at=utcnow() - timedelta(days=1))
    response = await anonymous.post(
        "/api/v1/auth/login", json={"email": user.email, "password": PASSWORD}
    )

    assert response.status_code == 200, response.text
    assert await again(app, own) is None
    assert await again(app, foreign) is not None


async def test_refresh_tokens(app: FastAPI, alice_id: UUID, anonymous: AsyncClient) -> None:
    """Renew the session"""
    user = await add_user(app)
    session_id = uuid4()
    token, token_hash = new_refresh_token(session_id)
    await add_user_session(
        app,
        alice_id,
        id=session_id,
        user_id=user.id,
        token_hash=token_hash,
        expires_at=utcnow() + timedelta(days=1),
    )
    response = await anonymous.post("/api/v1/auth/refresh", json={"refresh_token": token})

    assert response.status_code == 200, response.text
    assert response.json() == {
        "access_token": ANY,
        "refresh_token": ANY,
        "token_type": "bearer",
        "expires_in": ANY,
    }
    token = response.json()["access_token"]
    known = await client_of(app, token).get("/api/v1/auth/me")
    assert known.status_code == 200
    again_used = await anonymous.post("/api/v1/auth/refresh", json={"refresh_token": token})
    assert again_used.status_code == 401


async def test_refresh_tokens_refuses_an_unknown_token(anonymous: AsyncClient) -> None:
    response = await anonymous.post("/api/v1/auth/refresh", json={"refresh_token": "no token"})

    assert response.status_code == 401


async def test_logout(app: FastAPI, alice: AsyncClient, alice_id: UUID) -> None:
    """Sign out"""
    user = await add_user(app)
    session_id = uuid4()
    token, token_hash = new_refresh_token(session_id)
    await add_user_session(
        app,
        alice_id,
        id=session_id,
        user_id=user.id,
        token_hash=token_hash,
        expires_at=utcnow() + timedelta(days=1),
    )
    response = await alice.post("/api/v1/auth/logout", json={"refresh_token": token})

    assert response.status_code == 204, response.text
    assert response.content == b""


async def test_logout_ends_what_a_sign_in_began(
    app: FastAPI, alice_id: UUID, anonymous: AsyncClient
) -> None:
    user = await add_user(app)
    session_id = uuid4()
    token, token_hash = new_refresh_token(session_id)
    await add_user_session(
        app,
        alice_id,
        id=session_id,
        user_id=user.id,
        token_hash=token_hash,
        expires_at=utcnow() + timedelta(days=1),
    )
    signed_in = await (await ask_login(app, alice_id)).by(anonymous)
    client = client_of(app, signed_in.json()["access_token"])
    before = await client.get("/api/v1/auth/me")
    await client.post("/api/v1/auth/logout", json={"refresh_token": token})
    after = await client.get("/api/v1/auth/me")

    assert (before.status_code, after.status_code) == (200, 401)


async def test_get_me(alice: AsyncClient, alice_user: User) -> None:
    """The own account"""
    response = await alice.get("/api/v1/auth/me")

    assert response.status_code == 200, response.text
    assert response.json() == shown(alice_user, "id", "email", "name", "created_at")
