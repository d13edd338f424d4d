"""How entities hang together."""

from collections.abc import Callable

import pytest

from backwright.read.facts import StatementKind

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A book can have many reviews: one-to-many",
            [{"kind": "relation", "entity": "Book", "scope": ("Review",), "value": "one_to_many"}],
        ),
        (
            "Many-to-many relationship between books and tags",
            [{"kind": "relation", "entity": "Book", "scope": ("Tag",), "value": "many_to_many"}],
        ),
        (
            "Each loan belongs to a book",
            [{"kind": "relation", "entity": "Loan", "scope": ("Book",), "value": "many_to_one"}],
        ),
        (
            "System MUST allow readers to attach multiple tags to a book",
            [{"kind": "relation", "entity": "Tag", "scope": ("Book",), "value": "many_to_many"}],
        ),
        (
            "Each loan MUST belong to exactly one book",
            [{"kind": "relation", "entity": "Loan", "scope": ("Book",), "value": "many_to_one"}],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("relations", text, StatementKind.MODEL_RULE) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST list books",
        "A book is not associated with a review",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("relations", text, StatementKind.MODEL_RULE) == []
