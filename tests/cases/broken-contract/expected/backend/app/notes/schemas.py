"""What goes in and out of the notes endpoints."""

from uuid import UUID

from pydantic import BaseModel, ConfigDict

from app.notes.models import NoteText


class NotePublic(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    text: str


class NoteCreate(BaseModel):
    text: NoteText
