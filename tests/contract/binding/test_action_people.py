"""Who acts is kept with what was done."""

import pytest

from backwright.contract.operations import Operation, Purpose
from backwright.read.facts import Facts, FieldFact
from backwright.shape import Shape
from tests.contract.facts_for_tests import (
    INTEGER,
    STRING,
    UUID,
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
    owned_tasks,
)


def _approved(*columns: tuple[str, Shape], security: bool = True, body: str = "") -> Operation:
    place = "POST /tasks/{task_id}/approve"
    act = an_operation(
        place, answers(200, a_ref("Task")), body=body, parameters=(in_path("task_id"),),
        security=security,
    )  # fmt: skip
    fields: list[FieldFact] = [
        a_field("Task", name, shape, 30 + i) for i, (name, shape) in enumerate(columns)
    ]
    model = an_entity(
        "Task", a_field("Task", "status", an_enum("open", "approved"), 21, default="open"), *fields
    )
    named = a_schema("Named", a_property("approved_by"))
    facts = owned_tasks() + Facts(entities=(model,), operations=(act,), schemas=(named,))
    return operation(contract(facts), place)


@pytest.mark.parametrize(
    ("columns", "actors"),
    [
        (("approved_by",), ("approved_by",)),
        (("approver_id", "reviewed_by"), ("approver_id",)),
        (("reviewed_by",), ("reviewed_by",)),
        (("reviewed_by", "decided_by"), ()),
        (("rejected_by",), ()),
        (("assigned_to",), ()),
    ],
)
def test_the_caller_is_whoever_acts(columns: tuple[str, ...], actors: tuple[str, ...]) -> None:
    found = _approved(*((each, STRING) for each in columns))
    assert (found.purpose, found.actors) == (Purpose.SET, actors)


@pytest.mark.parametrize("shape", [INTEGER, UUID, an_enum("staff", "system")])
def test_a_column_of_another_type_holds_something_else(shape: Shape) -> None:
    assert _approved(("approved_by", shape)).actors == ()


def test_a_body_that_names_somebody_decides() -> None:
    found = _approved(("approved_by", STRING), body="Named")
    assert (found.purpose, found.actors) == (Purpose.SET, ())


def test_nobody_is_kept_where_nobody_signs_in() -> None:
    assert _approved(("approved_by", STRING), security=False).actors == ()
