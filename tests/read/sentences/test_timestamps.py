"""Times that the system keeps."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST record created_at and updated_at timestamps for every book automatically",
            [
                {
                    "entity": "Book",
                    "fields": ("created_at", "updated_at"),
                    "values": ("created", "updated"),
                }
            ],
        ),
        (
            "System MUST update the updated_at timestamp whenever a book is modified",
            [
                {
                    "entity": "Book",
                    "fields": ("updated_at",),
                    "value": "updated",
                    "values": ("updated",),
                }
            ],
        ),
        (
            "System MUST set the creation timestamp of a loan automatically",
            [
                {
                    "entity": "Loan",
                    "fields": ("created_at",),
                    "value": "created",
                    "values": ("created",),
                }
            ],
        ),
        (
            "System MUST record when books and loans were created and updated",
            [
                {"entity": "Book", "values": ("created", "updated")},
                {"entity": "Loan", "values": ("created", "updated")},
            ],
        ),
        (
            "The created_at timestamp of a book is set automatically",
            [
                {
                    "entity": "Book",
                    "fields": ("created_at",),
                    "value": "created",
                    "values": ("created",),
                }
            ],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("timestamps", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST sort books by created_at",
        "System MUST display timestamps in the local timezone",
        "System MUST list books",
        "The created_at field cannot be set by users",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("timestamps", text) == []
