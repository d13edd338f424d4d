"""The rules of notes."""

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from app.notes.models import Note
from app.notes.schemas import NoteCreate

ALL_NOTES = select(Note).limit(100).order_by(col(Note.id))


async def list_notes(session: AsyncSession) -> list[Note]:
    found = await session.exec(ALL_NOTES)
    return list(found.all())


def create_note(session: AsyncSession, data: NoteCreate) -> Note:
    note = Note(**data.model_dump())
    session.add(note)
    return note
