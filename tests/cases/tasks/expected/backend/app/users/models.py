"""Users and user sessions."""

from datetime import datetime
from typing import Annotated
from uuid import UUID, uuid4

import pydantic
from pydantic import EmailStr
from sqlmodel import Field

from app.core.db import TableModel, utcnow
from app.core.text import Text

Email = Annotated[
    EmailStr,
    pydantic.AfterValidator(str.lower),
    pydantic.Field(max_length=254, examples=["ada@example.com"]),
]
Name = Annotated[Text, pydantic.Field(min_length=1, max_length=80, examples=["Ada"])]


class User(TableModel, table=True):
    """a person with an account; has an e-mail address, a name and a password."""

    __tablename__ = "users"

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    email: Email = Field(unique=True)
    name: Name
    hashed_password: str = Field(max_length=255)
    is_active: bool = True
    created_at: datetime = Field(default_factory=utcnow)


class UserSession(TableModel, table=True):
    """Who is signed in, until when."""

    __tablename__ = "user_sessions"

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    user_id: UUID = Field(foreign_key="users.id", ondelete="CASCADE", index=True)
    token_hash: str = Field(max_length=64)
    expires_at: datetime
