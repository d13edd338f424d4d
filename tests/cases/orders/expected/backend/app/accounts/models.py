"""a shop or a member of staff; company name, e-mail address, role."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID, uuid4

import pydantic
from pydantic import EmailStr
from sqlmodel import Field

from app.core.db import TableModel, text_enum, utcnow
from app.core.text import Text

CompanyName = Annotated[Text, pydantic.Field(min_length=1, max_length=120, examples=["Tea & Co"])]
Email = Annotated[
    EmailStr,
    pydantic.AfterValidator(str.lower),
    pydantic.Field(max_length=254, examples=["orders@example.com"]),
]


class AccountRole(StrEnum):
    CUSTOMER = "customer"
    STAFF = "staff"


class Account(TableModel, table=True):
    __tablename__ = "accounts"

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    company_name: CompanyName
    email: Email = Field(unique=True)
    password_hash: str = Field(max_length=255)
    role: AccountRole = Field(
        default=AccountRole.CUSTOMER, sa_type=text_enum(AccountRole, name="role")
    )
    created_at: datetime = Field(default_factory=utcnow)
