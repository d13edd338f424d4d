"""Lists of the rows that the present time picks out."""

import pytest

from backwright.contract.operations import Comparison, Operation, Purpose
from backwright.read.facts import Facts, FieldFact
from backwright.shape import Kind, Shape
from tests.contract.facts_for_tests import (
    BOOLEAN,
    TIME,
    a_field,
    a_property,
    a_requirement,
    a_schema,
    an_entity,
    an_enum,
    an_operation,
    answers,
    bound,
    contract,
    many,
    operation,
)

DAY = Shape(Kind.DATE)
_STATES = an_enum("open", "completed", "cancelled")


def _facts(word: str, *fields: FieldFact, summary: str = "") -> Facts:
    """Tasks without anything that tells whether they are done, but for what is given."""
    act = an_operation(f"GET /tasks/{word}", answers(200, many("Task")), summary=summary)
    return Facts(
        entities=(an_entity("Task", a_field("Task", "title", required=True), *fields),),
        schemas=(a_schema("Task", a_property("id"), a_property("title")),),
        operations=(act,),
    )


def _found(word: str, *fields: FieldFact, summary: str = "", **given: str) -> Operation:
    made = contract(_facts(word, *fields, summary=summary), **given)
    return operation(made, f"GET /tasks/{word}")


@pytest.mark.parametrize(
    ("word", "column", "shape", "operator"),
    [
        ("overdue", "due_date", DAY, "<"),
        ("overdue", "deadline", TIME, "<"),
        ("past-due", "payment_due_date", DAY, "<"),
        ("due", "next_due_date", DAY, "<="),
        ("expired", "expires_at", TIME, "<"),
        ("upcoming", "starts_at", TIME, ">="),
    ],
)
def test_a_word_tells_the_rows(word: str, column: str, shape: Shape, operator: str) -> None:
    found = _found(word, a_field("Task", column, shape, 21))
    assert (found.purpose, found.compared) == (Purpose.LIST, (Comparison(column, operator),))


def test_of_two_columns_none_is_meant() -> None:
    one, other = a_field("Task", "due_date", DAY, 21), a_field("Task", "due_at", TIME, 22)
    assert _found("overdue", one, other).purpose is Purpose.CUSTOM


def test_a_text_is_no_time() -> None:
    assert _found("overdue", a_field("Task", "due_date", line=21)).purpose is Purpose.CUSTOM


def test_a_sentence_says_whether_today_counts() -> None:
    due = a_field("Task", "due_date", DAY, 21)
    found = _found("overdue", due, summary="Tasks that were due on or before today")
    assert found.compared == (Comparison("due_date", "<="),)


@pytest.mark.parametrize(("option", "operator"), [("excluded", "<"), ("included", "<=")])
def test_whether_a_day_counts_is_asked_where_nobody_says_it(option: str, operator: str) -> None:
    day = a_field("Task", "expiry_date", DAY, 21)
    codes = [each.code for each in bound(_facts("expired", day)).questions]
    assert [each for each in codes if each.startswith("list_border/")]
    assert _found("expired", day, list_border=option).compared == (
        Comparison("expiry_date", operator),
    )


_DUE = a_field("Task", "due_date", DAY, 21)
_LEFT_OUT = (
    Comparison("due_date", "<"),
    Comparison("status", "!=", value="completed"),
    Comparison("status", "!=", value="cancelled"),
)


def test_what_is_done_is_not_overdue() -> None:
    flag = a_field("Task", "is_completed", BOOLEAN, 22, default=False)
    found = _found("overdue", _DUE, flag, summary="Tasks that are not completed in time")
    assert (found.compared, found.fixed) == (
        (Comparison("due_date", "<"),), (("is_completed", False),),
    )  # fmt: skip


def test_a_status_tells_what_is_done() -> None:
    states = a_field("Task", "status", _STATES, 22, required=True)
    found = _found("overdue", _DUE, states, summary="Open tasks that are late")
    assert found.compared == _LEFT_OUT


@pytest.mark.parametrize(
    ("option", "expected"), [("left_out", _LEFT_OUT), ("listed", _LEFT_OUT[:1])]
)
def test_whether_done_rows_count_is_asked(option: str, expected: tuple[Comparison, ...]) -> None:
    states = a_field("Task", "status", _STATES, 22, required=True)
    codes = [each.code for each in bound(_facts("overdue", _DUE, states)).questions]
    assert [each for each in codes if each.startswith("finished_rows/")]
    assert _found("overdue", _DUE, states, finished_rows=option).compared == expected


def test_a_requirement_may_say_it_too() -> None:
    states = a_field("Task", "status", _STATES, 22, required=True)
    said = a_requirement("FR-009", "Overdue tasks are those that are not completed")
    facts = _facts("overdue", _DUE, states) + Facts(statements=(said,))
    codes = [each.code for each in bound(facts).questions]
    assert not [each for each in codes if each.startswith("finished_rows/")]
