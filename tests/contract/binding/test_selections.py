"""Lists of the rows of which two columns compare."""

import pytest

from backwright.contract.model import QuestionKind
from backwright.contract.operations import Comparison, Operation, Purpose
from backwright.read.facts import Facts, SentenceKind
from tests.contract.facts_for_tests import (
    INTEGER,
    a_field,
    a_ref,
    a_requirement,
    an_entity,
    an_operation,
    answers,
    bound,
    contract,
    many,
    operation,
    says,
    tasks,
)

PLACE = "GET /tasks/low-stock"
_BELOW = says(
    SentenceKind.SELECTION, entity="Task", fields=("quantity", "reorder_level"), value="<="
)


def _facts(*columns: str, place: str = PLACE, summary: str = "") -> Facts:
    held = (a_field("Task", each, INTEGER, 21 + n) for n, each in enumerate(columns))
    act = an_operation(place, answers(200, many("Task")), summary=summary)
    return tasks() + Facts(entities=(an_entity("Task", *held),), operations=(act,))


def _found(facts: Facts, **given: str) -> Operation:
    return operation(contract(facts, **given), PLACE)


def test_a_sentence_says_which_rows() -> None:
    facts = _facts("quantity", "reorder_level") + Facts(
        sentences=(_BELOW,), statements=(a_requirement("FR-001", "the list"),)
    )
    found = _found(facts)
    assert found.purpose is Purpose.LIST
    assert found.compared == (Comparison("quantity", "<=", "reorder_level"),)
    assert not [q for q in bound(facts).questions if q.code.startswith("list_border")]


@pytest.mark.parametrize(
    ("summary", "operator"),
    [
        ("Items at or below their reorder level", "<="),
        ("Items with quantity below the reorder level", "<"),
        ("Items whose qty is less than or equal to their reorder level", "<="),
    ],
)
def test_the_contract_says_which_rows(summary: str, operator: str) -> None:
    found = _found(_facts("quantity", "reorder_level", summary=summary))
    assert found.compared == (Comparison("quantity", operator, "reorder_level"),)


@pytest.mark.parametrize(
    ("columns", "summary", "expected"),
    [
        (("stock", "min_stock_level"), "", ("stock", "min_stock_level")),
        (("stock", "minimum_stock"), "Stock below minimum threshold", ("stock", "minimum_stock")),
        (("on_hand", "low_stock_threshold"), "", ("on_hand", "low_stock_threshold")),
    ],
)
def test_the_only_two_columns_are_meant(
    columns: tuple[str, ...], summary: str, expected: tuple[str, str]
) -> None:
    (told,) = _found(_facts(*columns, summary=summary)).compared
    assert (told.column, told.other) == expected


@pytest.mark.parametrize(("option", "operator"), [("included", "<="), ("excluded", "<")])
def test_the_border_is_asked_where_nobody_says_it(option: str, operator: str) -> None:
    facts = _facts("stock", "reorder_level")
    question = next(q for q in bound(facts).questions if q.code.startswith("list_border/"))
    assert (question.kind, question.default) == (QuestionKind.OPEN, "included")
    (told,) = _found(facts, list_border=option).compared
    assert told.operator == operator


def test_two_who_disagree_about_the_border_contradict_each_other() -> None:
    facts = _facts("quantity", "reorder_level", summary="Items below their reorder level")
    found = bound(facts + Facts(sentences=(_BELOW,)))
    question = next(q for q in found.questions if q.code.startswith("list_border/"))
    assert question.kind is QuestionKind.CONTRADICTION


@pytest.mark.parametrize(
    "columns",
    [
        ("quantity",),
        ("quantity", "stock", "reorder_level"),
        ("quantity", "reorder_level", "safety_stock"),
        ("quantity", "min_order_quantity"),
    ],
)
def test_where_several_may_be_meant_it_stays_a_hook(columns: tuple[str, ...]) -> None:
    assert _found(_facts(*columns)).purpose is Purpose.CUSTOM


def test_a_sentence_about_the_chosen_rows_is_not_about_all() -> None:
    order = says(SentenceKind.SORT, entity="Task", fields=("quantity",), value="asc")
    listed = says(SentenceKind.CAPABILITY, entity="Task", verb="list")
    made = contract(
        _facts("quantity", "reorder_level")
        + Facts(
            sentences=(_BELOW, order, listed), statements=(a_requirement("FR-001", "the list"),)
        )
    )
    chosen, whole = operation(made, PLACE), operation(made, "GET /tasks")
    assert [each.column for each in chosen.sorts] == ["quantity"]
    assert (chosen.statements, whole.sorts, whole.statements) == (("FR-001",), (), ())


def test_a_row_is_no_list() -> None:
    act = an_operation("GET /tasks/{task_id}/low-stock", answers(200, a_ref("Task")))
    facts = _facts("quantity", "reorder_level") + Facts(operations=(act,))
    assert operation(contract(facts), "GET /tasks/{task_id}/low-stock").purpose is Purpose.CUSTOM


def test_a_requirement_says_it_in_other_words() -> None:
    said = a_requirement("FR-005", "System MUST list all tasks with stock below minimum threshold")
    facts = _facts("quantity", "min_stock") + Facts(statements=(said,))
    found = _found(facts)
    assert found.compared == (Comparison("quantity", "<", "min_stock"),)
    assert found.statements == ("FR-005",)
    assert not [each for each in bound(facts).questions if each.code.startswith("list_border/")]


def test_a_sentence_with_the_word_of_one_list_is_about_that_one() -> None:
    text = "Popular tasks are sorted by likes"
    order = says(SentenceKind.SORT, "FR-009", entity="Task", fields=("likes",), value="desc")
    act = an_operation("GET /tasks/popular", answers(200, many("Task")))
    more = Facts(operations=(act,), sentences=(order,), statements=(a_requirement("FR-009", text),))
    made = contract(_facts("likes") + more)
    assert [each.column for each in operation(made, "GET /tasks/popular").sorts] == ["likes"]
    assert operation(made, "GET /tasks").sorts == ()
