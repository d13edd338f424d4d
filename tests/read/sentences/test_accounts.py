"""Signing up, in and out, and one's own account."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST allow visitors to register with an email address and a password",
            [{"kind": "capability", "entity": "User", "verb": "register"}],
        ),
        (
            "Readers MUST be able to log in and log out",
            [
                {"kind": "capability", "entity": "User", "verb": "logout"},
                {"kind": "capability", "entity": "User", "verb": "login"},
            ],
        ),
        (
            "System MUST exchange email and password for an access token",
            [{"kind": "capability", "entity": "User", "verb": "login"}],
        ),
        (
            "System MUST allow clients to refresh an expired access token with a"
            " refresh token: refresh the access token",
            [{"kind": "capability", "entity": "User", "verb": "refresh"}],
        ),
        (
            "System MUST let members change their password",
            [{"kind": "capability", "entity": "User", "verb": "change_password"}],
        ),
        (
            "System MUST show a signed-in reader their own account",
            [{"kind": "capability", "entity": "User", "verb": "me"}],
        ),
        (
            "System MUST allow users to reset their password by email",
            [{"kind": "behaviour", "entity": "User", "verb": "reset"}],
        ),
        (
            "System MUST lock accounts after 5 failed attempts",
            [{"kind": "behaviour", "entity": "User", "verb": "lockout"}],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("accounts", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST log all authentication events (login, logout)",
        "System MUST redirect visitors to the login page",
        "System MUST prevent sign-up with a known address: register is refused",
        "System MUST allow users to create reviews",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("accounts", text) == []
