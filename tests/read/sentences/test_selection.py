"""Comparisons that tell some rows from others."""

from collections.abc import Callable

import pytest

from backwright.read.facts import StatementKind

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "value", "verb"),
    [
        ("System MUST list the loans whose ends_on is before their starts_on", "<", None),
        ("System MUST list loans where ends_on is at or above the starts_on", ">=", None),
        ("low stock: ends_on <= starts_on", "<=", "low_stock"),
        ("Overdue means the ends_on is below the starts_on", "<", "overdue"),
        ("System MUST send an alert when the ends_on falls below starts_on", "<", None),
    ],
)
def test_it_is_read(say: Say, text: str, value: str, verb: str | None) -> None:
    told: dict[str, object] = {"entity": "Loan", "fields": ("ends_on", "starts_on"), "value": value}
    named = {} if verb is None else {"verb": verb}
    assert say("selection", text, StatementKind.MODEL_RULE) == [told | named]
    assert say("cross_field", text, StatementKind.MODEL_RULE) == []


@pytest.mark.parametrize(
    "text",
    [
        "starts_on must be before ends_on",
        "dates: starts_on <= ends_on",
        "Reject loans with 400 if ends_on is before starts_on",
        "System MUST list loans with starts_on and ends_on",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("selection", text, StatementKind.MODEL_RULE) == []
