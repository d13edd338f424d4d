"""Who must be signed in."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST require authentication for all loan endpoints",
            [{"kind": "auth_required", "entity": "Loan"}],
        ),
        ("System MUST reject requests without a valid token with 401", [{"kind": "auth_required"}]),
        (
            "System MUST verify JWT tokens with a shared secret issued by Better Auth",
            [{"kind": "auth_required"}],
        ),
        (
            "Anonymous visitors can list books without authentication",
            [{"kind": "public", "entity": "Book", "operations": ("GET /api/books",)}],
        ),
        (
            "No authentication is required for reading books",
            [
                {
                    "kind": "public",
                    "entity": "Book",
                    "operations": ("GET /api/books", "GET /api/books/{book_id}"),
                }
            ],
        ),
        ("All endpoints are public", [{"kind": "public", "value": "all"}]),
        (
            "System MUST allow authenticated users to create reviews",
            [{"kind": "auth_required", "entity": "Review"}],
        ),
        ("System MUST extract the user id from the JWT", [{"kind": "auth_required"}]),
        (
            "System MUST require a valid access token for every operation on loans and reviews",
            [
                {"kind": "auth_required", "entity": "Loan"},
                {"kind": "auth_required", "entity": "Review"},
            ],
        ),
        (
            "System MUST take the identity of the user from the sub claim of the token only",
            [{"kind": "auth_required"}],
        ),
        (
            "System MUST show the list of books to anonymous visitors",
            [{"kind": "public", "entity": "Book", "operations": ("GET /api/books",)}],
        ),
        (
            "Only published books are visible to anonymous users",
            [
                {
                    "kind": "public",
                    "entity": "Book",
                    "operations": ("GET /api/books", "GET /api/books/{book_id}"),
                }
            ],
        ),
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
        "Loans are private: to anyone but their reader a loan does not exist",
        "Draft books are never shown to visitors",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("authentication", text) == []
