"""Changes of one field."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST toggle is_available of a book",
            [{"entity": "Book", "fields": ("is_available",), "verb": "toggle"}],
        ),
        (
            "Readers MUST be able to mark a loan as returned",
            [{"entity": "Loan", "fields": ("is_returned",), "verb": "set", "value": True}],
        ),
        (
            "System MUST let admins mark a book as archived",
            [{"entity": "Book", "fields": ("status",), "verb": "set", "value": "archived"}],
        ),
        (
            "System MUST set is_available to false for a lost book",
            [{"entity": "Book", "fields": ("is_available",), "value": False}],
        ),
        (
            "System MUST let admins record that a book is published",
            [{"entity": "Book", "fields": ("status",), "verb": "set", "value": "published"}],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("set_field", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST default is_available to true",
        "System MUST NOT toggle is_available of a book",
        "System MUST mark the day in the calendar",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("set_field", text) == []
