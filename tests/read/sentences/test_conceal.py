"""What no answer gives away."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("System MUST never expose stack traces in errors", [{"value": "internals"}]),
        (
            "System MUST not reveal whether an account exists",
            [{"entity": "User", "value": "account"}],
        ),
        (
            "System MUST never return the password_hash of a user",
            [{"entity": "User", "fields": ("password_hash",), "value": "field"}],
        ),
        (
            "System MUST answer a wrong password exactly as an unknown email",
            [{"entity": "User", "value": "account"}],
        ),
        (
            "System MUST store passwords as a hash and MUST never return the password_hash",
            [{"entity": "User", "fields": ("password_hash",), "value": "field"}],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("conceal", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST return the title of a book",
        "System MUST reveal the price of a book",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("conceal", text) == []
