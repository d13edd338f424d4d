"""Where answers come from."""

from dataclasses import replace

from backwright.contract.operations import Purpose, Source
from backwright.read.facts import Facts
from backwright.shape import Kind, Shape
from tests.contract.facts_for_tests import (
    INTEGER,
    STRING,
    TIME,
    UUID,
    a_field,
    a_property,
    a_ref,
    a_schema,
    an_entity,
    an_operation,
    answers,
    contract,
    in_path,
    many,
    operation,
    tasks,
)


def _shown(*properties: object, **rest: object) -> Facts:
    """Tasks whose answer shows more."""
    facts = tasks()
    schemas = tuple(
        replace(each, properties=(*each.properties, *properties)) if each.name == "Task" else each
        for each in facts.schemas
    )
    return replace(facts, schemas=schemas) + Facts(**rest)  # type: ignore[arg-type]


def _sources(facts: Facts, schema: str = "Task") -> dict[str, tuple[Source, str]]:
    view = contract(facts).view(schema)
    assert view is not None
    return {each.property: (each.source, each.name) for each in view.fills}


def test_camel_case_shows_snake_columns() -> None:
    facts = _shown(a_property("createdAt", TIME))
    assert _sources(facts)["createdAt"] == (Source.COLUMN, "created_at")


def test_children_are_a_relation_and_are_counted() -> None:
    step = an_entity("Step", a_field("Step", "task_id", UUID, 20), a_field("Step", "text"))
    facts = _shown(
        a_property("steps", many("StepRead")), a_property("step_count", INTEGER),
        entities=(step,), schemas=(a_schema("StepRead", a_property("text")),),
    )  # fmt: skip
    found = _sources(facts)
    assert found["steps"] == (Source.RELATION, "steps")
    assert found["step_count"] == (Source.DERIVED, "step_count")


def test_a_value_of_the_row_that_is_referred_to() -> None:
    facts = _shown(
        a_property("category_name"),
        entities=(
            an_entity("Category", a_field("Category", "name")),
            an_entity("Task", a_field("Task", "category_id", UUID, 30)),
        ),
    )
    assert _sources(facts)["category_name"] == (Source.RELATION, "category.name")


def test_an_optional_value_that_nobody_gives_starts_empty() -> None:
    facts = _shown(a_property("nickname", STRING, required=False))
    column = contract(facts).entity("Task").get("nickname")
    assert column is not None
    assert not column.required


def test_a_required_text_that_nobody_gives_makes_creating_a_hook() -> None:
    found = contract(_shown(a_property("ticket_number")))
    assert operation(found, "POST /tasks").purpose is Purpose.CUSTOM
    assert operation(found, "GET /tasks/{task_id}").purpose is Purpose.GET


def test_nested_envelopes_and_constants() -> None:
    pagination = a_schema("Meta", a_property("page", INTEGER), a_property("total_pages", INTEGER))
    data = a_schema(
        "Data", a_property("items", many("Task")), a_property("pagination", a_ref("Meta"))
    )
    whole = a_schema(
        "Wrapped", a_property("success", Shape(Kind.BOOLEAN)), a_property("data", a_ref("Data"))
    )
    facts = tasks()
    listed = an_operation("GET /tasks", answers(200, a_ref("Wrapped")))
    facts = replace(facts, operations=(listed, *facts.operations[1:])) + Facts(
        schemas=(pagination, data, whole)
    )
    assert operation(contract(facts), "GET /tasks").purpose is Purpose.LIST
    assert _sources(facts, "Wrapped") == {
        "success": (Source.CONSTANT, ""), "data": (Source.NESTED, ""),
    }  # fmt: skip
    assert _sources(facts, "Data")["items"] == (Source.ROWS, "")
    assert _sources(facts, "Meta")["total_pages"] == (Source.PAGES, "")


def test_a_message_after_deletion() -> None:
    said = a_schema("Said", a_property("message", example="Gone"))
    facts = tasks()
    key = (in_path("task_id"),)
    removed = an_operation("DELETE /tasks/{task_id}", answers(200, a_ref("Said")), parameters=key)
    facts = replace(facts, operations=(*facts.operations[:4], removed)) + Facts(schemas=(said,))
    view = contract(facts).view("Said")
    assert view is not None
    assert view.fills[0].value == "Gone"


def test_health_is_made_of_constants() -> None:
    alive = a_schema(
        "Alive", a_property("status", example="ok"), a_property("timestamp", TIME, required=False)
    )
    facts = Facts(
        schemas=(alive,), operations=(an_operation("GET /health", answers(200, a_ref("Alive"))),)
    )
    assert operation(contract(facts), "GET /health").purpose is Purpose.HEALTH
    assert _sources(facts, "Alive") == {
        "status": (Source.CONSTANT, ""), "timestamp": (Source.NOW, ""),
    }  # fmt: skip
