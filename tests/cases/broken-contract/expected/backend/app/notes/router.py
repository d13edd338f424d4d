"""The endpoints of notes."""

from fastapi import APIRouter

from app.core.db import SessionDep
from app.notes import service
from app.notes.models import Note
from app.notes.schemas import NoteCreate, NotePublic

router = APIRouter(prefix="/api/notes", tags=["notes"])


@router.get("", response_model=list[NotePublic])
async def list_notes(session: SessionDep) -> list[Note]:
    """Users MUST be able to create and list notes."""
    return await service.list_notes(session)


@router.post("", status_code=201, response_model=NotePublic)
async def create_note(session: SessionDep, data: NoteCreate) -> Note:
    """Users MUST be able to create and list notes."""
    return service.create_note(session, data)
