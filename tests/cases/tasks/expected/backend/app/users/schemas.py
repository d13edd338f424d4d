"""What goes in and out of the users endpoints."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import MISSING, BaseModel, ConfigDict, Field

from app.core.text import Text
from app.users.models import Email, Name


class RegisterRequest(BaseModel):
    email: Email
    name: Name
    password: Annotated[Text, Field(min_length=8, max_length=128)] = Field(repr=False)


class UserPublic(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    email: str
    name: str
    created_at: datetime


class LoginRequest(BaseModel):
    email: Email
    password: Text = Field(repr=False)


class TokenPair(BaseModel):
    access_token: str
    refresh_token: str
    token_type: str
    expires_in: int | MISSING = MISSING


class RefreshRequest(BaseModel):
    refresh_token: Text = Field(repr=False)
