"""What goes in and out of the notes endpoints."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import MISSING, BaseModel, ConfigDict, Field

from app.notes.models import NoteText, Title


class NotePublic(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    title: str
    text: str | None
    is_pinned: bool
    created_at: datetime
    updated_at: datetime


class NoteCreate(BaseModel):
    title: Title
    text: NoteText | None = None
    is_pinned: Annotated[bool, Field(strict=True)] = False


class NoteUpdate(BaseModel):
    title: Title | MISSING = MISSING
    text: NoteText | MISSING | None = MISSING
    is_pinned: Annotated[bool, Field(strict=True)] | MISSING = MISSING


class NoteQuery(BaseModel):
    is_pinned: bool | None = None
    limit: int = Field(default=50, ge=1, le=100)
    offset: int = Field(default=0, ge=0, le=1_000_000)
