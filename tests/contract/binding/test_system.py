"""What the system alone sets, and what follows from a contract's smaller words."""

from dataclasses import replace

import pytest

from backwright.contract.entities import Auto, Entity, Field
from backwright.read.facts import Facts, SentenceKind
from backwright.shape import Kind, Shape
from tests.contract.facts_for_tests import (
    STRING,
    TIME,
    a_field,
    a_property,
    a_ref,
    a_schema,
    an_entity,
    an_enum,
    an_operation,
    answers,
    contract,
    in_path,
    in_query,
    operation,
    owned_tasks,
    says,
    tasks,
)


def task(facts: Facts) -> Entity:
    return next(each for each in contract(facts).entities if each.name == "Task")


def field(entity: Entity, name: str) -> Field:
    return next(each for each in entity.fields if each.name == name)


def test_a_field_that_no_body_holds_is_the_systems() -> None:
    found = task(tasks())
    assert field(found, "done").auto is Auto.SYSTEM
    assert field(found, "title").auto is Auto.NONE


def test_a_field_that_a_body_holds_is_the_callers() -> None:
    facts = tasks()
    done = a_property("done", Shape(Kind.BOOLEAN), required=False)
    schemas = tuple(
        replace(each, properties=(*each.properties, done)) if each.name == "TaskUpdate" else each
        for each in facts.schemas
    )
    assert field(task(replace(facts, schemas=schemas)), "done").auto is Auto.NONE


def with_state(filter_shape: Shape) -> Facts:
    """Tasks with a state, listed by it."""
    state = an_enum("open", "closed")
    facts = tasks() + Facts(
        entities=(an_entity("Task", a_field("Task", "state", state, 14, default="open")),)
    )
    lists = an_operation(
        "GET /tasks",
        answers(200, Shape(Kind.ARRAY, items=a_ref("Task"))),
        parameters=(in_query("state", filter_shape),),
    )
    return replace(facts, operations=(lists, *facts.operations[1:]))


def test_an_enum_takes_the_name_that_the_contract_gives_it() -> None:
    named = replace(an_enum("open", "closed"), values_name="TaskState")
    assert field(task(with_state(named)), "state").shape.values_name == "TaskState"


def test_an_enum_with_other_values_keeps_its_name_to_itself() -> None:
    other = replace(an_enum("open", "closed", "late"), values_name="TaskState")
    assert field(task(with_state(other)), "state").shape.values_name == ""


def test_lists_are_indexed_by_owner_and_order_down_to_the_key() -> None:
    facts = owned_tasks(
        sentences=(
            says(SentenceKind.SORT, entity="Task", fields=("created_at",), value="descending"),
        )
    )
    made = a_field("Task", "created_at", TIME, 15, auto="created")
    found = task(facts + Facts(entities=(an_entity("Task", made),)))
    assert ("user_id", "created_at", "id") in found.indexes


@pytest.mark.parametrize(("statuses", "reasons"), [((400, 422), True), ((422,), False)])
def test_a_declared_400_beside_422_is_a_body_that_cannot_be_read(
    statuses: tuple[int, ...], reasons: bool
) -> None:
    facts = tasks()
    made = replace(
        facts.operations[1],
        responses=facts.operations[1].responses + tuple(answers(each) for each in statuses),
    )
    changed = replace(facts, operations=(facts.operations[0], made, *facts.operations[2:]))
    refusals = operation(contract(changed), "POST /tasks").refusals
    assert ((400, "unreadable") in {(each.status, each.reason) for each in refusals}) is reasons


def test_a_declared_400_alone_is_invalid_input() -> None:
    facts = tasks()
    made = replace(facts.operations[1], responses=(*facts.operations[1].responses, answers(400)))
    changed = replace(facts, operations=(facts.operations[0], made, *facts.operations[2:]))
    refusals = operation(contract(changed), "POST /tasks").refusals
    assert {(each.status, each.reason) for each in refusals if each.status in (400, 422)} == {
        (400, "invalid")
    }


def test_roles_are_those_that_operations_ask_for() -> None:
    facts = owned_tasks()
    kept = replace(facts.operations[4], roles=("admin",))
    found = contract(replace(facts, operations=(*facts.operations[:4], kept)))
    assert found.policies.roles == ("admin",)


def test_a_copy_keeps_the_bounds_of_what_it_was_taken_from() -> None:
    price = Shape(Kind.INTEGER, minimum=0, maximum=100)
    line = (
        a_field("Line", "product_id", STRING, 21, references="products"),
        a_field("Line", "unit_price", Shape(Kind.INTEGER), 22,
                description="the product's price when the line was made"),
    )  # fmt: skip
    facts = Facts(
        entities=(
            an_entity("Product", a_field("Product", "price", price, 11, required=True),
                      table="products"),
            an_entity("Line", *line),
        ),
        schemas=(
            a_schema("LineCreate", a_property("product_id")),
            a_schema("Line", a_property("id"), a_property("unit_price", Shape(Kind.INTEGER))),
        ),
        operations=(
            an_operation("POST /lines", answers(201, a_ref("Line")), body="LineCreate"),
            an_operation("GET /lines/{line_id}", answers(200, a_ref("Line")),
                         parameters=(in_path("line_id"),)),
        ),
    )  # fmt: skip
    found = next(each for each in contract(facts).entities if each.name == "Line")
    copied = field(found, "unit_price")
    assert copied.copies == "product_id.price"
    assert (copied.shape.minimum, copied.shape.maximum) == (0, 100)
