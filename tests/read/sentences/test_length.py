"""Bounds of texts in characters."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST validate that book titles have between 1 and 200 characters",
            [{"entity": "Book", "fields": ("title",), "minimum": 1, "maximum": 200}],
        ),
        (
            "System MUST limit the note of a loan to 500 characters",
            [{"entity": "Loan", "fields": ("note",), "maximum": 500}],
        ),
        (
            "System MUST accept books with title (3-80 chars) and isbn (max 17 characters)",
            [
                {"entity": "Book", "fields": ("title",), "minimum": 3, "maximum": 80},
                {"entity": "Book", "fields": ("isbn",), "maximum": 17},
            ],
        ),
        (
            "Display names must be at least 2 characters",
            [{"entity": "User", "fields": ("display_name",), "minimum": 2}],
        ),
        (
            "System MUST enforce a maximum length of 2,000 characters for the text of a review",
            [{"entity": "Review", "fields": ("text",), "maximum": 2000}],
        ),
        (
            "Review text: maximum 2000 characters",
            [{"entity": "Review", "fields": ("text",), "maximum": 2000}],
        ),
        (
            "The note of a loan MUST NOT be longer than 160 characters",
            [{"entity": "Loan", "fields": ("note",), "maximum": 160}],
        ),
        (
            "A review must not exceed 1,000 characters",
            [{"entity": "Review", "fields": ("text",), "maximum": 1000}],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("length", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST accept book prices between 1 and 200",
        "Passwords MUST have at least 8 characters",
        "System MUST show the first 100 characters of an essay",
        "A book must not exceed 1,000 characters",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("length", text) == []
