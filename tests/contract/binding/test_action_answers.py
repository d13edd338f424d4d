"""Answers of actions that are no whole rows."""

import pytest

from backwright.contract.entities import DerivedKind
from backwright.contract.model import Contract
from backwright.contract.operations import Fill, Purpose, Source
from backwright.contract.origins import without_origin
from backwright.read.facts import Facts
from backwright.shape import Property, Shape
from tests.contract.facts_for_tests import (
    TIME,
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
    tasks,
)


def _answered(*shown: Property, states: tuple[str, ...] = ("Open", "Approved")) -> Contract:
    act = an_operation(
        "POST /tasks/{task_id}/approve", answers(200, a_ref("Verdict")), body="Ruling",
        parameters=(in_path("task_id"),),
    )  # fmt: skip
    model = an_entity(
        "Task", a_field("Task", "status", an_enum(*states), 21, default=states[0]),
        a_field("Task", "decision_agent_id", line=22), a_field("Task", "decided_at", TIME, 23),
    )  # fmt: skip
    schemas = a_schema("Ruling", a_property("agent_id")), a_schema("Verdict", *shown)
    return contract(tasks() + Facts(entities=(model,), operations=(act,), schemas=schemas))


def _verdict(enum: Shape) -> tuple[Property, ...]:
    return (
        a_property("task_id", UUID), a_property("decision", enum), a_property("agent_id"),
        a_property("processed_at", TIME),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("values", "source", "kind"),
    [
        (("Approved", "Open"), Fill("decision", Source.COLUMN, "status"), None),
        (("approved",), Fill("decision", Source.DERIVED, "decision"), DerivedKind.LOWER),
        (("APPROVED",), Fill("decision", Source.DERIVED, "decision"), DerivedKind.UPPER),
    ],
)
def test_the_row_as_the_action_leaves_it(
    values: tuple[str, ...], source: Fill, kind: DerivedKind | None
) -> None:
    made = _answered(*_verdict(an_enum(*values)))
    found = made.view("Verdict")
    assert found is not None
    assert (found.entity, found.fills[1:]) == (
        "Task",
        (
            source, Fill("agent_id", Source.COLUMN, "decision_agent_id"),
            Fill("processed_at", Source.COLUMN, "decided_at"),
        ),
    )  # fmt: skip
    assert [each.kind for each in made.entity("Task").derived] == ([kind] if kind else [])
    assert without_origin(made) == ()


@pytest.mark.parametrize("values", [("ok",), ("approved", "unknown")])
def test_values_that_the_status_never_has_are_left_to_code(values: tuple[str, ...]) -> None:
    found = operation(_answered(*_verdict(an_enum(*values))), "POST /tasks/{task_id}/approve")
    assert found.purpose is Purpose.CUSTOM


def test_what_no_row_holds_is_left_to_code() -> None:
    made = _answered(*_verdict(an_enum("Approved")), a_property("ticket"))
    found = operation(made, "POST /tasks/{task_id}/approve")
    assert (found.purpose, made.view("Verdict")) == (Purpose.CUSTOM, None)


def test_a_message_without_an_example_says_that_it_is_done() -> None:
    made = _answered(a_property("task_id", UUID), a_property("message"))
    found = made.view("Verdict")
    assert found is not None
    assert found.fills[1] == Fill("message", Source.CONSTANT, value="Done")
