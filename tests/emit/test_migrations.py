"""From nothing to a schema, from one schema to the next, and back, with the rows that stand."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from backwright.contract.entities import Entity, Field
from backwright.contract.model import Contract
from backwright.emit import emit
from backwright.emit.migrations.losses import blanks, losses
from backwright.plan.model import Standing
from backwright.shape import Kind, Shape
from tests.contracts import accounts, library, orders
from tests.contracts.parts import text, whole
from tests.emit.databases import postgresql
from tests.emit.schemas_of import execute, schema_of, sqlite
from tests.emit.serving import SECRET

ADA = (
    "INSERT INTO people (id, first_name, seen_at, joined) "
    "VALUES ('5f0c2f0e9b7a4c5d8e1f2a3b4c5d6e7f', 'Ada', '2026-01-01', '2026-01-01')"
)
SHELF = "INSERT INTO shelves (id, name, is_active) VALUES (1, 'A', TRUE)"
BOOK = (
    'INSERT INTO books (isbn, shelf_id, author_id, price, copies, text, "order", scope, state, '
    "labels, is_open, created_at, updated_at) "
    "VALUES ('1', 1, '5f0c2f0e9b7a4c5d8e1f2a3b4c5d6e7f', 1250, 1, '', 3, 'read:all', 'lent', "
    "'[]', FALSE, '2026-01-01 00:00:00', '2026-01-01 00:00:00')"
)
WITHOUT_BOOKS = library.changed(
    replace(library.PERSON, relations=(), derived=()),
    replace(library.SHELF, relations=library.SHELF.relations[:2]),
    gone=("Book", "Genre", "BookGenre", "Sequel"),
)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield sqlite(tmp_path)
    else:
        with postgresql() as url:
            yield url


def grown(root: Path, contract: Contract, standing: Standing | None = None) -> Standing:
    """The files of the contract over those that stand."""
    backend = emit(contract, standing or Standing())
    for each in backend.files:
        target = root / each.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(each.text.replace("@@RANDOM_SECRET@@", SECRET), "utf-8")
    return Standing(backend.tables, backend.revisions)


def alembic(root: Path, url: str, *commands: str) -> str:
    """What it says to all of them, in one process; none may fail."""
    done = tried(root, url, *commands)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def tried(root: Path, url: str, *commands: str) -> "subprocess.CompletedProcess[str]":
    script = "import sys; from alembic.config import main; [main(e.split()) for e in sys.argv[1:]]"
    return subprocess.run(
        [sys.executable, "-W", "error::UserWarning", "-c", script, *commands],
        cwd=root,
        env={**os.environ, "DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=False,
    )


def changed(entity: Entity, *fields: Field, gone: tuple[str, ...] = ()) -> Entity:
    """The entity with other fields of the same name, with more of them, or with fewer."""
    new = {each.name: each for each in fields}
    kept = [new.pop(each.name, each) for each in entity.fields if each.name not in gone]
    return replace(entity, fields=(*kept, *new.values()))


@pytest.mark.parametrize("contract", [orders.CONTRACT, accounts.CONTRACT, library.CONTRACT])
def test_the_first_revision_makes_what_the_models_say_and_takes_it_back(
    contract: Contract, database: str, tmp_path: Path
) -> None:
    grown(tmp_path, contract)

    assert "No new upgrade operations" in alembic(tmp_path, database, "upgrade head", "check")
    assert len(schema_of(database)) >= len(contract.entities)

    alembic(tmp_path, database, "downgrade base")
    assert schema_of(database) == {}


def test_the_same_schema_needs_no_revision() -> None:
    first = emit(orders.CONTRACT, Standing())
    kept = json.loads(json.dumps(first.tables, sort_keys=True))
    second = emit(orders.CONTRACT, Standing(kept, first.revisions))

    assert first.revisions == ("0001_orders.py",)
    assert second.revisions == first.revisions
    assert second.tables == first.tables
    assert not [each.path for each in second.files if "versions" in each.path]


@pytest.mark.parametrize(
    ("first", "then"), [(WITHOUT_BOOKS, library.CONTRACT), (library.CONTRACT, WITHOUT_BOOKS)]
)
def test_either_way_to_a_schema_ends_at_the_same(
    first: Contract, then: Contract, database: str, tmp_path: Path
) -> None:
    standing = grown(tmp_path, then, grown(tmp_path, first))
    assert [each.split("_")[0] for each in standing.revisions] == ["0001", "0002"]
    assert "No new upgrade operations" in alembic(tmp_path, database, "upgrade head", "check")
    stepwise = schema_of(database)
    alembic(tmp_path, database, "downgrade base")
    assert schema_of(database) == {}

    straight = tmp_path / "straight"
    grown(straight, then)
    alembic(straight, database, "upgrade head")
    assert stepwise == schema_of(database)


CHANGED = library.changed(
    replace(
        changed(
            library.PERSON,
            Field("first_name", text(1, 60), required=True),
            Field("last_name", text(1, 40), required=True, default="of no name"),
            Field("rank", whole(1, 2**40), required=True, default=7),
            Field("nick", text(1, 20), required=False, unique=True),
            Field("mentor_id", Shape(Kind.UUID), required=False, references="Person"),
            gone=("seen_at",),
        ),
        indexes=(("last_name", "id"),),
    ),
    replace(
        changed(
            library.BOOK,
            Field("price", replace(library.MONEY, decimal_places=3), True, default="9.90"),
            Field("order", whole(0, 2**50), required=True, default=0),
            Field("state", replace(library.BOOK.fields[15].shape, values=("new", "lent")), True),
            gone=("weight",),
        ),
        transitions=(),
    ),
)


BORN = library.changed(
    changed(library.PERSON, Field("born_in", text(1, 40), required=True, copies="x.y"))
)


def test_a_changed_schema_keeps_the_rows_and_can_be_taken_back(
    database: str, tmp_path: Path
) -> None:
    standing = grown(tmp_path, library.CONTRACT)
    alembic(tmp_path, database, "upgrade head")
    before = schema_of(database)
    execute(database, ADA, SHELF, BOOK)

    grown(tmp_path, CHANGED, standing)
    assert "No new upgrade operations" in alembic(tmp_path, database, "upgrade head", "check")
    assert execute(database, "SELECT first_name, last_name, rank, nick FROM people") == [
        ("Ada", "of no name", 7, None)
    ]
    assert execute(database, 'SELECT isbn, price, "order", state FROM books') == [
        ("1", 12500, 3, "lent")
    ]

    alembic(tmp_path, database, "downgrade 0001")
    assert schema_of(database) == before
    assert execute(database, "SELECT isbn, price FROM books") == [("1", 1250)]


def test_what_rows_lose_and_lack_is_told() -> None:
    before = emit(library.CONTRACT, Standing()).tables
    after = emit(CHANGED, Standing()).tables
    gone = emit(WITHOUT_BOOKS, Standing()).tables

    assert losses(before, after) == ("people.seen_at", "books.weight")
    assert losses(after, before) == (
        "people.rank",
        "people.nick",
        "people.mentor_id",
        "books.price beyond 2 decimal places",
    )
    assert "sequels with all rows" in losses(before, gone)
    assert blanks(before, after) == ()
    assert blanks(before, emit(BORN, Standing()).tables) == ("people.born_in",)


def test_a_new_column_that_nobody_can_fill_stops_where_rows_stand(
    database: str, tmp_path: Path
) -> None:
    standing = grown(tmp_path, library.CONTRACT)
    alembic(tmp_path, database, "upgrade head")
    execute(database, ADA)
    grown(tmp_path, BORN, standing)

    done = tried(tmp_path, database, "upgrade head")
    assert done.returncode != 0
    assert re.search(r"born_in", done.stderr)
    assert execute(database, "SELECT first_name FROM people") == [("Ada",)]
