"""What rows are identified by."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("System MUST use UUID primary keys for all entities", [{"value": "uuid"}]),
        ("System MUST auto-generate a UUID for the book ID", [{"entity": "Book", "value": "uuid"}]),
        (
            "System MUST use auto-increment integer ids for authors",
            [{"entity": "Author", "value": "integer"}],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("id_type", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST NOT use UUID primary keys",
        "System MUST accept a UUID as correlation ID",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("id_type", text) == []
