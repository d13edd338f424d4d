"""What a request about accounts stands on, already authorised."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from app.accounts import service
from app.accounts.models import Account, AccountRole
from app.core.db import SessionDep
from app.core.errors import Forbidden, Unauthorized
from app.core.security import AccessTokens, InvalidToken


async def access_tokens(request: Request) -> AccessTokens:
    tokens: AccessTokens = request.app.state.tokens
    return tokens


TokensDep = Annotated[AccessTokens, Depends(access_tokens)]


BearerToken = Annotated[HTTPAuthorizationCredentials | None, Depends(HTTPBearer(auto_error=False))]


async def token_subject(tokens: TokensDep, token: BearerToken) -> UUID:
    """Refuses a bad token before the request waits for a database connection."""
    if not token:
        raise Unauthorized
    return tokens.read(token.credentials)


TokenSubject = Annotated[UUID, Depends(token_subject)]


async def current_user(user_id: TokenSubject, session: SessionDep) -> Account:
    """The row is read once a request, so that a deleted user is refused at once."""
    user = await service.find_user(session, user_id)
    if user is None:
        raise InvalidToken
    return user


SIGNED_IN = Depends(current_user)
CurrentUser = Annotated[Account, SIGNED_IN]


async def staff(user: CurrentUser) -> Account:
    if user.role is not AccountRole.STAFF:
        raise Forbidden
    return user


STAFF_ONLY = Depends(staff)
Staff = Annotated[Account, STAFF_ONLY]
