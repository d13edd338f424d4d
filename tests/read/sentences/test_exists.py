"""Rows that a request refers to."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST validate that the book of a loan exists and answer 404 otherwise",
            [{"entity": "Book", "status": 404}],
        ),
        ("All tags of a book must exist", [{"entity": "Tag"}]),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("exists", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST list books that readers like",
        "System MUST not check that the book exists",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("exists", text) == []
