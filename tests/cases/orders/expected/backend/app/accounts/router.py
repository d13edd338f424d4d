"""The endpoints of accounts."""

from fastapi import APIRouter

from app.accounts import service
from app.accounts.dependencies import CurrentUser, TokensDep
from app.accounts.errors import EmailTaken, WrongCredentials
from app.accounts.models import Account
from app.accounts.schemas import AccountPublic, Registration, SignIn, Token
from app.core.db import SessionDep
from app.core.errors import BodyTooLarge, InvalidInput, Unauthorized, refusals
from app.core.security import TOKEN_LIFETIME

router = APIRouter(prefix="/api/v2", tags=["accounts"])


@router.post(
    "/accounts",
    status_code=201,
    response_model=AccountPublic,
    summary="Register a shop",
    responses=refusals(InvalidInput, EmailTaken, BodyTooLarge),
)
async def register_account(session: SessionDep, data: Registration) -> Account:
    """System MUST allow shops to register with a company name, an e-mail address and a password."""
    return await service.register_account(session, data)


@router.post("/sessions", responses=refusals(WrongCredentials, InvalidInput, BodyTooLarge))
async def sign_in(session: SessionDep, tokens: TokensDep, data: SignIn) -> Token:
    """Sign in"""
    user = await service.sign_in(session, data)
    return Token(
        access_token=tokens.issue(user.id),
        expires_in=int(TOKEN_LIFETIME.total_seconds()),
    )


@router.get("/accounts/me", response_model=AccountPublic, responses=refusals(Unauthorized))
async def get_own_account(user: CurrentUser) -> Account:
    """The own account"""
    return user
