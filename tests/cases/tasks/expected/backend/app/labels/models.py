"""a name to group tasks by; belongs to one user and can be on many tasks."""

from datetime import datetime
from typing import Annotated
from uuid import UUID, uuid4

import pydantic
from sqlmodel import Field, UniqueConstraint

from app.core.db import TableModel, utcnow
from app.core.text import Text

Name = Annotated[Text, pydantic.Field(min_length=1, max_length=40, examples=["invoices"])]


class Label(TableModel, table=True):
    __tablename__ = "labels"
    __table_args__ = (UniqueConstraint("user_id", "name"),)

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    user_id: UUID = Field(foreign_key="users.id", ondelete="CASCADE")
    name: Name
    created_at: datetime = Field(default_factory=utcnow)
