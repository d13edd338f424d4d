"""Lists that are narrowed."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST support filtering books by status and author",
            [
                {
                    "kind": "filter",
                    "entity": "Book",
                    "fields": ("status", "author_id"),
                    "scope": ("Author",),
                }
            ],
        ),
        (
            "System MUST list loans with optional filtering by book and date range",
            [
                {
                    "kind": "filter",
                    "entity": "Loan",
                    "fields": ("book_id",),
                    "scope": ("Book",),
                    "value": "date range",
                }
            ],
        ),
        (
            "System MUST list all available books",
            [
                {
                    "kind": "filter",
                    "entity": "Book",
                    "fields": ("is_available",),
                    "verb": "always",
                    "value": True,
                }
            ],
        ),
        (
            "System MUST list published books only: display only published books",
            [
                {
                    "kind": "filter",
                    "entity": "Book",
                    "fields": ("status",),
                    "verb": "always",
                    "value": "published",
                }
            ],
        ),
        (
            "Readers MUST be able to filter books by status and by author, to search them"
            " by title and to sort them by creation date",
            [
                {
                    "kind": "filter",
                    "entity": "Book",
                    "fields": ("status", "author_id"),
                    "scope": ("Author",),
                }
            ],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("filters", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST filter all queries by the authenticated user",
        "System MUST filter coffee by hand",
        "System MUST NOT filter books by status",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("filters", text) == []
