"""The order of lists."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST sort books by title",
            [
                {
                    "kind": "sort",
                    "entity": "Book",
                    "fields": ("title",),
                    "value": "asc",
                    "values": ("default",),
                }
            ],
        ),
        (
            "System MUST order reviews by creation date (newest first) by default",
            [
                {
                    "kind": "sort",
                    "entity": "Review",
                    "fields": ("created_at",),
                    "value": "desc",
                    "values": ("default",),
                }
            ],
        ),
        (
            "System MUST support sorting books by price in both ascending and descending order",
            [{"kind": "sort", "entity": "Book", "fields": ("price",), "value": "both"}],
        ),
        (
            "System MUST show loans newest first",
            [{"kind": "sort", "entity": "Loan", "fields": ("created_at",), "value": "desc"}],
        ),
        (
            "Readers MUST be able to filter books by status and by author, to search them"
            " by title and to sort them by creation date",
            [{"kind": "sort", "entity": "Book", "fields": ("created_at",), "value": "asc"}],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("sorting", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST place an order by phone",
        "System MUST list books",
        "System MUST sort the mail by hand",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("sorting", text) == []
