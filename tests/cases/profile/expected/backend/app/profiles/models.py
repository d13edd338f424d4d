"""belongs to exactly one user; handle, display name, bio, website, whether it is public,
preferences."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID, uuid4

import pydantic
from sqlmodel import Field

from app.core.db import TableModel, text_enum, utcnow
from app.core.text import Text
from app.core.values import lowered, url

Handle = Annotated[
    str,
    pydantic.BeforeValidator(lowered),
    pydantic.Field(min_length=3, max_length=20, pattern="^[a-z0-9_]+$", examples=["ada_l"]),
]
DisplayName = Annotated[
    Text, pydantic.Field(min_length=1, max_length=80, examples=["Ada Lovelace"])
]
Bio = Annotated[Text, pydantic.Field(max_length=160)]
Website = Annotated[
    Text,
    pydantic.AfterValidator(url),
    pydantic.Field(max_length=200, examples=["https://example.com/ada"]),
]
Locale = Annotated[
    str, pydantic.Field(max_length=5, pattern="^[a-z]{2}(-[A-Z]{2})?$", examples=["en"])
]


class ProfileTheme(StrEnum):
    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class Profile(TableModel, table=True):
    __tablename__ = "profiles"

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    user_id: str = Field(unique=True, max_length=64)
    handle: Handle = Field(unique=True)
    display_name: DisplayName
    bio: Bio | None = Field(default=None, max_length=160)
    website: Website | None = Field(default=None, max_length=200)
    is_public: bool = True
    theme: ProfileTheme = Field(
        default=ProfileTheme.SYSTEM, sa_type=text_enum(ProfileTheme, name="theme")
    )
    locale: Locale = "en"
    weekly_email: bool = False
    created_at: datetime = Field(default_factory=utcnow)
    updated_at: datetime = Field(default_factory=utcnow)
