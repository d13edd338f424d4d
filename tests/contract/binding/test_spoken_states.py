"""States that only the contract's own words name."""

import pytest

from backwright.contract.operations import Operation, Purpose
from backwright.read.facts import Facts
from tests.contract.facts_for_tests import (
    a_field,
    a_ref,
    an_entity,
    an_enum,
    an_operation,
    answers,
    contract,
    in_path,
    operation,
    tasks,
)


def _said(summary: str) -> Operation:
    act = an_operation(
        "POST /tasks/{task_id}/rewind", answers(200, a_ref("Task")),
        parameters=(in_path("task_id"),), summary=summary,
    )  # fmt: skip
    states = an_entity("Task", a_field("Task", "status", an_enum("draft", "sent", "on_hold"), 21))
    return operation(
        contract(tasks() + Facts(entities=(states,), operations=(act,))),
        "POST /tasks/{task_id}/rewind",
    )


@pytest.mark.parametrize(
    ("summary", "value"),
    [
        ("Take a sent task back to draft", "draft"),
        ("Sets the status to `on hold`", "on_hold"),
        ("Mark the task as sent", "sent"),
    ],
)
def test_the_state_that_the_summary_names(summary: str, value: str) -> None:
    found = _said(summary)
    assert (found.purpose, found.changes) == (Purpose.SET, (("status", value),))


@pytest.mark.parametrize(
    "summary", ["Move it to draft or sent", "Rewind a draft", "Turn it back to draft version 2"]
)
def test_of_several_readings_none_is_taken(summary: str) -> None:
    assert _said(summary).purpose is Purpose.CUSTOM
