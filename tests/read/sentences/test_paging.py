"""Lists in pages."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST paginate books with a default of 20 and a maximum of 100 per page",
            [{"kind": "page", "entity": "Book", "minimum": 20, "maximum": 100}],
        ),
        (
            "System MUST support pagination for loan lists and book lists (max 50)",
            [
                {"kind": "page", "entity": "Loan", "maximum": 50},
                {"kind": "page", "entity": "Book", "maximum": 50},
            ],
        ),
        (
            "System MUST list all loans without pagination",
            [{"kind": "page", "entity": "Loan", "value": "none"}],
        ),
        (
            "System MUST support pagination of reviews using limit and"
            " offset parameters (limit: 10, max: 40)",
            [{"kind": "page", "entity": "Review", "minimum": 10, "maximum": 40, "value": "offset"}],
        ),
        (
            "Lists MUST be limited to 25 books by default and 100 at most",
            [{"kind": "page", "entity": "Book", "minimum": 25, "maximum": 100}],
        ),
        (
            "System MUST return at most 50 books per request",
            [{"kind": "page", "entity": "Book", "maximum": 50}],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("paging", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST list books",
        "A book has at most 900 pages",
        "A page of a book",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("paging", text) == []
