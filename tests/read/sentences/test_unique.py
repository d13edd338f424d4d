"""Values that may occur once."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ISBN of a book MUST be unique", [{"entity": "Book", "fields": ("isbn",)}]),
        (
            "System MUST prevent registration with duplicate email addresses",
            [{"entity": "User", "fields": ("email",)}],
        ),
        ("System MUST enforce unique tag labels", [{"entity": "Tag", "fields": ("label",)}]),
        (
            "System MUST enforce that a review's rating is unique within the same book",
            [{"entity": "Review", "fields": ("rating",), "scope": ("Book",)}],
        ),
        (
            "System MUST let admins add books, each with an ISBN of its own",
            [{"entity": "Book", "fields": ("isbn",)}],
        ),
        (
            "The slug MUST have 3 to 60 characters; it MUST be unique",
            [{"entity": "Book", "fields": ("slug",)}],
        ),
        (
            "Each user can submit only one review per book",
            [{"entity": "Review", "fields": ("user_id", "book_id")}],
        ),
        (
            "Books are refused when the title or ISBN is already taken",
            [{"entity": "Book", "fields": ("title",)}, {"entity": "Book", "fields": ("isbn",)}],
        ),
        (
            "The combination of title and ISBN of a book MUST be unique",
            [{"entity": "Book", "fields": ("title", "isbn")}],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("unique", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST assign a unique identifier to each book",
        "System MUST detect duplicate titles in files",
        "System MUST list books by title",
        "Users MUST be able to duplicate the title of a book",
        "Users can duplicate books by title",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("unique", text) == []
