"""Rows that belong to somebody."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Readers MUST only see their own loans", [{"kind": "owned", "entity": "Loan"}]),
        (
            "System MUST filter loans by the authenticated user",
            [{"kind": "owned", "entity": "Loan"}],
        ),
        (
            "System MUST prevent users from accessing other users' reviews",
            [{"kind": "owned", "entity": "Review"}],
        ),
        (
            "System MUST scope every loan query to the authenticated user",
            [{"kind": "owned", "entity": "Loan"}],
        ),
        ("System MUST enforce user data isolation", [{"kind": "owned"}]),
        ("Each loan belongs to one user", [{"kind": "owned", "entity": "Loan"}]),
        ("System MUST list all loans for the current user", [{"kind": "owned", "entity": "Loan"}]),
        ("System MUST keep loans private", [{"kind": "owned", "entity": "Loan"}]),
        (
            "System MUST ensure that only the owner can delete a review",
            [{"kind": "owned", "entity": "Review"}],
        ),
        (
            "Every review and every loan belongs to exactly one user",
            [{"kind": "owned", "entity": "Loan"}, {"kind": "owned", "entity": "Review"}],
        ),
        (
            "System MUST prevent a reader from seeing or changing the loans of another reader",
            [{"kind": "owned", "entity": "Loan"}],
        ),
        (
            "No request of one reader ever changes a loan of another",
            [{"kind": "owned", "entity": "Loan"}],
        ),
        (
            "Only the reader who created a review can delete it",
            [{"kind": "owned", "entity": "Review"}],
        ),
        ("Loans can only be changed by their owner", [{"kind": "owned", "entity": "Loan"}]),
        ("Draft books MUST only be visible to their author", [{"kind": "owned", "entity": "Book"}]),
        ("Reviews can be edited by their author", [{"kind": "owned", "entity": "Review"}]),
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
        "Titles MUST be unique per user",
        "Reviews can be deleted by their author or by a librarian",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("ownership", text) == []
