"""Two fields of a row, compared."""

from collections.abc import Callable

import pytest

from backwright.read.facts import StatementKind

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "starts_on must be before ends_on",
            [{"entity": "Loan", "fields": ("starts_on", "ends_on"), "value": "<"}],
        ),
        (
            "System MUST validate that starts_on <= ends_on for loans",
            [{"entity": "Loan", "fields": ("starts_on", "ends_on"), "value": "<="}],
        ),
        (
            "title and isbn of a book must be different",
            [{"entity": "Book", "fields": ("title", "isbn"), "value": "!="}],
        ),
        (
            "From and to branches must be different",
            [{"entity": "Loan", "fields": ("from_branch_id", "to_branch_id"), "value": "!="}],
        ),
        (
            "Reject loans with 400 if ends_on is before starts_on",
            [{"entity": "Loan", "fields": ("ends_on", "starts_on"), "value": ">="}],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("cross_field", text, StatementKind.MODEL_RULE) == expected


@pytest.mark.parametrize(
    "text",
    [
        "starts_on and ends_on are dates",
        "System MUST list books",
        "Rome and Oslo times are different",
        "starts_on of a loan: not null, > 0, unlike ends_on",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("cross_field", text, StatementKind.MODEL_RULE) == []
