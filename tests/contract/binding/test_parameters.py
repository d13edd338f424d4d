"""Parameters of lists."""

import pytest

from backwright.contract.operations import Operation, ParameterUse, Purpose
from backwright.read.facts import Facts, ParameterFact, SentenceKind
from backwright.shape import Kind, Shape
from tests.contract.facts_for_tests import (
    BOOLEAN,
    INTEGER,
    STRING,
    TIME,
    a_field,
    an_entity,
    an_enum,
    an_operation,
    answers,
    contract,
    in_query,
    many,
    says,
    tasks,
)


def _listing(*parameters: ParameterFact, **rest: object) -> Operation:
    facts = tasks()
    stored = an_entity(
        "Task",
        a_field("Task", "price", INTEGER, 21),
        a_field("Task", "status", an_enum("open", "closed"), 22),
        a_field("Task", "created_at", TIME, 23, auto="created"),
        a_field("Task", "is_featured", BOOLEAN, 24),
    )
    listed = an_operation("GET /tasks", answers(200, many("Task")), parameters=parameters)
    changed = Facts(
        entities=(*facts.entities, stored), schemas=facts.schemas,
        operations=(listed, *facts.operations[1:]), **rest,  # type: ignore[arg-type]
    )  # fmt: skip
    return contract(changed).operations[0]


@pytest.mark.parametrize(
    ("name", "shape", "columns", "operator"),
    [
        ("status", an_enum("open", "closed"), ("status",), "=="),
        ("min_price", INTEGER, ("price",), ">="),
        ("maxPrice", INTEGER, ("price",), "<="),
        ("price_gte", INTEGER, ("price",), ">="),
        ("created_after", TIME, ("created_at",), ">="),
        ("to_date", TIME, ("created_at",), "<="),
        ("featured", BOOLEAN, ("is_featured",), "=="),
        ("status", Shape(Kind.ARRAY, items=STRING), ("status",), "in"),
    ],
)
def test_filters(name: str, shape: Shape, columns: tuple[str, ...], operator: str) -> None:
    found = _listing(in_query(name, shape)).parameters[0]
    assert (found.use, found.columns, found.operator) == (ParameterUse.FILTER, columns, operator)


@pytest.mark.parametrize(
    ("names", "style", "uses"),
    [
        (("page", "page_size"), "page", (ParameterUse.PAGE, ParameterUse.SIZE)),
        (("page", "limit"), "page", (ParameterUse.PAGE, ParameterUse.SIZE)),
        (("skip", "limit"), "offset", (ParameterUse.OFFSET, ParameterUse.LIMIT)),
        (("offset", "size"), "offset", (ParameterUse.OFFSET, ParameterUse.LIMIT)),
    ],
)
def test_pages(names: tuple[str, ...], style: str, uses: tuple[ParameterUse, ...]) -> None:
    found = _listing(*(in_query(each, INTEGER, default=20) for each in names))
    assert tuple(each.use for each in found.parameters) == uses
    assert found.page is not None
    assert (found.page.style, found.page.size) == (style, 20)


def test_a_search_looks_at_titles() -> None:
    found = _listing(in_query("q")).parameters[0]
    assert (found.use, found.columns) == (ParameterUse.SEARCH, ("title",))


def test_a_sort_offers_its_values_the_default_first() -> None:
    allowed = an_enum("price", "-price", "newest")
    found = _listing(in_query("sort", allowed, default="newest"))
    assert [(each.value, each.column, each.descending) for each in found.sorts] == [
        ("newest", "created_at", True), ("price", "price", False), ("-price", "price", True),
    ]  # fmt: skip


def test_a_sentence_sorts_a_list_without_parameters() -> None:
    said = says(SentenceKind.SORT, entity="Task", fields=("created_at",), value="desc")
    found = _listing(sentences=(said,))
    assert [(each.column, each.descending) for each in found.sorts] == [("created_at", True)]


def test_a_parameter_that_nothing_explains_makes_a_hook() -> None:
    found = _listing(in_query("mood"))
    assert found.purpose is Purpose.CUSTOM
    assert "mood" in found.needs
