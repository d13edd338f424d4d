"""The form of a text."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST validate email format before accepting registration",
            [{"entity": "User", "fields": ("email",), "value": "email"}],
        ),
        (
            "System MUST store loan starts_on in ISO 8601 format",
            [{"entity": "Loan", "fields": ("starts_on",), "value": "date-time"}],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("format", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST validate the title of a book",
        "System MUST send a valid email to the author",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("format", text) == []
