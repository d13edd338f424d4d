"""Notes."""

from datetime import datetime
from typing import Annotated
from uuid import UUID, uuid4

import pydantic
from sqlmodel import Field, Index

from app.core.db import TableModel, utcnow
from app.core.text import Text

Title = Annotated[Text, pydantic.Field(min_length=1, max_length=120, examples=["Groceries"])]
NoteText = Annotated[Text, pydantic.Field(max_length=2000, examples=["Bread, salt"])]


class Note(TableModel, table=True):
    __tablename__ = "notes"
    __table_args__ = (Index(None, "created_at", "id"),)

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    title: Title
    text: NoteText | None = Field(default=None, max_length=2000)
    is_pinned: bool = False
    created_at: datetime = Field(default_factory=utcnow)
    updated_at: datetime = Field(default_factory=utcnow)
