"""Emitted tests notice that a list or a read is no longer narrowed by what stands above it."""

from backwright.emit import emit
from backwright.plan.model import Standing
from backwright.read.facts import Facts, ParameterFact, ParameterPlace
from tests.contract.facts_for_tests import (
    INTEGER,
    UUID,
    a_field,
    a_property,
    a_ref,
    a_schema,
    an_entity,
    an_operation,
    answers,
    contract,
    in_path,
    many,
    tasks,
)


def _texts(facts: Facts) -> str:
    made = emit(contract(tasks() + facts), Standing())
    return "".join(each.text for each in made.files if each.path.startswith("tests/"))


def test_rows_of_another_parent_are_not_on_the_list() -> None:
    below = an_entity(
        "Step", a_field("Step", "task_id", UUID, 41, required=True), a_field("Step", "kind")
    )
    shown = a_schema("Step", a_property("id", UUID), a_property("kind"))
    listed = an_operation(
        "GET /tasks/{task_id}/steps", answers(200, many("Step")), parameters=(in_path("task_id"),)
    )
    text = _texts(Facts(entities=(below,), schemas=(shown,), operations=(listed,)))
    assert "steps_shows_only_what_belongs_to_the_task(" in text
    assert "await add_step(app, task_id=other_task.id)" in text


def test_another_value_in_the_query_finds_nothing() -> None:
    slots = an_entity(
        "Slot", a_field("Slot", "code", line=41, unique=True),
        a_field("Slot", "month", INTEGER, 42, required=True),
    )  # fmt: skip
    shown = a_schema("Slot", a_property("id", UUID), a_property("code"))
    asked = tuple(
        ParameterFact(ParameterPlace.QUERY, a_property(name, shape), f"api:{name}")
        for name, shape in (("code", a_property("code").shape), ("month", INTEGER))
    )
    read = an_operation("GET /slots/track", answers(200, a_ref("Slot")), parameters=asked)
    text = _texts(Facts(entities=(slots,), schemas=(shown,), operations=(read,)))
    assert "track_finds_nothing_by_another_month(" in text
    assert "add_slot(app, month=1)" in text
    assert '"month": 2' in text
