"""Conditions of statuses, in words."""

import pytest

from backwright.read.sentences.conditions import condition, standard


@pytest.mark.parametrize(
    ("text", "status", "expected"),
    [
        ("missing or invalid tokens", 401, "unauthenticated"),
        ("the resource does not exist", 404, "missing"),
        ("the name is already taken", 409, "duplicate"),
        ("the version is stale", 409, "stale"),
        ("validation errors", 422, "invalid"),
        ("insufficient stock", 400, "business"),
        ("database down", 503, "unavailable"),
        ("an unexpected failure", 500, "failure"),
    ],
)
def test_words_name_a_condition(text: str, status: int, expected: str) -> None:
    assert condition(text, status) == expected


def test_a_condition_that_does_not_go_with_the_status_is_none() -> None:
    assert condition("validation errors", 404) == ""


def test_a_bare_status_has_its_standard_meaning() -> None:
    assert [standard(each) for each in (201, 401, 404, 418)] == [
        "created",
        "unauthenticated",
        "missing",
        "",
    ]
