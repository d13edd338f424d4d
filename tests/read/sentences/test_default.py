"""Values that are taken when nobody gives one."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST default is_available to true on creation of a book",
            [{"entity": "Book", "fields": ("is_available",), "value": True}],
        ),
        (
            'System MUST assign a default status of "draft" to all newly created books',
            [{"entity": "Book", "fields": ("status",), "value": "draft"}],
        ),
        (
            "The rating of a review defaults to 3",
            [{"entity": "Review", "fields": ("rating",), "value": 3}],
        ),
        (
            "System MUST initialize new books with stock_quantity set to 0",
            [{"entity": "Book", "fields": ("stock_quantity",), "value": 0}],
        ),
        (
            "The status of a book MUST be one of draft, published and"
            " archived, and is draft by default",
            [{"entity": "Book", "fields": ("status",), "value": "draft"}],
        ),
        (
            "New books start with status draft",
            [{"entity": "Book", "fields": ("status",), "value": "draft"}],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("default", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST order books by title by default",
        "System MUST default to today for the start",
        "System MUST show 20 books per page by default",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("default", text) == []
