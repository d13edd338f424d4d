"""What a request about profiles stands on, already authorised."""

from typing import Annotated

from fastapi import Depends
from pydantic import Field

from app.core.db import SessionDep
from app.core.dependencies import PathUser
from app.core.text import Text
from app.profiles import service
from app.profiles.models import Profile


async def own_profile(user: PathUser, session: SessionDep) -> Profile:
    return await service.get_own_profile(session, user=user)


OwnProfile = Annotated[Profile, Depends(own_profile)]


async def any_profile(
    handle: Annotated[Text, Field(min_length=3, max_length=30)], session: SessionDep
) -> Profile:
    return await service.get_any_profile(session, handle)


AnyProfile = Annotated[Profile, Depends(any_profile)]
