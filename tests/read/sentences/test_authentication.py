"""Who must be signed in."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("System MUST require authentication for all loan endpoints", [{"entity": "Loan"}]),
        ("System MUST reject requests without a valid token with 401", [{}]),
        (
            "System MUST verify JWT tokens with a shared secret issued by Better Auth",
            [{}, {"value": "better_auth", "values": ("shared_secret",)}],
        ),
        ("Anonymous visitors can list books without authentication", [{"entity": "Book"}]),
        ("No authentication is required for reading books", [{"entity": "Book"}]),
        ("System MUST allow authenticated users to create reviews", [{"entity": "Review"}]),
        ("System MUST extract the user id from the JWT", [{}]),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("authentication", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST list books",
        "System MUST allow visitors to sign up",
        "System MUST validate the title of a book",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("authentication", text) == []
