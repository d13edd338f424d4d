"""How far numbers may be moved, and how the rest is refused."""

import pytest

from backwright.contract.operations import Limit, Operation
from backwright.read.facts import Facts, SentenceKind
from backwright.shape import Kind, Shape
from tests.contract.facts_for_tests import (
    INTEGER,
    a_field,
    bound,
    contract,
    operation,
    says,
)
from tests.contracts.stock import SOLD, act, facts


def _found(given: Facts, word: str, **answers: str) -> Operation:
    return operation(contract(given, **answers), f"POST /parts/{{id}}/{word}")


def test_what_is_reserved_is_there() -> None:
    found = _found(facts(act("reserve", "Amount", (409, "Insufficient stock"))), "reserve")
    assert found.limits == (Limit("reserved_quantity", "<=", "quantity"),)
    (refused,) = (each for each in found.refusals if each.reason == "exhausted")
    assert (refused.status, refused.detail) == (409, "Insufficient stock")


def test_a_rule_between_two_columns_says_it_as_well() -> None:
    rule = says(
        SentenceKind.CROSS_FIELD, entity="Part", fields=("reserved_quantity", "quantity"),
        value="<=",
    )  # fmt: skip
    given = facts(act("reserve", "Amount"), left="what is left") + Facts(sentences=(rule,))
    assert _found(given, "reserve").limits == (Limit("reserved_quantity", "<=", "quantity"),)


def test_nothing_falls_below_its_least() -> None:
    found = _found(facts(act("release", "Amount")), "release")
    assert found.limits == (Limit("reserved_quantity", ">=", value=0),)


def test_whole_numbers_end_where_the_databases_do() -> None:
    found = _found(facts(act("restock", "Amount")), "restock")
    assert found.limits == (Limit("quantity", "<=", value=2**31 - 1),)
    bounded = a_field("Part", "quantity", Shape(Kind.INTEGER, minimum=0, maximum=90), 21)
    found = _found(facts(act("restock", "Amount"), columns=(bounded,)), "restock")
    assert found.limits == (Limit("quantity", "<=", value=90),)


def test_a_correction_is_held_on_both_sides() -> None:
    found = _found(facts(act("adjust", "Change")), "adjust")
    assert found.limits == (
        Limit("quantity", ">=", value=0),
        Limit("quantity", ">=", "reserved_quantity"),
        Limit("quantity", "<=", value=2**31 - 1),
    )


def test_what_moves_together_keeps_its_distance() -> None:
    said = "Fulfilling decreases the quantity and decreases the reserved quantity"
    found = _found(facts(act("fulfill", "Amount"), said=(said,)), "fulfill")
    assert [each.other for each in found.limits] == ["", ""]


@pytest.mark.parametrize(("option", "count"), [("zero", 1), ("none", 0)])
def test_how_low_it_goes_is_asked(option: str, count: int) -> None:
    free = a_field("Part", "stock", INTEGER, 21, required=True)
    given = facts(act("consume", "Amount"), columns=(free,))
    codes = [each.code for each in bound(given).questions]
    assert [each for each in codes if each.startswith("lowest_amount/")]
    found = _found(given, "consume", lowest_amount=option)
    assert len(found.limits) == count


@pytest.mark.parametrize(
    ("refused", "status"),
    [
        (((400, "Invalid input"), (409, "Not enough stock")), 409),
        (((400, "Quantity exceeds what is reserved"), (409, "Conflict")), 400),
        (((422, "Insufficient stock"),), 422),
        (((402, "Insufficient funds"), (409, "Conflict")), 402),
        (((400, "Bad request"),), 400),
        ((), 409),
    ],
)
def test_the_contract_says_how_it_is_refused(
    refused: tuple[tuple[int, str], ...], status: int
) -> None:
    found = _found(facts(act("release", "Amount", *refused)), "release")
    assert [each.status for each in found.refusals if each.reason == "exhausted"] == [status]


def test_a_version_that_nobody_sends_is_not_stale() -> None:
    version = a_field("Part", "version", INTEGER, 24, required=True, default=1)
    told = says(SentenceKind.VERSION, entity="Part")
    given = facts(act("restock", "Amount"), columns=(*SOLD, version)) + Facts(sentences=(told,))
    found = _found(given, "restock")
    assert "stale" not in {each.reason for each in found.refusals}
