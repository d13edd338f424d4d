"""What goes in and out of the accounts endpoints."""

import re
from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from app.accounts.models import AccountRole, CompanyName, Email
from app.core.text import Text


class Registration(BaseModel):
    model_config = ConfigDict(populate_by_name=True)

    company_name: CompanyName = Field(alias="companyName")
    email: Email
    password: Annotated[
        str,
        Field(
            min_length=10,
            max_length=128,
            pattern=re.compile(r"^(?=[^\x00]*[0-9])(?=[^\x00]*[A-Za-z])[^\x00]*$"),
        ),
    ] = Field(repr=False)


class AccountPublic(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    company_name: str = Field(serialization_alias="companyName")
    email: str
    role: AccountRole
    created_at: datetime = Field(serialization_alias="createdAt")


class SignIn(BaseModel):
    email: Email
    password: Text = Field(repr=False)


class Token(BaseModel):
    access_token: str = Field(serialization_alias="accessToken")
    expires_in: int = Field(serialization_alias="expiresIn")
