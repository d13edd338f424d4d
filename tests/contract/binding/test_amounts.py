"""Which numbers an action moves."""

import pytest

from backwright.contract.model import Contract
from backwright.contract.operations import AssignKind, Operation, Purpose, Shift
from backwright.read.facts import FieldFact
from backwright.shape import Kind, Shape
from tests.contract.facts_for_tests import (
    INTEGER,
    UUID,
    a_field,
    an_entity,
    an_enum,
    bound,
    contract,
    operation,
)
from tests.contracts.stock import SOLD, act, facts


def _found(made: Contract, word: str) -> Operation:
    return operation(made, f"POST /parts/{{id}}/{word}")


def _number(name: str, line: int = 25) -> FieldFact:
    return a_field("Part", name, INTEGER, line, required=True)


@pytest.mark.parametrize(
    ("word", "body", "columns", "expected"),
    [
        ("reserve", "Amount", SOLD, {"reserved_quantity": 1}),
        ("release", "Amount", SOLD, {"reserved_quantity": -1}),
        ("restock", "Amount", SOLD, {"quantity": 1}),
        ("stock-in", "Amount", (_number("stock"),), {"stock": 1}),
        ("stock-out", "Amount", (_number("stock"),), {"stock": -1}),
        ("consume", "Amount", (_number("on_hand"),), {"on_hand": -1}),
        ("allocate", "Amount", (_number("allocated_count"),), {"allocated_count": 1}),
        ("adjust", "Change", SOLD, {"quantity": 1}),
        ("stock", "Change", (_number("stock"), _number("points")), {"stock": 1}),
    ],
)
def test_the_verb_says_which(
    word: str, body: str, columns: tuple[FieldFact, ...], expected: dict[str, int]
) -> None:
    made = contract(facts(act(word, body), columns=columns))
    found = _found(made, word)
    assert found.purpose is Purpose.ADJUST
    assert found.shifts == tuple(Shift(name, sign) for name, sign in expected.items())
    (assign,) = made.input(body, "Part").assigns  # type: ignore[union-attr]
    assert assign.kind is AssignKind.AMOUNT


def test_sentences_say_which() -> None:
    said = "Fulfilling decreases the quantity and decreases the reserved quantity"
    found = _found(contract(facts(act("fulfill", "Amount"), said=(said,))), "fulfill")
    assert found.shifts == (Shift("quantity", -1), Shift("reserved_quantity", -1))
    assert (found.statements, found.doc) == (("FR-1",), said)


def test_a_sentence_about_another_action_does_not() -> None:
    said = "Reserving increases the reserved quantity"
    made = contract(facts(act("reserve", "Amount"), act("fulfill", "Amount"), said=(said,)))
    assert _found(made, "fulfill").purpose is Purpose.CUSTOM


@pytest.mark.parametrize(
    ("word", "body", "columns", "said"),
    [
        ("consume", "Amount", SOLD, ""),
        ("ship", "Amount", SOLD, ""),
        ("reserve", "Amount", (_number("quantity"),), ""),
        ("reserve", "Noted", SOLD, ""),
        ("reserve", "Amount", SOLD, "Reserving decreases the reserved quantity"),
        ("restock", "Amount", (_number("stock"), _number("on_hand", 26)), ""),
        (
            "reserve", "Amount",
            (*SOLD, a_field("Part", "status", an_enum("free", "reserved"), 27)), "",
        ),
    ],
)  # fmt: skip
def test_else_it_is_not_moved(
    word: str, body: str, columns: tuple[FieldFact, ...], said: str
) -> None:
    made = contract(facts(act(word, body), columns=columns, said=(said,) if said else ()))
    assert _found(made, word).purpose is not Purpose.ADJUST


def test_where_each_move_is_kept_in_a_row_it_is_left_to_code() -> None:
    kept = an_entity("StockMovement", a_field("StockMovement", "part_id", UUID, references="Part"))
    given = facts(act("restock", "Amount"))
    made = contract(given.__class__(entities=(kept,)) + given)
    assert _found(made, "restock").purpose is Purpose.CUSTOM


def test_an_amount_below_zero_is_asked_about() -> None:
    given = facts(act("restock", "Amount"), amount=INTEGER)
    codes = [each.code for each in bound(given).questions]
    assert [each for each in codes if each.startswith("positive_amount/")]
    own = contract(given).schema("Amount").get("quantity")
    assert own is not None
    assert own.shape.minimum == 1
    left = contract(given, positive_amount="code")
    assert _found(left, "restock").purpose is Purpose.CUSTOM


def test_two_that_use_one_body_otherwise_do_not_share_it() -> None:
    count = act("quantity", "Amount")
    made = contract(facts(count, act("restock", "Amount")))
    purposes = {_found(made, each).purpose for each in ("quantity", "restock")}
    assert purposes == {Purpose.UPDATE, Purpose.CUSTOM}


def test_exact_numbers_move_by_exact_ones() -> None:
    money = a_field("Part", "balance", Shape(Kind.DECIMAL, decimal_places=2), 28, required=True)
    given = facts(act("deposit", "Amount"), columns=(money,), amount=Shape(Kind.NUMBER, minimum=0))
    own = contract(given).schema("Amount").get("quantity")
    assert own is not None
    assert own.shape.kind is Kind.DECIMAL
