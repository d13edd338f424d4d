"""Search in texts."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST enable text search across book titles and ISBN",
            [{"entity": "Book", "fields": ("title", "isbn")}],
        ),
        (
            "System MUST list books with optional filtering by title"
            " (case-insensitive partial match)",
            [{"entity": "Book", "fields": ("title",)}],
        ),
        (
            "Readers MUST be able to filter books by status and by author, to search them"
            " by title and to sort them by creation date",
            [{"entity": "Book", "fields": ("title",)}],
        ),
        (
            "Search MUST cover title and isbn of books",
            [{"entity": "Book", "fields": ("title", "isbn")}],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("search", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST NOT offer a search for books",
        "System MUST provide semantic search in books",
        "System MUST list books",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("search", text) == []
