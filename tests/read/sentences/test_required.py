"""Which fields must be given and which need not."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST require a book to have a title (required), an ISBN"
            " (optional) and a price (required)",
            [
                {"entity": "Book", "fields": ("title",)},
                {"kind": "optional", "entity": "Book", "fields": ("isbn",)},
                {"entity": "Book", "fields": ("price",)},
            ],
        ),
        ("A review's text must not be empty", [{"entity": "Review", "fields": ("text",)}]),
        (
            "System MUST validate that rating and text are provided for reviews",
            [{"entity": "Review", "fields": ("rating", "text")}],
        ),
        (
            "System MUST accept an optional note on a loan",
            [{"kind": "optional", "entity": "Loan", "fields": ("note",)}],
        ),
        (
            "System MUST create loans with a note, an optional starts_on and a book",
            [{"kind": "optional", "entity": "Loan", "fields": ("starts_on",)}],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("required", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST list books with optional filtering by title",
        "System MUST require signing in",
        "The title of a book is optional but required for publishing",
        "Cannot set status of a book to begin a cycle (ancestor check required)",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("required", text) == []
