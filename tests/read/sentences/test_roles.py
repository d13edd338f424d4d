"""What only some may do."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST allow only administrators to delete books",
            [{"kind": "role_required", "entity": "Book", "role": "admin", "value": "only"}],
        ),
        (
            "Admin users MUST be able to update books",
            [{"kind": "role_required", "entity": "Book", "role": "admin"}],
        ),
        (
            "System MUST let admins, and nobody else, add authors",
            [{"kind": "role_required", "entity": "Author", "role": "admin", "value": "only"}],
        ),
        (
            "Users without the admin role MUST receive 403 when deleting books",
            [
                {
                    "kind": "role_required",
                    "entity": "Book",
                    "operations": ("DELETE /api/books/{book_id}",),
                    "role": "admin",
                    "value": "only",
                }
            ],
        ),
        (
            "Books can only be changed by their author or an administrator",
            [{"kind": "role_required", "entity": "Author", "role": "admin"}],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("roles", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST NOT let admins read loans",
        "System MUST let users read books",
        "System MUST hash admin passwords",
        "Admins MUST NOT be able to read loans",
        "Readers MUST be able to view the loans of admins",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("roles", text) == []
