"""Verbs at the end of a path are operations of their own."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST allow admins to publish a book",
            [
                {
                    "kind": "capability",
                    "entity": "Book",
                    "verb": "transition",
                    "operations": ("POST /api/books/{book_id}/publish",),
                    "value": "publish",
                }
            ],
        ),
        (
            "System MUST support publishing books",
            [
                {
                    "kind": "capability",
                    "entity": "Book",
                    "verb": "transition",
                    "operations": ("POST /api/books/{book_id}/publish",),
                    "value": "publish",
                }
            ],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("actions", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST list published books",
        "System MUST NOT publish a book without a title",
        "System MUST let readers burn a book",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("actions", text) == []
