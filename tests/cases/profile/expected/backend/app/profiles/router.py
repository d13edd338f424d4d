"""The endpoints of profiles."""

from fastapi import APIRouter

from app.core.db import SessionDep
from app.core.dependencies import PathUser
from app.core.errors import Forbidden, NeedsCode, Unauthorized, refusals
from app.profiles import hooks, service
from app.profiles.dependencies import AnyProfile, OwnProfile
from app.profiles.errors import HandleTaken, ProfileExists, ProfileNotFound
from app.profiles.models import Profile
from app.profiles.schemas import (
    Completeness,
    Preferences,
    PreferencesInput,
    ProfileCreate,
    ProfilePublic,
    ProfileUpdate,
    PublicProfile,
)

router = APIRouter(prefix="/api")


@router.get(
    "/{user_id}/profile",
    response_model=ProfilePublic,
    tags=["profile"],
    summary="Get the own profile",
    responses=refusals(Unauthorized, Forbidden, ProfileNotFound),
)
async def get_profile(profile: OwnProfile) -> Profile:
    """Users MUST be able to create, read, update and delete their own profile."""
    return profile


@router.post(
    "/{user_id}/profile",
    status_code=201,
    response_model=ProfilePublic,
    tags=["profile"],
    summary="Create the own profile",
    responses=refusals(Unauthorized, Forbidden, ProfileExists, HandleTaken),
)
async def create_profile(user: PathUser, session: SessionDep, data: ProfileCreate) -> Profile:
    """Users MUST be able to create, read, update and delete their own profile."""
    return service.create_profile(session, user=user, data=data)


@router.patch(
    "/{user_id}/profile",
    response_model=ProfilePublic,
    tags=["profile"],
    summary="Change the own profile",
    responses=refusals(Unauthorized, Forbidden, ProfileNotFound, HandleTaken),
)
async def update_profile(profile: OwnProfile, data: ProfileUpdate) -> Profile:
    """Users MUST be able to create, read, update and delete their own profile."""
    return service.update_profile(profile, data)


@router.delete(
    "/{user_id}/profile",
    status_code=204,
    tags=["profile"],
    summary="Delete the own profile",
    responses=refusals(Unauthorized, Forbidden, ProfileNotFound),
)
async def delete_profile(user: PathUser, session: SessionDep, profile: OwnProfile) -> None:
    """Users MUST be able to create, read, update and delete their own profile."""
    await service.delete_profile(session, profile, user=user)


@router.get(
    "/{user_id}/profile/preferences",
    response_model=Preferences,
    tags=["preferences"],
    summary="Read the preferences",
    responses=refusals(Unauthorized, Forbidden, ProfileNotFound),
)
async def get_preferences(profile: OwnProfile) -> Profile:
    """Users MUST be able to create, read, update and delete their own profile."""
    return profile


@router.put(
    "/{user_id}/profile/preferences",
    response_model=Preferences,
    tags=["preferences"],
    summary="Replace the preferences",
    responses=refusals(Unauthorized, Forbidden, ProfileNotFound),
)
async def set_preferences(profile: OwnProfile, data: PreferencesInput) -> Profile:
    """Users MUST be able to create, read, update and delete their own profile."""
    return service.set_preferences(profile, data)


@router.get(
    "/{user_id}/profile/completeness",
    tags=["profile"],
    responses=refusals(Unauthorized, Forbidden, NeedsCode),
)
async def get_completeness(session: SessionDep, user: PathUser) -> Completeness:
    """How complete the profile is"""
    return await hooks.get_completeness(session, user=user)


@router.get(
    "/profiles/{handle}",
    response_model=PublicProfile,
    tags=["public"],
    summary="The public page of a handle",
    responses=refusals(ProfileNotFound),
)
async def get_public_profile(profile: AnyProfile) -> Profile:
    """Users MUST be able to create, read, update and delete their own profile."""
    return profile
