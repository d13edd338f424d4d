"""Two descriptions of one value: what is a disagreement, and what is only another spelling."""

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
