"""The endpoints of notes."""

from typing import Annotated

from fastapi import APIRouter, Query

from app.core.db import SessionDep
from app.core.errors import refusals
from app.notes import service
from app.notes.dependencies import NoteDep
from app.notes.errors import NoteNotFound
from app.notes.models import Note
from app.notes.schemas import NoteCreate, NotePublic, NoteQuery, NoteUpdate

router = APIRouter(prefix="/api/notes", tags=["notes"])


@router.get("", response_model=list[NotePublic], summary="List notes")
async def list_notes(session: SessionDep, query: Annotated[NoteQuery, Query()]) -> list[Note]:
    """System MUST allow anybody to create, list, read, change and delete notes."""
    return await service.list_notes(session, query=query)


@router.post("", status_code=201, response_model=NotePublic, summary="Create a note")
async def create_note(session: SessionDep, data: NoteCreate) -> Note:
    """System MUST allow anybody to create, list, read, change and delete notes."""
    return service.create_note(session, data)


@router.get(
    "/{note_id}", response_model=NotePublic, summary="Read a note", responses=refusals(NoteNotFound)
)
async def get_note(note: NoteDep) -> Note:
    """System MUST allow anybody to create, list, read, change and delete notes."""
    return note


@router.patch(
    "/{note_id}",
    response_model=NotePublic,
    summary="Change a note",
    responses=refusals(NoteNotFound),
)
async def update_note(note: NoteDep, data: NoteUpdate) -> Note:
    """System MUST allow anybody to create, list, read, change and delete notes."""
    return service.update_note(note, data)


@router.delete(
    "/{note_id}", status_code=204, summary="Delete a note", responses=refusals(NoteNotFound)
)
async def delete_note(session: SessionDep, note: NoteDep) -> None:
    """System MUST allow anybody to create, list, read, change and delete notes."""
    await service.delete_note(session, note)
