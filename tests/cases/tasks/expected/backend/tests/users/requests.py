"""For each operation on users a request that succeeds, and what it stands on."""

from datetime import timedelta
from uuid import UUID, uuid4

from fastapi import FastAPI

from app.core.db import utcnow
from app.core.security import new_refresh_token
from tests.asking import Asked
from tests.making import PASSWORD, add_user, add_user_session


async def ask_register(_app: FastAPI, _owner_id: UUID) -> Asked:
    return Asked(
        "POST",
        "/api/v1/auth/register",
        201,
        json={"email": "ada@example.com", "name": "Ada", "password": "correct horse battery"},
    )


async def ask_login(app: FastAPI, _owner_id: UUID) -> Asked:
    user = await add_user(app)
    return Asked(
        "POST", "/api/v1/auth/login", 200, json={"email": user.email, "password": PASSWORD}
    )


async def ask_refresh_tokens(app: FastAPI, owner_id: UUID) -> Asked:
    user = await add_user(app)
    session_id = uuid4()
    token, token_hash = new_refresh_token(session_id)
    await add_user_session(
        app,
        owner_id,
        id=session_id,
        user_id=user.id,
        token_hash=token_hash,
        expires_at=utcnow() + timedelta(days=1),
    )
    return Asked("POST", "/api/v1/auth/refresh", 200, json={"refresh_token": token})


async def ask_logout(app: FastAPI, owner_id: UUID) -> Asked:
    user = await add_user(app)
    session_id = uuid4()
    token, token_hash = new_refresh_token(session_id)
    await add_user_session(
        app,
        owner_id,
        id=session_id,
        user_id=user.id,
        token_hash=token_hash,
        expires_at=utcnow() + timedelta(days=1),
    )
    return Asked("POST", "/api/v1/auth/logout", 204, json={"refresh_token": token})


async def ask_get_me(_app: FastAPI, _owner_id: UUID) -> Asked:
    return Asked("GET", "/api/v1/auth/me", 200)
