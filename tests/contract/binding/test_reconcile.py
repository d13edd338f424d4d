"""Where a value comes from that no body gives."""

import pytest

from backwright.read.facts import Facts
from backwright.shape import Kind, Shape
from tests.contract.facts_for_tests import a_field, an_entity, contract, tasks


def _starts_at(**bounds: object) -> object:
    size = Shape(Kind.INTEGER, **bounds)  # type: ignore[arg-type]
    sized = an_entity("Task", a_field("Task", "size", size, 30, required=True))
    column = contract(tasks() + Facts(entities=(sized,))).entity("Task").get("size")
    assert column is not None
    return column.default if column.required else "empty"


@pytest.mark.parametrize(
    ("bounds", "start"),
    [({}, 0), ({"minimum": 3}, 3), ({"minimum": -3}, 0), ({"maximum": 9}, 0)],
)
def test_a_number_that_no_body_gives_starts_at_the_least(
    bounds: dict[str, object], start: int
) -> None:
    assert _starts_at(**bounds) == start


def test_no_start_is_made_up_where_nought_is_refused() -> None:
    assert _starts_at(minimum=0, exclusive_minimum=True) == "empty"
