"""Statuses and their conditions."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST return 404 when a book does not exist",
            [{"kind": "status_when", "entity": "Book", "status": 404, "value": "missing"}],
        ),
        (
            "System MUST return 201 for creation, 409 for duplicate"
            " ISBN, 422 for validation errors",
            [
                {"kind": "status_when", "status": 201, "value": "created"},
                {"kind": "status_when", "status": 409, "value": "duplicate"},
                {"kind": "status_when", "status": 422, "value": "invalid"},
            ],
        ),
        (
            "System MUST answer 401 (unauthorized), 403 (forbidden) and 400"
            " (bad request), 422 (validation error)",
            [
                {"kind": "status_when", "status": 401, "value": "unauthenticated"},
                {"kind": "status_when", "status": 403, "value": "forbidden"},
                {"kind": "status_when", "status": 400, "value": "malformed"},
                {"kind": "status_when", "status": 422, "value": "invalid"},
            ],
        ),
        (
            "System MUST return 404 for loans that belong to another user",
            [{"kind": "foreign_status", "entity": "Loan", "status": 404, "value": "forbidden"}],
        ),
        (
            "System MUST reject requests with 403 where the user ID in the"
            " URL path does not match the token",
            [{"kind": "path_user_status", "entity": "User", "status": 403, "value": "forbidden"}],
        ),
        (
            "System MUST return appropriate HTTP status codes",
            [{"kind": "status_when", "value": "appropriate"}],
        ),
        (
            "System MUST verify that the user_id of the token matches the user_id in the URL path",
            [{"kind": "path_user_status", "value": "forbidden"}],
        ),
        (
            "System MUST return 403 if the caller is not the owner of a loan",
            [{"kind": "foreign_status", "entity": "Loan", "status": 403, "value": "forbidden"}],
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
