"""Who is asking."""

from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from app.core.errors import Forbidden, Unauthorized
from app.core.security import AccessTokens, Caller


async def access_tokens(request: Request) -> AccessTokens:
    tokens: AccessTokens = request.app.state.tokens
    return tokens


TokensDep = Annotated[AccessTokens, Depends(access_tokens)]


BearerToken = Annotated[HTTPAuthorizationCredentials | None, Depends(HTTPBearer(auto_error=False))]


async def current_user(tokens: TokensDep, token: BearerToken) -> Caller:
    """Whoever the token stands for; its issuer keeps the users."""
    if not token:
        raise Unauthorized
    return tokens.read(token.credentials)


SIGNED_IN = Depends(current_user)
CurrentUser = Annotated[Caller, SIGNED_IN]


async def path_user(user_id: str, user: CurrentUser) -> Caller:
    if user_id != user.id:
        raise Forbidden
    return user


PATH_USER = Depends(path_user)
PathUser = Annotated[Caller, PATH_USER]
