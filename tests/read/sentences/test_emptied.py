"""Texts of nothing."""

from collections.abc import Callable

import pytest

from backwright.read.facts import StatementKind

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Note of only blanks: stored as no note", ("note",)),
        ("An empty note of a loan MUST be stored as null", ("note",)),
        ("A note that is empty or whitespace is treated as absent", ("note",)),
    ],
)
@pytest.mark.parametrize("kind", [StatementKind.REQUIREMENT, StatementKind.EDGE_CASE])
def test_it_is_read(say: Say, text: str, fields: tuple[str, ...], kind: StatementKind) -> None:
    expected = {"kind": "normalise", "entity": "Loan", "fields": fields, "value": "empty_to_null"}
    assert say("emptied", text, kind) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "An empty note of a loan MUST be refused",
        "A note MUST NOT be empty",
        "An empty note of a loan MUST NOT be stored as null",
        "An empty list is treated as nothing",
        "An empty shelf is kept as no longer needed",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("emptied", text) == []
