"""Values computed when they are read."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST return each book with the number of reviews",
            [{"entity": "Book", "scope": ("Review",), "value": "count"}],
        ),
        (
            "System MUST show authors with the count of their books",
            [{"entity": "Author", "scope": ("Book",), "value": "count"}],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("derived", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST provide statistics with the number of loans",
        "System MUST list books",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("derived", text) == []
