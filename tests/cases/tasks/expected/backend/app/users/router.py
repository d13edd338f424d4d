"""The endpoints of users."""

from fastapi import APIRouter

from app.core.db import SessionDep
from app.core.errors import Unauthorized, refusals
from app.core.security import TOKEN_LIFETIME, session_of
from app.users import service
from app.users.dependencies import SIGNED_IN, CurrentUser, TokensDep, TokenSubject
from app.users.errors import EmailTaken, WrongCredentials
from app.users.models import User
from app.users.schemas import LoginRequest, RefreshRequest, RegisterRequest, TokenPair, UserPublic

router = APIRouter(prefix="/api/v1/auth", tags=["Auth"])


@router.post(
    "/register",
    status_code=201,
    response_model=UserPublic,
    summary="Create an account",
    responses=refusals(EmailTaken),
)
async def register(session: SessionDep, data: RegisterRequest) -> User:
    """System MUST allow visitors to register with an e-mail address, a name and a password."""
    return await service.register(session, data)


@router.post("/login", responses=refusals(WrongCredentials))
async def login(session: SessionDep, tokens: TokensDep, data: LoginRequest) -> TokenPair:
    """Sign in"""
    user = await service.login(session, data)
    session_id, refresh_token = await service.start_session(session, user)
    return TokenPair(
        access_token=tokens.issue(user.id, session_id),
        refresh_token=refresh_token,
        token_type="bearer",  # noqa: S106  (no password)
        expires_in=int(TOKEN_LIFETIME.total_seconds()),
    )


@router.post("/refresh", responses=refusals(WrongCredentials))
async def refresh_tokens(session: SessionDep, tokens: TokensDep, data: RefreshRequest) -> TokenPair:
    """Renew the session"""
    user, session_id, refresh_token = await service.renew_session(session, data.refresh_token)
    return TokenPair(
        access_token=tokens.issue(user.id, session_id),
        refresh_token=refresh_token,
        token_type="bearer",  # noqa: S106  (no password)
        expires_in=int(TOKEN_LIFETIME.total_seconds()),
    )


@router.post("/logout", status_code=204, dependencies=[SIGNED_IN], responses=refusals(Unauthorized))
async def logout(signed_in: TokenSubject, session: SessionDep, data: RefreshRequest) -> None:
    """Sign out"""
    await service.end_session(session, signed_in.session_id)
    await service.end_session(session, session_of(data.refresh_token))


@router.get("/me", response_model=UserPublic, responses=refusals(Unauthorized))
async def get_me(user: CurrentUser) -> User:
    """The own account"""
    return user
