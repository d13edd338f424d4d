"""How many rows there may be."""

from collections.abc import Callable

import pytest

from backwright.read.facts import StatementKind

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST allow a maximum of 10 tags per book",
            [{"entity": "Tag", "scope": ("Book",), "maximum": 10}],
        ),
        (
            "A book MUST have 1-5 tags",
            [{"entity": "Tag", "scope": ("Book",), "minimum": 1, "maximum": 5}],
        ),
        ("A book MUST have at most one tag", [{"entity": "Tag", "scope": ("Book",), "maximum": 1}]),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("count_limit", text, StatementKind.MODEL_RULE) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST list at most 10 books per page",
        "A book has a maximum of 200 characters in its title",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("count_limit", text, StatementKind.MODEL_RULE) == []
