"""Statuses and the ways between them."""

from collections.abc import Callable

import pytest

from backwright.read.facts import EntityFact, Facts, FieldFact, Statement, StatementKind
from backwright.read.sentences import read
from backwright.shape import Kind, Shape
from backwright.source import Span

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


def test_a_state_may_be_called_rejected() -> None:
    place = Span("data-model.md", 1)
    states = Shape(Kind.STRING, values=("asked", "rejected"))
    leave = EntityFact("Leave", place, fields=(FieldFact("Leave", "state", states, place, "F"),))
    row = Statement("R", StatementKind.MODEL_RULE, "asked → rejected", place)
    found = read(Facts(entities=(leave,), statements=(row,)))
    assert [each.values for each in found] == [("asked", "rejected")]
