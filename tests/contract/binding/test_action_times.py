"""Times that decisions leave behind."""

import pytest

from backwright.contract.operations import Operation, Purpose
from backwright.read.facts import Facts
from tests.contract.facts_for_tests import (
    TIME,
    a_field,
    a_property,
    a_ref,
    a_schema,
    an_entity,
    an_enum,
    an_operation,
    answers,
    contract,
    in_path,
    operation,
    tasks,
)


def _approved(*times: str, states: tuple[str, ...] = ("open", "approved")) -> Operation:
    place = "POST /tasks/{task_id}/approve"
    act = an_operation(
        place, answers(200, a_ref("Task")), body="Decision", parameters=(in_path("task_id"),)
    )
    model = an_entity(
        "Task", a_field("Task", "status", an_enum(*states), 21, default="open"),
        a_field("Task", "decision_reason", line=22),
        *(a_field("Task", each, TIME, 30 + i) for i, each in enumerate(times)),
    )  # fmt: skip
    body = a_schema("Decision", a_property("decision_reason"))
    return operation(
        contract(tasks() + Facts(entities=(model,), operations=(act,), schemas=(body,))), place
    )


@pytest.mark.parametrize(
    ("times", "stamped"),
    [
        (("approved_at", "decided_at"), ("approved_at",)),
        (("decision_date", "reviewed_at"), ("decision_date",)),
        (("reviewed_at",), ("reviewed_at",)),
        (("reviewed_at", "decided_at"), ()),
        (("rejected_at",), ()),
    ],
)
def test_the_nearest_time_is_set(times: tuple[str, ...], stamped: tuple[str, ...]) -> None:
    assert _approved(*times).stamps == stamped


def test_the_time_of_a_decision_does_not_tell_which_it_was() -> None:
    assert _approved("decided_at", states=("open", "closed")).purpose is Purpose.CUSTOM
