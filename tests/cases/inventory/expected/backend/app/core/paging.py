"""Pages: bounded, and the total read in the same statement as the rows."""

import re
from dataclasses import dataclass
from typing import Generic, TypeVar

from sqlalchemy import ColumnElement
from sqlmodel import bindparam, func, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

T = TypeVar("T")


@dataclass(frozen=True)
class Page(Generic[T]):
    rows: list[T]
    total: int
    """How many rows there are on all pages."""


def paged(model: type[T], *where: ColumnElement[bool]) -> Select[T, int]:
    """The rows of one page, and beside each of them how many there are in all."""
    total = select(func.count()).select_from(model).where(*where).scalar_subquery()
    return select(model, total).where(*where).limit(bindparam("limit")).offset(bindparam("skip"))


async def fetch_page(
    session: AsyncSession, statement: Select[T, int], *, limit: int, skip: int, **values: object
) -> Page[T]:
    params = {**values, "limit": limit, "skip": skip}
    rows = (await session.exec(statement, params=params)).all()
    # A page past the end has no row to carry the total; the first page has.
    first = {**params, "limit": 1, "skip": 0}
    counted = rows or (await session.exec(statement, params=first)).all()
    return Page(rows=[row for row, _ in rows], total=counted[0][1] if counted else 0)


def escaped(text: str) -> str:
    """Text as a part of a LIKE pattern, in which ! makes the next character mean itself."""
    return re.sub(r"([!%_])", r"!\1", text)
