"""A small library as the vocabulary: readers borrow books and review them."""

from collections.abc import Callable
from dataclasses import fields

import pytest

from backwright.read.facts import (
    EntityFact,
    Facts,
    FieldFact,
    OperationFact,
    SentenceFact,
    Statement,
    StatementKind,
)
from backwright.read.sentences import read
from backwright.shape import Kind, Shape
from backwright.source import Span

PLACE = Span("specs/library/spec.md", 10)
MODEL = Span("specs/library/data-model.md", 5)

COLUMNS = {
    "User": "id email password_hash display_name role created_at",
    "Author": "id name",
    "Book": (
        "id title isbn price stock_quantity published_on is_available status slug author_id "
        "version created_at updated_at"
    ),
    "Loan": (
        "id book_id user_id starts_on ends_on note is_returned"
        " from_branch_id to_branch_id created_at"
    ),
    "Review": "id book_id user_id rating text created_at",
    "Tag": "id label",
}
VALUES = {
    "status": ("draft", "published", "archived"),
    "role": ("member", "admin"),
}
OPERATIONS = (
    "POST /api/books",
    "GET /api/books",
    "GET /api/books/{book_id}",
    "PATCH /api/books/{book_id}",
    "DELETE /api/books/{book_id}",
    "POST /api/books/{book_id}/publish",
    "GET /api/loans",
    "POST /api/loans",
)


def _shape(name: str) -> Shape:
    kind = Kind.BOOLEAN if name.startswith("is_") else Kind.STRING
    return Shape(kind, values=VALUES.get(name, ()))


def _entity(name: str, columns: str) -> EntityFact:
    described = tuple(
        FieldFact(name, each, _shape(each), MODEL, f"data-model.md:{name}.{each}")
        for each in columns.split()
    )
    return EntityFact(name, MODEL, fields=described)


LIBRARY = Facts(
    entities=tuple(_entity(name, columns) for name, columns in COLUMNS.items()),
    operations=tuple(OperationFact(*each.split(" "), PLACE, "") for each in OPERATIONS),
)


def understood(text: str, kind: StatementKind) -> tuple[SentenceFact, ...]:
    return read(LIBRARY + Facts(statements=(Statement("FR-001", kind, text, PLACE),)))


def brief(fact: SentenceFact) -> dict[str, object]:
    """What a fact says, without its origin, without what is empty, and without its kind where
    that is the pattern's name."""
    unsaid: tuple[object, ...] = ("", (), None)
    said = {each.name: getattr(fact, each.name) for each in fields(fact)}
    kind = {} if fact.kind.value == fact.pattern else {"kind": fact.kind.value}
    return kind | {
        name: value
        for name, value in said.items()
        if name not in {"kind", "statement", "span", "pattern"}
        and value not in unsaid
        and not (name in {"status", "seconds"} and value == 0)
    }


@pytest.fixture(scope="session")
def library() -> Facts:
    return LIBRARY


@pytest.fixture
def say() -> Callable[..., list[dict[str, object]]]:
    """What one pattern reads in a sentence of its own."""

    def facts(
        pattern: str, text: str, kind: StatementKind = StatementKind.REQUIREMENT
    ) -> list[dict[str, object]]:
        return [brief(each) for each in understood(text, kind) if each.pattern == pattern]

    return facts
