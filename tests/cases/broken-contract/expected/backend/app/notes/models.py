"""Notes."""

from typing import Annotated
from uuid import UUID, uuid4

import pydantic
from sqlmodel import Field

from app.core.db import TableModel
from app.core.text import Text

NoteText = Annotated[Text, pydantic.Field(min_length=1, max_length=500)]


class Note(TableModel, table=True):
    __tablename__ = "notes"

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    text: NoteText
