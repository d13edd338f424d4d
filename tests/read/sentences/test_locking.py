"""Changes that must not overwrite each other."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST use optimistic locking for books",
            [{"kind": "version", "entity": "Book", "fields": ("version",)}],
        ),
        (
            "System MUST refuse a change of a book if the version is stale",
            [{"kind": "version", "entity": "Book", "fields": ("version",)}],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("locking", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST offer version 2 of the API",
        "System MUST not use optimistic locking",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("locking", text) == []
