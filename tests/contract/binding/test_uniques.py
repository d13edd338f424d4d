"""What must not occur twice."""

import pytest

from backwright.contract.entities import Unique
from backwright.contract.model import Contract
from backwright.read.facts import Facts, SentenceKind, Statement, StatementKind
from backwright.source import Span
from tests.contract.facts_for_tests import SPEC, a_field, an_entity, contract, says, tasks


def _told(text: str, *names: str, kind: StatementKind = StatementKind.MODEL_RULE) -> Contract:
    model = an_entity(
        "Task", a_field("Task", "ledger_id", line=21), a_field("Task", "code", line=22)
    )
    statement = Statement("M-1", kind, text, Span(SPEC, 8))
    facts = tuple(
        says(SentenceKind.UNIQUE, "M-1", 8, entity="Task", fields=(name,)) for name in names
    )
    return contract(tasks() + Facts(entities=(model,), statements=(statement,), sentences=facts))


@pytest.mark.parametrize(
    "text",
    [
        "UNIQUE constraint on ledger_id, code",
        "idx_task_code: ledger_id + code (UNIQUE)",
        "Unique: (ledger_id, code)",
        "`code` must be unique within the same ledger",
        "`code` is unique per ledger",
    ],
)
def test_columns_that_are_named_together_are_unique_together(text: str) -> None:
    task = _told(text, "code").entity("Task")
    assert task.uniques == (Unique(("ledger_id", "code")),)
    assert not any(each.unique for each in task.fields)


@pytest.mark.parametrize(
    "text",
    [
        "Unique: (tenant_id, code)",
        "code is unique per tenant",
        "Only one code per task can have is_default = TRUE",
        "Same Code = success without a duplicate",
    ],
)
def test_a_part_of_what_is_named_is_not_unique_alone(text: str) -> None:
    task = _told(text, "code").entity("Task")
    assert not task.uniques
    assert not any(each.unique for each in task.fields)


def test_the_row_of_another_field_says_nothing_of_this_one() -> None:
    task = _told("id: UUID, unique code identifier", "code", kind=StatementKind.FIELD).entity(
        "Task"
    )
    assert not any(each.unique for each in task.fields)


def test_a_reference_is_unique_only_in_so_many_words() -> None:
    loose = _told("Has a unique identifier, an associated ledger", "ledger_id").entity("Task")
    exact = _told("UNIQUE constraint on ledger_id", "ledger_id").entity("Task")
    assert not any(each.unique for each in loose.fields)
    assert [each.name for each in exact.fields if each.unique] == ["ledger_id"]
