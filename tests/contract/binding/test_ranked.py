"""Lists in the order of a column that a word means."""

import pytest

from backwright.contract.operations import Operation, Purpose, Sort
from backwright.read.facts import Facts, SentenceKind
from tests.contract.facts_for_tests import (
    INTEGER,
    TIME,
    a_field,
    a_requirement,
    an_entity,
    an_operation,
    answers,
    contract,
    many,
    operation,
    says,
    tasks,
)


def _found(word: str, *columns: str, summary: str = "", more: Facts | None = None) -> Operation:
    held = [a_field("Task", each, INTEGER, 21 + n) for n, each in enumerate(columns)]
    held += [
        a_field("Task", "created_at", TIME, 31, auto="created"),
        a_field("Task", "published_at", TIME, 32),
    ]
    act = an_operation(f"GET /tasks/{word}", answers(200, many("Task")), summary=summary)
    facts = tasks() + Facts(entities=(an_entity("Task", *held),), operations=(act,))
    return operation(contract(facts + (more or Facts())), f"GET /tasks/{word}")


def _down(name: str) -> tuple[Sort, ...]:
    return (Sort(f"-{name}", name, descending=True),)


@pytest.mark.parametrize(
    ("word", "columns", "summary", "expected"),
    [
        ("popular", ("view_count", "likes"), "Tasks with the highest view count", "view_count"),
        ("trending", ("view_count", "likes"), "Tasks with the most likes", "likes"),
        ("popular", ("popularity_score", "likes"), "", "popularity_score"),
        ("top-rated", ("avg_rating",), "", "avg_rating"),
        ("most-viewed", ("views",), "", "views"),
        ("recent", (), "", "created_at"),
        ("recent", (), "Tasks that were recently published", "published_at"),
    ],
)
def test_the_column_is_named(
    word: str, columns: tuple[str, ...], summary: str, expected: str
) -> None:
    found = _found(word, *columns, summary=summary)
    assert (found.purpose, found.sorts) == (Purpose.LIST, _down(expected))
    assert found.page is not None


@pytest.mark.parametrize(
    ("word", "columns", "summary"),
    [
        ("popular", ("view_count",), ""),
        ("popular", ("view_count", "like_count"), "By view count and like count"),
        ("popular", ("likes",), "Tasks that somebody likes"),
        ("top", ("rating",), ""),
        ("some", ("view_count",), "Tasks with the highest view count"),
    ],
)
def test_else_it_stays_a_hook(word: str, columns: tuple[str, ...], summary: str) -> None:
    assert _found(word, *columns, summary=summary).purpose is Purpose.CUSTOM


def test_a_sentence_names_it() -> None:
    said = Facts(
        statements=(a_requirement("FR-009", "Popular tasks are sorted by likes"),),
        sentences=(says(SentenceKind.SORT, "FR-009", entity="Task", fields=("likes",)),),
    )
    assert _found("popular", "likes", more=said).sorts == _down("likes")


def test_a_requirement_gives_the_column_a_name() -> None:
    told = "Tasks MUST be shown by reach score (`exposure`), highest first"
    said = Facts(statements=(a_requirement("FR-009", told),))
    assert _found("popular", "exposure", summary="By reach score", more=said).sorts == _down(
        "exposure"
    )
    other = _found("popular", "exposure", summary="By score", more=said)
    assert other.purpose is Purpose.CUSTOM
