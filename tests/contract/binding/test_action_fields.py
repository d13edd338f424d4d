"""Bodies of actions whose properties are stored under other names."""

import pytest

from backwright.contract.bound import Bound
from backwright.contract.operations import Purpose
from backwright.contract.origins import without_origin
from backwright.read.facts import EntityFact, Facts, OperationFact
from backwright.shape import Property
from tests.contract.facts_for_tests import (
    BOOLEAN,
    INTEGER,
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
    bound,
    in_path,
    operation,
    tasks,
)

_STATES = an_enum("pending", "approved", "rejected")


def _decided(
    word: str, *given: Property, columns: tuple[str, ...] = (),
    more: tuple[EntityFact, ...] = (), others: tuple[OperationFact, ...] = (), **answered: str,
) -> Bound:  # fmt: skip
    place = f"POST /tasks/{{task_id}}/{word}"
    act = an_operation(
        place, answers(200, a_ref("Task")), body="Decision", parameters=(in_path("task_id"),)
    )
    fields = [a_field("Task", each, line=50 + i) for i, each in enumerate(columns)]
    model = an_entity("Task", a_field("Task", "status", _STATES, 21, default="pending"), *fields)
    body = a_schema("Decision", *given)
    facts = tasks() + Facts(entities=(model, *more), operations=(act, *others), schemas=(body,))
    return bound(facts, **answered)


def _columns(made: Bound) -> dict[str, str]:
    found = made.contract.input("Decision", "Task")
    return {each.property: each.name for each in found.assigns} if found is not None else {}


@pytest.mark.parametrize(
    ("word", "given", "columns", "kept"),
    [
        ("approve", "agent_id", ("decision_agent_id",), "decision_agent_id"),
        ("approve", "notes", ("review_notes",), "review_notes"),
        ("approve", "comment", ("approval_comments",), "approval_comments"),
        ("reject", "reason", ("decision_reason", "rejection_reason"), "rejection_reason"),
        ("reject", "rejection_reason", ("decision_reason",), "decision_reason"),
        ("approve", "approver_id", ("approved_by",), "approved_by"),
        ("approve", "reviewerId", ("reviewed_by",), "reviewed_by"),
        ("assign", "agent_id", ("assigned_agent_id",), "assigned_agent_id"),
        ("assign", "user_id", ("assigned_to",), "assigned_to"),
    ],
)
def test_the_one_column_that_may_be_meant(
    word: str, given: str, columns: tuple[str, ...], kept: str
) -> None:
    made = _decided(word, a_property(given), columns=columns)
    assert operation(made.contract, f"POST /tasks/{{task_id}}/{word}").purpose is Purpose.SET
    assert _columns(made) == {given: kept}
    assert [each.code for each in made.questions if each.code.startswith("action_field")]
    assert without_origin(made.contract) == ()


@pytest.mark.parametrize(
    ("word", "given", "columns"),
    [
        ("approve", "reason", ("rejection_reason",)),
        ("approve", "notes", ("review_notes", "decision_notes")),
        ("reject", "agent_id", ("assigned_agent_id",)),
        ("assign", "team_id", ("assigned_to",)),
        ("approve", "amount", ("title",)),
    ],
)
def test_otherwise_it_is_left_to_code(word: str, given: str, columns: tuple[str, ...]) -> None:
    made = _decided(word, a_property(given), columns=columns)
    assert operation(made.contract, f"POST /tasks/{{task_id}}/{word}").purpose is Purpose.CUSTOM


def test_a_reason_that_has_to_be_given_is_kept_in_the_row() -> None:
    made = _decided("reject", a_property("reason"))
    column = made.contract.entity("Task").get("reason")
    assert (_columns(made), column is not None and column.required) == ({"reason": "reason"}, False)
    assert [each.code for each in made.questions if each.code.startswith("action_field")]
    assert without_origin(made.contract) == ()


def test_the_reason_of_another_action_is_not_its_own() -> None:
    other = an_operation(
        "POST /tasks/{task_id}/reject", answers(200, a_ref("Task")),
        parameters=(in_path("task_id"),),
    )  # fmt: skip
    given, columns = a_property("reason"), ("rejection_reason",)
    alone = _decided("approve", given, columns=columns)
    beside = _decided("approve", given, columns=columns, others=(other,))
    assert (_columns(alone), _columns(beside)) == ({}, {"reason": "reason"})


def test_a_reason_that_a_row_below_may_keep_is_left_to_code() -> None:
    log = an_entity(
        "TaskLog", a_field("TaskLog", "task_id", UUID, 61, references="Task"),
        a_field("TaskLog", "note", line=62),
    )  # fmt: skip
    made = _decided("reject", a_property("reason"), more=(log,))
    assert operation(made.contract, "POST /tasks/{task_id}/reject").purpose is Purpose.CUSTOM


def test_the_types_agree() -> None:
    made = _decided("approve", a_property("score", INTEGER), columns=("decision_score",))
    assert operation(made.contract, "POST /tasks/{task_id}/approve").purpose is Purpose.CUSTOM


def test_somebody_may_decide_otherwise() -> None:
    made = _decided(
        "approve", a_property("notes"), columns=("review_notes",),
        action_field="code",
    )  # fmt: skip
    found = operation(made.contract, "POST /tasks/{task_id}/approve")
    assert found.purpose is Purpose.CUSTOM
    assert "left to code" in found.needs


def test_what_may_be_left_out_is_kept_beside_it_unless_it_is_an_instruction() -> None:
    reason = a_property("notes")
    kept = _decided(
        "approve", reason, a_property("channel", required=False), columns=("review_notes",)
    )
    assert _columns(kept) == {"notes": "review_notes", "channel": "channel"}
    told = _decided(
        "approve", reason, a_property("notify", BOOLEAN, required=False), columns=("review_notes",)
    )
    assert operation(told.contract, "POST /tasks/{task_id}/approve").purpose is Purpose.CUSTOM


def test_one_body_is_not_kept_in_two_ways() -> None:
    acts = tuple(
        an_operation(
            f"POST /tasks/{{task_id}}/{word}", answers(200, a_ref("Task")), body="Decision",
            parameters=(in_path("task_id"),),
        )
        for word in ("approve", "reject")
    )  # fmt: skip
    model = an_entity(
        "Task", a_field("Task", "status", _STATES, 21, default="pending"),
        a_field("Task", "approval_note", line=22), a_field("Task", "rejection_note", line=23),
        a_field("Task", "approved_at", TIME, 24),
    )  # fmt: skip
    body = a_schema("Decision", a_property("note"))
    made = bound(tasks() + Facts(entities=(model,), operations=acts, schemas=(body,))).contract
    first = operation(made, "POST /tasks/{task_id}/approve")
    second = operation(made, "POST /tasks/{task_id}/reject")
    assert (first.purpose, first.stamps) == (Purpose.SET, ("approved_at",))
    assert (second.purpose, "elsewhere" in second.needs) == (Purpose.CUSTOM, True)
