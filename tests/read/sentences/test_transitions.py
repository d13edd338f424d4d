"""Statuses and the ways between them."""

from collections.abc import Callable

import pytest

from backwright.read.facts import StatementKind

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Book status: draft → published → archived",
            [
                {
                    "kind": "transition",
                    "entity": "Book",
                    "fields": ("status",),
                    "values": ("draft", "published"),
                },
                {
                    "kind": "transition",
                    "entity": "Book",
                    "fields": ("status",),
                    "values": ("published", "archived"),
                },
            ],
        ),
        (
            "A book moves from draft to published status",
            [
                {
                    "kind": "transition",
                    "entity": "Book",
                    "fields": ("status",),
                    "values": ("draft", "published"),
                }
            ],
        ),
        (
            "The status of a book moves from draft to published to archived",
            [
                {
                    "kind": "transition",
                    "entity": "Book",
                    "fields": ("status",),
                    "values": ("draft", "published"),
                },
                {
                    "kind": "transition",
                    "entity": "Book",
                    "fields": ("status",),
                    "values": ("published", "archived"),
                },
            ],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("transitions", text, StatementKind.MODEL_RULE) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST prevent the status change from archived to draft",
        "Books travel from Rome to Oslo",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("transitions", text, StatementKind.MODEL_RULE) == []
