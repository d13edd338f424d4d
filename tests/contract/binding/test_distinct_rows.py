"""Rows found by something that is unique only together with other columns."""

from dataclasses import replace

from backwright.contract.model import Contract
from backwright.contract.operations import ParameterUse, Purpose
from backwright.read.facts import Facts, ParameterFact, SentenceKind, Statement, StatementKind
from backwright.source import Span
from tests.contract.facts_for_tests import (
    INTEGER,
    MODEL,
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
    in_query,
    operation,
    says,
)

_PLACE = "GET /budgets/{category}"


def _budgets(unique: str, *asked: ParameterFact) -> Contract:
    shown = a_schema("Budget", a_property("id", UUID), a_property("category"))
    read = an_operation(
        _PLACE, answers(200, a_ref("Budget")), security=True,
        parameters=(in_path("category", an_enum()), *asked),
    )  # fmt: skip
    model = an_entity(
        "Budget", a_field("Budget", "user_id", line=11, required=True),
        a_field("Budget", "category", an_enum("food", "rent"), 12, required=True),
        a_field("Budget", "month", INTEGER, 13, required=True),
    )  # fmt: skip
    rule = Statement(
        "rule", StatementKind.MODEL_RULE, f"unique ({unique})", Span(MODEL, 20), "specs/001-x"
    )
    told = says(SentenceKind.UNIQUE, "rule", 20, entity="Budget", fields=tuple(unique.split(", ")))
    told = replace(told, span=Span(MODEL, 20))
    return contract(
        Facts(
            entities=(model,), schemas=(shown,), operations=(read,), statements=(rule,),
            sentences=(told,),
        )
    )  # fmt: skip


def test_what_is_unique_among_ones_own_finds_a_row() -> None:
    found = operation(_budgets("user_id, category"), _PLACE)
    assert (found.purpose, [each.column for each in found.lookups]) == (Purpose.GET, ["category"])


def test_a_key_of_an_enum_is_one_of_its_values() -> None:
    found = operation(_budgets("user_id, category"), _PLACE)
    assert found.parameters[0].shape.values == ("food", "rent")


def test_what_is_unique_in_a_month_needs_the_month() -> None:
    found = operation(_budgets("user_id, category, month"), _PLACE)
    assert (found.purpose, "depends on month" in found.needs) == (Purpose.CUSTOM, True)


def test_a_month_that_may_be_left_out_does_not_tell_which() -> None:
    open_ = in_query("month", INTEGER)
    assert operation(_budgets("user_id, category, month", open_), _PLACE).purpose is Purpose.CUSTOM


def test_a_month_that_the_query_requires_narrows() -> None:
    asked = ParameterFact(
        in_query("month").place, a_property("month", INTEGER, required=True), "api:month"
    )
    found = operation(_budgets("user_id, category, month", asked), _PLACE)
    month = next(each for each in found.parameters if each.name == "month")
    assert (found.purpose, month.use, month.columns) == (
        Purpose.GET, ParameterUse.FILTER, ("month",),
    )  # fmt: skip
