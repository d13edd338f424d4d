"""Which fields an entity has, and which an answer holds."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST store for each book: title, ISBN, price and publication status",
            [{"entity": "Book", "fields": ("title", "isbn", "price", "status")}],
        ),
        (
            "System MUST return a book with its title, price and stock quantity",
            [{"kind": "include", "entity": "Book", "fields": ("title", "price", "stock_quantity")}],
        ),
        (
            "Each loan MUST contain starts_on, ends_on and a note",
            [{"entity": "Loan", "fields": ("starts_on", "ends_on", "note")}],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("attributes", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST list books",
        "System MUST store title, mood and weather",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("attributes", text) == []
