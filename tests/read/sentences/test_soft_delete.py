"""Rows that stay when they are deleted."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("System MUST support soft delete for books", [{"entity": "Book", "value": "soft"}]),
        (
            "System MUST soft-delete books (set is_available=false)",
            [{"entity": "Book", "fields": ("is_available",), "value": "soft", "values": (False,)}],
        ),
        ("System MUST permanently delete reviews", [{"entity": "Review", "value": "hard"}]),
        (
            "Deleted books MUST be kept and marked with the time of deletion",
            [{"entity": "Book", "value": "soft"}],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("soft_delete", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST delete books",
        "System MUST list books",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("soft_delete", text) == []
