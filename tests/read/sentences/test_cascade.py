"""What happens to the rest when a row goes."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST delete all reviews of a book when the book is deleted:"
            " deleting a book cascades to its reviews",
            [{"entity": "Book", "scope": ("Review",), "value": "cascade"}],
        ),
        (
            "System MUST prevent deletion of books that have loans",
            [{"entity": "Book", "scope": ("Loan",), "value": "restrict"}],
        ),
        (
            "Authors with books cannot be deleted: prevent deletion of authors that have books",
            [{"entity": "Author", "scope": ("Book",), "value": "restrict"}],
        ),
        (
            "Deleting a book cascades to its loans and reviews",
            [{"entity": "Book", "scope": ("Loan", "Review"), "value": "cascade"}],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("cascade", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST delete books",
        "Deleting a book does not cascade to reviews",
        "Readers MUST be able to list and delete their own loans",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("cascade", text) == []
