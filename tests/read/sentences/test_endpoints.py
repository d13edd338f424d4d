"""Operations named by method and path are asked for."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST provide `POST /books` to add a book",
            [
                {
                    "kind": "capability",
                    "entity": "Book",
                    "verb": "create",
                    "operations": ("POST /api/books",),
                }
            ],
        ),
        (
            "System MUST expose GET /api/books/{id} and DELETE /api/books/{id}",
            [
                {
                    "kind": "capability",
                    "entity": "Book",
                    "verb": "get",
                    "operations": ("GET /api/books/{book_id}",),
                },
                {
                    "kind": "capability",
                    "entity": "Book",
                    "verb": "delete",
                    "operations": ("DELETE /api/books/{book_id}",),
                },
            ],
        ),
        (
            "System MUST offer these endpoints: GET /books (list), POST /loans (borrow)",
            [
                {
                    "kind": "capability",
                    "entity": "Book",
                    "verb": "list",
                    "operations": ("GET /api/books",),
                },
                {
                    "kind": "capability",
                    "entity": "Loan",
                    "verb": "create",
                    "operations": ("POST /api/loans",),
                },
            ],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("endpoints", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST NOT expose DELETE /books/{id}",
        "System MUST provide GET /magazines",
        "The web page calls GET /books on load",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("endpoints", text) == []
