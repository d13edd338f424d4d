"""Statuses and their conditions."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST return 404 when a book does not exist",
            [{"entity": "Book", "status": 404, "value": "missing"}],
        ),
        (
            "System MUST return 201 for creation, 409 for duplicate"
            " ISBN, 422 for validation errors",
            [
                {"status": 201, "value": "created"},
                {"status": 409, "value": "duplicate"},
                {"status": 422, "value": "invalid"},
            ],
        ),
        (
            "System MUST answer 401 (unauthorized), 403 (forbidden) and 400"
            " (bad request), 422 (validation error)",
            [
                {"status": 401, "value": "unauthenticated"},
                {"status": 403, "value": "forbidden"},
                {"status": 400, "value": "malformed"},
                {"status": 422, "value": "invalid"},
            ],
        ),
        (
            "System MUST return 404 for loans that belong to another user",
            [{"entity": "Loan", "status": 404, "value": "forbidden"}],
        ),
        (
            "System MUST reject requests with 403 where the user ID in the"
            " URL path does not match the token",
            [{"entity": "User", "status": 403, "value": "forbidden"}],
        ),
        ("System MUST return appropriate HTTP status codes", [{"value": "appropriate"}]),
        (
            "System MUST verify that the user_id of the token matches the user_id in the URL path",
            [{"value": "forbidden"}],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("statuses", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST store 400 books",
        "System MUST accept titles of up to 200 characters",
        "System MUST list books in pages of 404 items",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("statuses", text) == []
