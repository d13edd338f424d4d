"""The values that a field is limited to."""

from collections.abc import Callable

import pytest

from backwright.read.facts import Facts, Statement, StatementKind
from backwright.read.sentences import read
from backwright.source import Span

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST support book statuses: draft, published, archived",
            [
                {
                    "entity": "Book",
                    "fields": ("status",),
                    "values": ("draft", "published", "archived"),
                }
            ],
        ),
        (
            "The role of a user must be one of 'member' or 'admin'",
            [{"entity": "User", "fields": ("role",), "values": ("member", "admin")}],
        ),
        (
            "System MUST store books with a title and a status (draft/published/archived)",
            [
                {
                    "entity": "Book",
                    "fields": ("status",),
                    "values": ("draft", "published", "archived"),
                }
            ],
        ),
        (
            "System MUST update the status of a book (Draft, Published, Archived)",
            [
                {
                    "entity": "Book",
                    "fields": ("status",),
                    "values": ("Draft", "Published", "Archived"),
                }
            ],
        ),
        (
            "The status of a book MUST be one of draft, published and"
            " archived, and is draft by default",
            [
                {
                    "entity": "Book",
                    "fields": ("status",),
                    "values": ("draft", "published", "archived"),
                }
            ],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("enum", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST sort reviews by rating (ascending/descending)",
        "System MUST store the note (required, text)",
        "Loans MUST be recorded with a note and a book",
        "role: If provided, must be valid enum value",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("enum", text) == []


def test_a_row_of_the_model_has_its_description_behind_the_values(library: Facts) -> None:
    text = "status: ENUM; NOT NULL, one of: draft, published, archived; Shelf status"
    place = Span("specs/library/data-model.md", 9)
    row = Statement("data-model.md:Book.status", StatementKind.FIELD, text, place)
    facts = read(library + Facts(statements=(row,)))
    assert [each.values for each in facts if each.pattern == "enum"] == [
        ("draft", "published", "archived")
    ]
