"""The rules of profiles."""

from sqlmodel import bindparam, col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from app.core.db import utcnow
from app.core.security import Caller
from app.profiles.errors import ProfileNotFound
from app.profiles.models import Profile
from app.profiles.schemas import PreferencesInput, ProfileCreate, ProfileUpdate

ANY_PROFILE = select(Profile).where(
    col(Profile.handle) == bindparam("handle"), col(Profile.is_public).is_(True)
)
OWN_PROFILE = select(Profile).where(col(Profile.user_id) == bindparam("owner_id"))


async def get_any_profile(session: AsyncSession, handle: str) -> Profile:
    found = await session.exec(ANY_PROFILE, params={"handle": handle})
    profile = found.one_or_none()
    if profile is None:
        raise ProfileNotFound
    return profile


async def get_own_profile(session: AsyncSession, *, user: Caller) -> Profile:
    found = await session.exec(OWN_PROFILE, params={"owner_id": user.id})
    profile = found.one_or_none()
    if profile is None:
        raise ProfileNotFound
    return profile


def create_profile(session: AsyncSession, *, user: Caller, data: ProfileCreate) -> Profile:
    profile = Profile(user_id=user.id, **data.model_dump(exclude_none=True))
    session.add(profile)
    return profile


def update_profile(profile: Profile, data: ProfileUpdate) -> Profile:
    profile.sqlmodel_update(data.model_dump(), update={"updated_at": utcnow()})
    return profile


async def delete_profile(session: AsyncSession, profile: Profile, *, user: Caller) -> None:
    await session.exec(
        delete(Profile).where(col(Profile.id) == profile.id, col(Profile.user_id) == user.id)
    )


def set_preferences(profile: Profile, data: PreferencesInput) -> Profile:
    profile.sqlmodel_update(data.model_dump(), update={"updated_at": utcnow()})
    return profile
