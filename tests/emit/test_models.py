"""The tables of a domain: declared as the plan has them, and holding what is put into them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from backwright.contract import aspects
from backwright.emit import emit
from backwright.plan.model import Standing
from tests.contracts import library, orders
from tests.emit.databases import postgresql
from tests.emit.schemas_of import sqlite
from tests.emit.serving import written

SCRIPT = """
import asyncio, os, warnings
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import uuid4

warnings.simplefilter("error")
from sqlalchemy.orm import configure_mappers, selectinload
from sqlmodel import select

import app.main
from app.core.db import TableModel, create_engine, create_sessions
from app.genres.models import BookGenre, Genre
from app.people.models import Person
from app.shelves.models import NEXT_STATES, Book, BookScope, BookState, Shelf

configure_mappers()
AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


async def fill(session):
    shelf = Shelf(name="top")
    session.add(shelf)
    await session.flush()
    session.add(Shelf(name="in it", parent_id=shelf.id))
    session.add(Shelf(name="gone", parent_id=shelf.id, is_active=False))
    ada, bob = Person(first_name="Ada", last_name="L"), Person(first_name="Bob")
    genre = Genre(id="g", name="Poems")
    session.add_all([ada, bob, genre])
    await session.flush()
    book = Book(
        isbn="1", shelf_id=shelf.id, author_id=ada.id, reviewer_id=bob.id, copies=3,
        price=Decimal("12.34"), scope=BookScope.IT_S_QUOTED, lent_at=AT,
        extra={"id": ada.id, "price": Decimal("1.5"), "at": AT}, genres=[genre],
    )
    session.add(book)


async def look(session):
    whole = [selectinload(Book.genres), selectinload(Book.author), selectinload(Book.reviewer)]
    book = (await session.exec(select(Book).options(*whole))).one()
    assert (book.price, book.lent_at, book.labels) == (Decimal("12.34"), AT, ["a", "b"])
    assert (book.scope, book.state) == (BookScope.IT_S_QUOTED, BookState.NEW)
    assert book.extra["id"] == str(book.author.id)
    assert (book.author.full_name, book.reviewer.full_name) == ("Ada L", "Bob")
    assert (book.is_closed, book.is_lent, book.genre_count) == (True, True, 1)
    adas = select(Person).where(Person.first_name == "Ada")
    ada = (await session.exec(adas.options(selectinload(Person.written)))).one()
    assert (ada.worth, ada.joined) == (Decimal("37.02"), datetime.now(UTC).date())
    loaded = selectinload(Shelf.children)
    top = (await session.exec(select(Shelf).where(Shelf.name == "top").options(loaded))).one()
    assert ([each.name for each in top.children], top.child_count) == (["in it"], 1)
    try:
        print(book.shelf)
    except Exception as error:
        assert "lazy='raise'" in str(error)
    else:
        raise AssertionError("looking at a relation loads it")
    await session.delete(book)


async def main():
    engine = create_engine(os.environ["DATABASE_URL"])
    async with engine.begin() as connection:
        await connection.run_sync(TableModel.metadata.create_all)
    sessions = create_sessions(engine)
    for step in (fill, look):
        async with sessions.begin() as session:
            await step(session)
    async with sessions.begin() as session:
        assert not (await session.exec(select(BookGenre))).all()
        assert (await session.exec(select(Genre))).one().name == "Poems"
    await engine.dispose()


asyncio.run(main())
assert NEXT_STATES[BookState.LENT] == {BookState.NEW, BookState.LOST}
assert NEXT_STATES[BookState.NEW] == set()
"""


def behaves(root: Path, url: str) -> None:
    written(library.CONTRACT, root)
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=root,
        env={**os.environ, "DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_rows_hold_what_is_put_into_them_on_sqlite(tmp_path: Path) -> None:
    behaves(tmp_path, sqlite(tmp_path))


def test_rows_hold_what_is_put_into_them_on_postgresql(tmp_path: Path) -> None:
    with postgresql() as url:
        behaves(tmp_path, url)


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return {each.path: each.text for each in emit(orders.CONTRACT, Standing()).files}


def test_only_the_column_types_that_are_needed_are_printed(files: dict[str, str]) -> None:
    database = files["app/core/db.py"]

    assert "def text_enum(" in database
    assert "ExactNumber" not in database
    assert "json_serializer" not in database
    assert "def today(" not in database


def test_a_table_reads_as_a_person_would_write_it(files: dict[str, str]) -> None:
    models = files["app/orders/models.py"]

    assert models.startswith('"""Orders and their lines."""\n')
    assert "Quantity = Annotated[int, pydantic.Field(strict=True, ge=1, le=999" in models
    assert "LINES_PER_ORDER = 50" in models
    assert "    OrderStatus.PAID: {OrderStatus.SHIPPED},\n" in models
    assert "    reference: Reference\n" in models
    assert "    note: Note | None = Field(default=None, max_length=500)\n" in models
    assert 'postgresql_where=text("deleted_at IS NULL")' in models


def test_what_tables_carry_is_claimed() -> None:
    built = {each for file in emit(orders.CONTRACT, Standing()).files for each in file.built}

    assert aspects.constraint("Order", "reference", "length") in built
    assert aspects.rule("Order", "unique(customer_id,reference)") in built
    assert aspects.rule("Order", "transitions") in built
    assert aspects.rule("Order", "timestamps") in built
