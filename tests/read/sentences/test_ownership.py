"""Rows that belong to somebody."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Readers MUST only see their own loans", [{"entity": "Loan"}]),
        ("System MUST filter loans by the authenticated user", [{"entity": "Loan"}]),
        ("System MUST prevent users from accessing other users' reviews", [{"entity": "Review"}]),
        ("System MUST scope every loan query to the authenticated user", [{"entity": "Loan"}]),
        ("System MUST enforce user data isolation", [{}]),
        ("Each loan belongs to one user", [{"entity": "Loan"}]),
        ("System MUST list all loans for the current user", [{"entity": "Loan"}]),
        ("System MUST keep loans private", [{"entity": "Loan"}]),
        ("System MUST ensure that only the owner can delete a review", [{"entity": "Review"}]),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("ownership", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST list all books",
        "Tags are shared by all readers",
        "System MUST let admins add books, each with an ISBN of its own",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("ownership", text) == []
