"""What a request about notes stands on, already authorised."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.core.db import SessionDep
from app.notes import service
from app.notes.models import Note


async def note_in_path(note_id: UUID, session: SessionDep) -> Note:
    return await service.get_note(session, note_id)


NoteDep = Annotated[Note, Depends(note_in_path)]
