"""What goes in and out of the profiles endpoints."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import MISSING, BaseModel, BeforeValidator, ConfigDict, Field

from app.core.values import none_if_blank
from app.profiles.models import Bio, DisplayName, Handle, Locale, ProfileTheme, Website


class ProfilePublic(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    user_id: str
    handle: str
    display_name: str
    bio: str | None
    website: str | None
    is_public: bool
    created_at: datetime
    updated_at: datetime


class ProfileCreate(BaseModel):
    handle: Handle
    display_name: DisplayName
    bio: Annotated[Bio | None, BeforeValidator(none_if_blank)] = None
    website: Website | None = None
    is_public: Annotated[bool, Field(strict=True)] = True


class ProfileUpdate(BaseModel):
    handle: Handle | MISSING = MISSING
    display_name: DisplayName | MISSING = MISSING
    bio: Annotated[Bio | MISSING | None, BeforeValidator(none_if_blank)] = MISSING
    website: Website | MISSING | None = MISSING
    is_public: Annotated[bool, Field(strict=True)] | MISSING = MISSING


class PreferencesInput(BaseModel):
    theme: ProfileTheme
    locale: Locale
    weekly_email: Annotated[bool, Field(strict=True)]


class Preferences(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    theme: ProfileTheme
    locale: str
    weekly_email: bool


class Completeness(BaseModel):
    percent: int
    missing: list[str] | MISSING = MISSING


class PublicProfile(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    handle: str
    display_name: str
    bio: str | None
    website: str | None
