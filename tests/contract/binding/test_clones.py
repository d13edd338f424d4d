"""Rows that are copied."""

import pytest

from backwright.contract.operations import Operation, Purpose
from backwright.read.facts import EntityFact, Facts, FieldFact
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
    owned_tasks,
    tasks,
)


def _cloned(
    *fields: FieldFact, word: str = "clone", body: str = "", facts: Facts | None = None,
    more: tuple[EntityFact, ...] = (),
) -> Operation:  # fmt: skip
    place = f"POST /tasks/{{task_id}}/{word}"
    act = an_operation(
        place, answers(201, a_ref("Task")), body=body, parameters=(in_path("task_id"),),
        security=True,
    )  # fmt: skip
    model = an_entity("Task", *fields)
    changed = a_schema("Changed", a_property("title"))
    known = facts if facts is not None else owned_tasks()
    return operation(
        contract(known + Facts(entities=(model, *more), operations=(act,), schemas=(changed,))),
        place,
    )


@pytest.mark.parametrize("word", ["clone", "duplicate", "copy"])
def test_what_the_body_of_a_new_one_gives_is_copied(word: str) -> None:
    found = _cloned(word=word)
    assert (found.purpose, found.copied) == (Purpose.COPY, ("title",))
    assert {each.status for each in found.refusals} == {401, 404, 422}


def test_a_state_and_its_times_start_anew() -> None:
    found = _cloned(
        a_field("Task", "status", an_enum("draft", "sent"), 21, default="draft"),
        a_field("Task", "sent_at", TIME, 22),
    )
    assert (found.purpose, found.copied) == (Purpose.COPY, ("title",))


@pytest.mark.parametrize(
    ("field", "why"),
    [
        (a_field("Task", "title", line=11, unique=True), "the same title"),
        (a_field("Task", "code", line=31, unique=True), "the same code"),
    ],
)
def test_what_no_two_may_have_is_left_to_code(field: FieldFact, why: str) -> None:
    found = _cloned(field)
    assert (found.purpose, why in found.needs) == (Purpose.CUSTOM, True)


def test_whether_the_rows_below_are_copied_is_left_to_code() -> None:
    below = an_entity("Step", a_field("Step", "task_id", UUID, 41))
    found = _cloned(more=(below,))
    assert (found.purpose, "each Step" in found.needs) == (Purpose.CUSTOM, True)


def test_what_a_body_changes_in_the_copy_is_left_to_code() -> None:
    assert _cloned(body="Changed").purpose is Purpose.CUSTOM


def test_without_an_operation_that_makes_one_it_is_left_to_code() -> None:
    known = owned_tasks()
    rest = tuple(each for each in known.operations if each.method != "POST")
    facts = Facts(entities=known.entities, schemas=known.schemas, operations=rest)
    assert "made of" in _cloned(facts=facts).needs


def test_without_owners_a_copy_is_nobodys() -> None:
    assert _cloned(facts=tasks()).purpose is Purpose.COPY
