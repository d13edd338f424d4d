"""Lists of what happened to a row."""

import pytest

from backwright.contract.operations import Operation, Purpose, Source
from backwright.read.facts import Facts
from backwright.shape import Kind, Shape
from tests.contract.facts_for_tests import (
    TIME,
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
    operation,
    tasks,
)


def _facts(place: str, shape: Shape, *, below: bool = True) -> Facts:
    events = an_entity(
        "TaskEvent",
        a_field("TaskEvent", "task_id" if below else "topic", UUID, 41),
        a_field("TaskEvent", "kind", line=42), a_field("TaskEvent", "happened_at", TIME, 43),
    )  # fmt: skip
    around = a_schema("Past", a_property("task_id", UUID), a_property("entries", many("TaskEvent")))
    shown = a_schema("TaskEvent", a_property("id", UUID), a_property("kind"))
    listed = an_operation(place, answers(200, shape), parameters=(in_path("task_id"),))
    return tasks() + Facts(entities=(events,), schemas=(around, shown), operations=(listed,))


def _found(word: str, *, below: bool = True) -> Operation:
    place = f"GET /tasks/{{task_id}}/{word}"
    return operation(contract(_facts(place, many("TaskEvent"), below=below)), place)


@pytest.mark.parametrize("word", ["history", "status-history", "timeline", "audit-log", "activity"])
def test_all_that_happened_to_a_row_by_time(word: str) -> None:
    found = _found(word)
    assert (found.purpose, found.entity) == (Purpose.LIST, "TaskEvent")
    assert [each.column for each in found.sorts] == ["happened_at"]


def test_another_word_says_which_of_them() -> None:
    assert _found("suspicious").purpose is Purpose.CUSTOM


def test_rows_that_do_not_belong_to_it_are_left_to_code() -> None:
    assert _found("timeline", below=False).purpose is Purpose.CUSTOM


def test_the_answer_names_the_row_whose_rows_it_lists() -> None:
    place = "GET /tasks/{task_id}/timeline"
    made = contract(_facts(place, a_ref("Past")))
    assert operation(made, place).purpose is Purpose.LIST
    view = made.view("Past")
    assert view is not None
    assert [(each.source, each.name) for each in view.fills] == [
        (Source.KEY, "Task"), (Source.ROWS, ""),
    ]  # fmt: skip
    assert made.schema("Past").properties[1].shape.kind is Kind.ARRAY
