"""Capabilities are read with their verb, their entity and the fields named."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST allow members to create reviews with a rating and a text",
            [{"entity": "Review", "fields": ("rating", "text"), "verb": "create"}],
        ),
        ("Readers MUST be able to view their own loans", [{"entity": "Loan", "verb": "list"}]),
        (
            "System MUST let visitors view the details of a single book",
            [{"entity": "Book", "verb": "get"}],
        ),
        (
            "System MUST provide CRUD operations for authors",
            [
                {"entity": "Author", "verb": "create"},
                {"entity": "Author", "verb": "list"},
                {"entity": "Author", "verb": "get"},
                {"entity": "Author", "verb": "update"},
                {"entity": "Author", "verb": "delete"},
            ],
        ),
        (
            "System MUST support listing and deleting tags",
            [{"entity": "Tag", "verb": "list"}, {"entity": "Tag", "verb": "delete"}],
        ),
        (
            "System MUST provide an endpoint to retrieve a book by ID",
            [{"entity": "Book", "fields": ("id",), "verb": "get"}],
        ),
        (
            "System MUST allow librarians to edit or remove books, and to list loans",
            [
                {"entity": "Book", "verb": "update"},
                {"entity": "Book", "verb": "delete"},
                {"entity": "Loan", "verb": "list"},
            ],
        ),
        (
            "System MUST allow books to be accessed by their slug",
            [{"entity": "Book", "verb": "get"}],
        ),
        (
            "System MUST display a list of books owned by the library",
            [{"entity": "Book", "verb": "list"}],
        ),
        (
            "System MUST allow users to update their display name",
            [{"entity": "User", "fields": ("display_name",), "verb": "update"}],
        ),
        ("System MUST support creation of tags", [{"entity": "Tag", "verb": "create"}]),
        (
            "System MUST allow librarians to create, list and read authors",
            [
                {"entity": "Author", "verb": "create"},
                {"entity": "Author", "verb": "list"},
                {"entity": "Author", "verb": "get"},
            ],
        ),
        (
            "System MUST allow librarians to create, read, update and delete tags",
            [
                {"entity": "Tag", "verb": "create"},
                {"entity": "Tag", "verb": "list"},
                {"entity": "Tag", "verb": "get"},
                {"entity": "Tag", "verb": "update"},
                {"entity": "Tag", "verb": "delete"},
            ],
        ),
        (
            "System MUST allow readers to put a tag on a book",
            [{"entity": "Tag", "scope": ("Book",), "verb": "link"}],
        ),
        ("System MUST let readers add reviews to a book", [{"entity": "Review", "verb": "create"}]),
        ("Readers MUST be able to borrow a book", [{"entity": "Loan", "verb": "create"}]),
        (
            "Readers MUST be able to leave a review for a book",
            [{"entity": "Review", "verb": "create"}],
        ),
        (
            "Users can change their display name but not their role",
            [{"entity": "User", "fields": ("display_name",), "verb": "update"}],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("capability", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST NOT allow users to delete books",
        "System MUST prevent members from deleting reviews",
        "System MUST display a chart of loans",
        "Readers MUST be able to sign in",
        "System MUST set created_at when a book is created",
        "System MUST return 404 when a book does not exist",
        "The web client MUST show overdue loans in red",
        "Deleting a book MUST also delete its reviews",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("capability", text) == []
