"""What passwords are like and how they are kept."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST require passwords of at least 12 characters with"
            " an uppercase letter and a digit",
            [{"kind": "password", "minimum": 12, "values": ("upper", "digit")}],
        ),
        (
            "System MUST hash passwords with argon2id",
            [{"kind": "password", "verb": "hash", "value": "argon2id"}],
        ),
        ("System MUST never store passwords in plain text", [{"kind": "password", "verb": "hash"}]),
        (
            "Passwords must have 8 to 64 characters",
            [{"kind": "password", "minimum": 8, "maximum": 64}],
        ),
        (
            "Passwords must contain one digit, one uppercase letter and be 10+ characters",
            [{"kind": "password", "minimum": 10, "values": ("upper", "digit")}],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("passwords", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST let users change their password",
        "System MUST require titles of at least 2 characters",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("passwords", text) == []
