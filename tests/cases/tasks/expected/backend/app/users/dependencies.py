"""What a request about users stands on, already authorised."""

from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from app.core.db import SessionDep
from app.core.errors import Unauthorized
from app.core.security import AccessTokens, InvalidToken, SignedIn
from app.users import service
from app.users.models import User


async def access_tokens(request: Request) -> AccessTokens:
    tokens: AccessTokens = request.app.state.tokens
    return tokens


TokensDep = Annotated[AccessTokens, Depends(access_tokens)]


BearerToken = Annotated[HTTPAuthorizationCredentials | None, Depends(HTTPBearer(auto_error=False))]


async def token_subject(tokens: TokensDep, token: BearerToken) -> SignedIn:
    """Refuses a bad token before the request waits for a database connection."""
    if not token:
        raise Unauthorized
    return tokens.read(token.credentials)


TokenSubject = Annotated[SignedIn, Depends(token_subject)]


async def current_user(signed_in: TokenSubject, session: SessionDep) -> User:
    """The row is read once a request, so that a deleted or disabled user, and one who signed out,
    is refused at once."""
    user = await service.find_user(session, signed_in.user_id, signed_in.session_id)
    if user is None:
        raise InvalidToken
    return user


SIGNED_IN = Depends(current_user)
CurrentUser = Annotated[User, SIGNED_IN]
