"""Valid samples are valid, distinct and the same each time; invalid ones say why."""

import re
from typing import Any

import pytest

from backwright.plan.invalid_values import edges, free_text, invalid
from backwright.plan.samples import sample, template
from backwright.shape import Kind, Shape

TEXT = Kind.STRING


@pytest.mark.parametrize(
    "pattern",
    [
        "^[A-Z0-9-]+$",
        r"^\+?[1-9]\d{1,14}$",
        "^#[0-9A-Fa-f]{6}$",
        "^[a-z0-9]+(?:-[a-z0-9]+)*$",
        "^[A-Z]{3}$",
        "^[a-z]{2}(-[A-Z]{2})?$",
        r"^\d{3}-\d{2}$",
        "^(ab|cd)[^a-z]$",
    ],
)
def test_samples_of_a_pattern_match_it_and_differ(pattern: str) -> None:
    found = [sample(Shape(TEXT, pattern=pattern, max_length=40), number) for number in (1, 2, 3)]

    assert all(isinstance(each, str) and re.search(pattern, each) for each in found)
    assert len(set(map(str, found))) == 3


def test_a_pattern_with_look_aheads_still_has_a_sample() -> None:
    pattern = r"^(?=.*[A-Z])(?=.*\d).{8,}$"

    assert re.search(pattern, str(sample(Shape(TEXT, pattern=pattern))))


@pytest.mark.parametrize(("least", "most"), [(1, 1), (3, 3), (8, 128), (0, 500), (60, 80)])
def test_samples_of_text_keep_its_length_and_differ(least: int, most: int) -> None:
    shape = Shape(TEXT, min_length=least, max_length=most)
    found = [str(sample(shape, number, name="title")) for number in (1, 2, 3)]

    assert all(least <= len(each) <= most for each in found)
    assert len(set(found)) == 3


@pytest.mark.parametrize(
    "shape",
    [
        Shape(Kind.INTEGER, minimum=1, maximum=999),
        Shape(Kind.INTEGER, minimum=0, exclusive_minimum=True),
        Shape(Kind.INTEGER, minimum=-5, maximum=5, multiple_of=2),
        Shape(Kind.NUMBER, minimum=0, maximum=1),
        Shape(Kind.DECIMAL, minimum=0, exclusive_minimum=True, max_digits=5, decimal_places=2),
        Shape(Kind.DECIMAL, minimum=-90, maximum=90, max_digits=8, decimal_places=6),
    ],
)
def test_samples_of_numbers_keep_their_bounds_and_differ(shape: Shape) -> None:
    found: list[Any] = [sample(shape, number) for number in (1, 2)]

    assert found[0] != found[1]
    for each in found:
        low, high = shape.minimum, shape.maximum
        assert low is None or (each > low if shape.exclusive_minimum else each >= low)
        assert high is None or each <= high
        assert not shape.multiple_of or each % shape.multiple_of == 0


def test_a_template_is_valid_for_every_number() -> None:
    shape = Shape(TEXT, pattern="^[A-Z]{3}-[0-9]{4}$")

    assert template(shape) is None
    assert template(Shape(TEXT, pattern="^[A-Z]-[0-9]{4}$")) == "A-{number:04d}"
    assert template(Shape(TEXT, format="email", max_length=254)) == "person{number}@example.com"


def test_what_is_invalid_says_why() -> None:
    shape = Shape(TEXT, min_length=1, max_length=32, pattern="^[A-Z0-9-]+$")
    reasons = {each.reason: each.value for each in invalid(shape)}

    assert list(reasons) == ["too short", "too long", "pattern", "type", "null"]
    assert reasons["too short"] == ""
    too_long = str(reasons["too long"])
    assert len(too_long) > 32
    assert re.search(shape.pattern, too_long)
    assert not re.search(shape.pattern, str(reasons["pattern"]))


def test_null_is_no_invalid_value_of_what_may_be_null() -> None:
    assert "null" not in {each.reason for each in invalid(Shape(TEXT, nullable=True))}


def test_free_text_is_tried_with_what_nobody_stores() -> None:
    assert [each.reason for each in free_text(Shape(TEXT))] == ["NUL", "surrogate"]
    assert free_text(Shape(TEXT, pattern="^a+$")) == ()


def test_edges_are_the_least_and_the_most() -> None:
    assert edges(Shape(Kind.INTEGER, minimum=1, maximum=999)) == (1, 999)
    assert [len(str(each)) for each in edges(Shape(TEXT, min_length=2, max_length=9))] == [2, 9]
