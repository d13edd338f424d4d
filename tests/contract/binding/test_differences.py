"""What is left of one number after another is computed."""

from dataclasses import replace

import pytest

from backwright.contract.entities import Derived, DerivedKind, Entity
from backwright.contract.operations import Comparison
from backwright.read.facts import Facts
from backwright.shape import Kind, Shape
from tests.contract.facts_for_tests import (
    INTEGER,
    a_field,
    a_property,
    a_ref,
    a_requirement,
    a_schema,
    an_entity,
    an_operation,
    answers,
    contract,
    in_path,
    many,
    operation,
)

_LEFT = Derived("available", DerivedKind.DIFFERENCE, Shape(Kind.INTEGER), columns=("total", "held"))


def _facts(said: str = "", shown: Shape = INTEGER, sent: str = "", rule: str = "") -> Facts:
    columns = ("total", "held", "reorder_level")
    held = (a_field("Part", e, INTEGER, 21 + n, required=True) for n, e in enumerate(columns))
    body = (a_property("total", INTEGER), *((a_property(sent, INTEGER),) if sent else ()))
    return Facts(
        entities=(an_entity("Part", *held),),
        schemas=(
            a_schema("Part", a_property("id"), a_property("available", shown, description=said)),
            a_schema("PartCreate", *body),
        ),
        operations=(
            an_operation("POST /parts", answers(201, a_ref("Part")), body="PartCreate"),
            an_operation(
                "GET /parts/{id}", answers(200, a_ref("Part")), parameters=(in_path("id"),)
            ),
            an_operation(
                "GET /parts/low-stock", answers(200, many("Part")),
                summary="Parts with available below the reorder level",
            ),
        ),
        statements=(a_requirement("FR-001", rule),) if rule else (),
    )  # fmt: skip


def _part(facts: Facts) -> Entity:
    return contract(facts).entity("Part")


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("What can be sold (total - held)", ""),
        ("total minus held", ""),
        ("Computed: total − held.", ""),
        ("", "`available` = `total` - `held`"),
        ("", "available is calculated as total - held"),
    ],
)
def test_a_formula_says_so(said: str, rule: str) -> None:
    part = _part(_facts(said, rule=rule))
    assert (part.derived, part.get("available")) == ((_LEFT,), None)


@pytest.mark.parametrize(
    "facts",
    [
        _facts("what can be sold - held by nobody"),
        _facts("total - held", shown=Shape(Kind.STRING)),
        _facts("total - held", sent="available"),
        _facts("total - total"),
        _facts("sub-total"),
    ],
)
def test_else_it_is_stored(facts: Facts) -> None:
    part = _part(facts)
    assert (part.derived, part.get("available") is None) == ((), False)


def test_a_list_compares_what_is_left() -> None:
    found = operation(contract(_facts("total - held")), "GET /parts/low-stock")
    assert found.compared == (Comparison("total", "<", "reorder_level", minus="held"),)


def test_what_is_left_is_how_much_there_is_even_where_more_is_told_by_it() -> None:
    short = a_property("missing", INTEGER, description="reorder_level - available")
    given = _facts("total - held")
    given = replace(
        given,
        schemas=tuple(
            replace(each, properties=(*each.properties, short)) if each.name == "Part" else each
            for each in given.schemas
        ),
    )
    said = a_requirement("FR-002", "System MUST list parts with stock below the reorder level")
    found = operation(contract(given + Facts(statements=(said,))), "GET /parts/low-stock")
    assert "FR-002" in found.statements
