"""The rules of notes."""

from functools import cache
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import bindparam, col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from app.core.db import utcnow
from app.notes.errors import NoteNotFound
from app.notes.models import Note
from app.notes.schemas import NoteCreate, NoteQuery, NoteUpdate

NOTE = select(Note).where(col(Note.id) == bindparam("note_id"))


async def get_note(session: AsyncSession, note_id: UUID) -> Note:
    found = await session.exec(NOTE, params={"note_id": note_id})
    note = found.one_or_none()
    if note is None:
        raise NoteNotFound
    return note


@cache
def all_notes(*, by_is_pinned: bool) -> SelectOfScalar[Note]:
    """One statement for each shape of the query."""
    where: list[ColumnElement[bool]] = []
    if by_is_pinned:
        where.append(col(Note.is_pinned) == bindparam("is_pinned"))
    notes = select(Note).where(*where).limit(bindparam("limit")).offset(bindparam("skip"))
    return notes.order_by(col(Note.created_at).desc(), col(Note.id).desc())


async def list_notes(session: AsyncSession, *, query: NoteQuery) -> list[Note]:
    statement = all_notes(by_is_pinned=query.is_pinned is not None)
    found = await session.exec(
        statement, params={"is_pinned": query.is_pinned, "limit": query.limit, "skip": query.offset}
    )
    return list(found.all())


def create_note(session: AsyncSession, data: NoteCreate) -> Note:
    note = Note(**data.model_dump(exclude_none=True))
    session.add(note)
    return note


def update_note(note: Note, data: NoteUpdate) -> Note:
    note.sqlmodel_update(data.model_dump(), update={"updated_at": utcnow()})
    return note


async def delete_note(session: AsyncSession, note: Note) -> None:
    await session.exec(delete(Note).where(col(Note.id) == note.id))
