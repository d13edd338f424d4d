"""Which characters a text is made of."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ISBN of a book MUST consist of 10 to 17 digits and hyphens",
            [{"entity": "Book", "fields": ("isbn",), "value": "^[0-9-]+$"}],
        ),
        (
            "Tag labels contain only lower-case letters, digits and underscores",
            [{"entity": "Tag", "fields": ("label",), "value": "^[a-z0-9_]+$"}],
        ),
        (
            "The slug of a book MUST have 3 to 60 characters:"
            " lower-case letters, digits and hyphens",
            [{"entity": "Book", "fields": ("slug",), "value": "^[a-z0-9-]+$"}],
        ),
        (
            "The slug of a book must match ^[a-z]+$",
            [{"entity": "Book", "fields": ("slug",), "value": "^[a-z]+$"}],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("pattern", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST require a password with letters and digits",
        "The title of a book contains letters from readers",
        "System MUST print books in capital letters",
        "The slug of a book must match ^[a-z$",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("pattern", text) == []
