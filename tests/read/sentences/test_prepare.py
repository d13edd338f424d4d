"""What a statement is about by the place where it stands."""

import pytest

from backwright.read.facts import Facts, Statement, StatementKind
from backwright.read.sentences.prepare import prepare
from backwright.read.sentences.vocabulary import vocabulary
from backwright.source import Span


@pytest.mark.parametrize(
    ("heading", "context"),
    [
        ("Loan States", "Loan"),
        ("Validation Rules", "User"),
        ("States of a loan", "User"),
        ("", "User"),
    ],
)
def test_the_heading_names_the_entity_of_its_rules(
    library: Facts, heading: str, context: str
) -> None:
    place = Span("specs/library/data-model.md", 40)
    rule = Statement("R", StatementKind.MODEL_RULE, "Closed: soft-deleted", place, heading=heading)
    assert prepare(rule, vocabulary(library)).context == context
