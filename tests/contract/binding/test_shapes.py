"""Two descriptions of one value: what is a disagreement, and what is only another spelling."""

from dataclasses import replace

import pytest

from backwright.contract.binding.shapes import merge
from backwright.shape import Kind, Shape


def enum(*values: str) -> Shape:
    return Shape(Kind.STRING, values=values)


@pytest.mark.parametrize(
    "other",
    [("Open", "In Progress"), ("open", "in-progress"), ("in_progress", "open")],
)
def test_values_in_the_letters_of_prose_are_the_same(other: tuple[str, ...]) -> None:
    merged, found = merge(enum("OPEN", "IN_PROGRESS"), enum(*other))
    assert (merged.values, found) == (("OPEN", "IN_PROGRESS"), ())


def test_other_values_are_a_disagreement() -> None:
    _, found = merge(enum("OPEN", "DONE"), enum("open", "closed"))
    assert [each.what for each in found] == ["enum"]


def test_more_than_nothing_is_at_least_a_cent() -> None:
    cent = Shape(Kind.DECIMAL, minimum=0.01)
    positive = Shape(Kind.DECIMAL, minimum=0, exclusive_minimum=True)
    for one, other in ((cent, positive), (positive, cent)):
        merged, found = merge(one, other)
        assert (merged.minimum, merged.exclusive_minimum, found) == (0.01, False, ())


def test_nothing_itself_is_no_cent() -> None:
    _, found = merge(Shape(Kind.DECIMAL, minimum=0.01), Shape(Kind.DECIMAL, minimum=0))
    assert [each.what for each in found] == ["minimum"]


@pytest.mark.parametrize("kind", [Kind.INTEGER, Kind.NUMBER])
def test_more_than_nothing_is_at_least_one_among_whole_numbers(kind: Kind) -> None:
    one, positive = Shape(kind, minimum=1), Shape(kind, minimum=0, exclusive_minimum=True)
    for first, second in ((one, positive), (positive, one)):
        merged, found = merge(first, second)
        assert (merged.minimum, merged.exclusive_minimum) == (1, False)
        assert bool(found) is (kind is Kind.NUMBER)


def test_the_stricter_limit_keeps_its_own_end() -> None:
    five, below = Shape(Kind.NUMBER, maximum=5), Shape(Kind.NUMBER, maximum=9)
    below = replace(below, exclusive_maximum=True)
    for first, second in ((five, below), (below, five)):
        merged, _ = merge(first, second)
        assert (merged.maximum, merged.exclusive_maximum) == (5, False)
