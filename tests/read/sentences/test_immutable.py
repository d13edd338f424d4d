"""Values that stay as they were first given."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ISBN of a book MUST NOT be changed after creation",
            [{"entity": "Book", "fields": ("isbn",)}],
        ),
        ("The label of a tag is immutable", [{"entity": "Tag", "fields": ("label",)}]),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("immutable", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST change the title of a book",
        "The price of a book cannot be changed while it is published",
        "Loans are immutable",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("immutable", text) == []
