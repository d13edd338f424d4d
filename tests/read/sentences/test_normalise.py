"""Spellings that count as the same."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST treat email addresses as case-insensitive",
            [{"entity": "User", "fields": ("email",), "value": "lower"}],
        ),
        (
            "System MUST trim the title of a book",
            [{"entity": "Book", "fields": ("title",), "value": "trim"}],
        ),
        (
            "System MUST treat email addresses as unique without regard to letter case",
            [{"entity": "User", "fields": ("email",), "value": "lower"}],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("normalise", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST search books by title, case-insensitively",
        "System MUST require one lowercase letter in the password",
        "System MUST treat titles of books as not case-insensitive",
        "The slug of a book has lower-case letters only",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("normalise", text) == []
