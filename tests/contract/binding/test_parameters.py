"""Parameters of lists."""

from dataclasses import replace

import pytest

from backwright.contract.operations import Operation, ParameterUse, Purpose
from backwright.read.facts import EntityFact, Facts, ParameterFact, SentenceKind
from backwright.shape import Kind, Shape
from backwright.source import Span
from tests.contract.facts_for_tests import (
    BOOLEAN,
    INTEGER,
    MODEL,
    STRING,
    TIME,
    UUID,
    a_field,
    a_ref,
    an_entity,
    an_enum,
    an_operation,
    answers,
    contract,
    in_query,
    many,
    operation,
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


def test_a_list_stands_without_a_parameter_that_nothing_explains() -> None:
    found = _listing(in_query("mood"))
    assert (found.purpose, found.parameters[0].use) == (Purpose.LIST, ParameterUse.CUSTOM)
    assert found.hook
    assert "mood" in found.needs
    assert (501, "needs_code") in {(each.status, each.reason) for each in found.refusals}


def test_a_required_parameter_that_nothing_explains_makes_a_hook() -> None:
    mood = in_query("mood")
    required = replace(mood, property=replace(mood.property, required=True))
    assert _listing(required).purpose is Purpose.CUSTOM


def test_a_value_that_nothing_sorts_by_leaves_the_list_standing() -> None:
    found = _listing(in_query("sort", an_enum("price", "mood")))
    assert (found.purpose, found.parameters[0].use) == (Purpose.LIST, ParameterUse.CUSTOM)


def test_a_sort_by_name_is_by_the_name_of_the_row() -> None:
    facts = tasks()
    stored = an_entity("Task", a_field("Task", "task_name", line=21))
    sort = in_query("sort", an_enum("name_asc", "name_desc"))
    listed = an_operation("GET /tasks", answers(200, many("Task")), parameters=(sort,))
    made = contract(replace(facts, operations=(listed,)) + Facts(entities=(stored,)))
    assert [(each.column, each.descending) for each in made.operations[0].sorts] == [
        ("task_name", False), ("task_name", True),
    ]  # fmt: skip


def test_words_about_a_boolean_are_told_what_they_mean() -> None:
    found = _listing(in_query("filter", an_enum("all", "pending", "done"))).parameters[0]
    assert (found.use, found.columns) == (ParameterUse.FILTER, ("done",))
    assert found.meanings == (("pending", False), ("done", True))


def test_a_description_tells_them_as_well() -> None:
    told = in_query("state", description="all, pending or completed")
    found = _listing(told).parameters[0]
    assert dict(found.meanings) == {"pending": False, "completed": True}


def test_all_beside_the_values_of_a_status_narrows_nothing() -> None:
    found = _listing(in_query("status", an_enum("all", "open", "closed"))).parameters[0]
    assert found.meanings == (("open", "open"), ("closed", "closed"))


def test_values_separated_by_commas_are_several() -> None:
    found = _listing(in_query("status", description="Comma-separated states")).parameters[0]
    assert (found.operator, found.separated) == ("in", True)


def test_a_cursor_goes_on_where_the_page_before_ended() -> None:
    found = _listing(in_query("cursor"), in_query("limit", INTEGER, default=20))
    assert [each.use for each in found.parameters] == [ParameterUse.CURSOR, ParameterUse.LIMIT]
    assert found.page is not None
    assert (found.page.style, found.page.size) == ("cursor", 20)


@pytest.mark.parametrize(
    ("name", "shape", "column"),
    [
        ("tag", STRING, "tags.slug"),
        ("tag_name", STRING, "tags.name"),
        ("tag_id", UUID, "tags.id"),
        ("category", STRING, "category.name"),
        ("category_id", UUID, "category_id"),
    ],
)
def test_a_list_is_narrowed_by_a_related_row(name: str, shape: Shape, column: str) -> None:
    key = {"primary_key": True}
    model = (
        an_entity("Category", a_field("Category", "name", line=21)),
        an_entity("Tag", a_field("Tag", "name", line=22), a_field("Tag", "slug", line=23)),
        an_entity("Task", a_field("Task", "category_id", UUID, 24)),
        EntityFact("TaskTag", Span(MODEL, 30), "tt", fields=(
            a_field("TaskTag", "task_id", UUID, 31, **key),
            a_field("TaskTag", "tag_id", UUID, 32, **key),
        )),
    )  # fmt: skip
    listed = an_operation(
        "GET /tasks", answers(200, many("Task")), parameters=(in_query(name, shape),)
    )
    facts = tasks()
    made = contract(replace(facts, operations=(listed,)) + Facts(entities=model))
    found = made.operations[0].parameters[0]
    assert (found.use, found.columns) == (ParameterUse.FILTER, (column,))


def test_one_row_is_found_by_what_only_one_has_and_must_fit_the_rest() -> None:
    stored = an_entity(
        "Task", a_field("Task", "code", line=21, unique=True), a_field("Task", "phone", line=22)
    )
    asked = tuple(
        replace(each, property=replace(each.property, required=True))
        for each in (in_query("code"), in_query("phone"))
    )
    track = an_operation("GET /tasks/track", answers(200, a_ref("Task")), parameters=asked)
    found = operation(
        contract(tasks() + Facts(entities=(stored,), operations=(track,))), "GET /tasks/track"
    )
    assert found.purpose is Purpose.GET
    assert [(each.parameter, each.column) for each in found.lookups] == [("code", "code")]
    assert [each.use for each in found.parameters] == [ParameterUse.KEY, ParameterUse.FILTER]
