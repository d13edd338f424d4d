"""The rules of users."""

from uuid import UUID, uuid4

from sqlmodel import bindparam, col, delete, exists, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from app.core.db import utcnow
from app.core.security import (
    REFRESH_LIFETIME,
    hash_password,
    hash_refresh_token,
    new_refresh_token,
    session_of,
    verify_password,
)
from app.users.errors import WrongCredentials
from app.users.models import User, UserSession
from app.users.schemas import LoginRequest, RegisterRequest

SIGNED_IN_USER = select(User).where(
    col(User.id) == bindparam("user_id"), col(User.is_active).is_(True)
)

SIGNED_IN_BY_SESSION = SIGNED_IN_USER.where(
    exists().where(
        col(UserSession.id) == bindparam("session_id"), col(UserSession.user_id) == col(User.id)
    )
)


async def find_user(
    session: AsyncSession, user_id: UUID, session_id: UUID | None = None
) -> User | None:
    """If they signed in by a session, only while that goes on."""
    if session_id is None:
        found = await session.exec(SIGNED_IN_USER, params={"user_id": user_id})
    else:
        params = {"user_id": user_id, "session_id": session_id}
        found = await session.exec(SIGNED_IN_BY_SESSION, params=params)
    return found.one_or_none()


async def start_session(session: AsyncSession, user: User) -> tuple[UUID, str]:
    """A new session and its first refresh token; those that have run out are cleared away."""
    now = utcnow()
    await session.exec(
        delete(UserSession).where(
            col(UserSession.user_id) == user.id, col(UserSession.expires_at) < now
        )
    )
    session_id = uuid4()
    token, token_hash = new_refresh_token(session_id)
    session.add(
        UserSession(
            id=session_id,
            user_id=user.id,
            token_hash=token_hash,
            expires_at=now + REFRESH_LIFETIME,
        )
    )
    return session_id, token


async def renew_session(session: AsyncSession, refresh_token: str) -> tuple[User, UUID, str]:
    """The user, the session and its next refresh token.

    A token that was exchanged before ends the session: whoever shows it stole it, or was stolen
    from (RFC 9700 §4.14.2).
    """
    session_id = session_of(refresh_token)
    if session_id is None:
        raise WrongCredentials
    now = utcnow()
    renewed, renewed_hash = new_refresh_token(session_id)
    exchanged = await session.exec(
        update(UserSession)
        .where(
            col(UserSession.id) == session_id,
            col(UserSession.token_hash) == hash_refresh_token(refresh_token),
            col(UserSession.expires_at) > now,
        )
        .values(token_hash=renewed_hash, expires_at=now + REFRESH_LIFETIME)
        .returning(col(UserSession.user_id))
    )
    user_id: UUID | None = exchanged.scalar_one_or_none()
    user = await find_user(session, user_id) if user_id is not None else None
    if user is None:
        await end_session(session, session_id)
        await session.commit()  # or the refusal would undo it
        raise WrongCredentials
    return user, session_id, renewed


async def end_session(session: AsyncSession, session_id: UUID | None) -> None:
    """None of its tokens is good any more."""
    await session.exec(delete(UserSession).where(col(UserSession.id) == session_id))


async def register(session: AsyncSession, data: RegisterRequest) -> User:
    user = User(
        email=data.email,
        name=data.name,
        hashed_password=await hash_password(data.password),
    )
    session.add(user)
    return user


USER_BY_EMAIL = select(User).where(
    col(User.email) == bindparam("email"), col(User.is_active).is_(True)
)


async def login(session: AsyncSession, data: LoginRequest) -> User:
    found = await session.exec(USER_BY_EMAIL, params={"email": data.email})
    user = found.one_or_none()
    matches = await verify_password(data.password, user.hashed_password if user else None)
    if user is None or not matches:
        raise WrongCredentials
    return user
