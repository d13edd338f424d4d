"""Lists of names that stand for related rows."""

from dataclasses import replace

from backwright.contract.operations import Assign, AssignKind, Fill, Purpose, Source
from backwright.read.facts import Facts
from backwright.shape import Kind, Shape
from tests.contract.facts_for_tests import (
    STRING,
    UUID,
    a_field,
    a_property,
    a_requirement,
    an_entity,
    bound,
    contract,
    operation,
    tasks,
)

NAMES = Shape(Kind.ARRAY, items=Shape(Kind.STRING, min_length=2))
NAME = a_field("Label", "name", Shape(Kind.STRING, max_length=30), 50, required=True, unique=True)


def labelled(*fields: object, wire: str = "labels", **rest: object) -> Facts:
    """Tasks whose bodies and answers list the names of labels."""
    facts = tasks()
    schemas = tuple(
        replace(each, properties=(*each.properties, a_property(wire, NAMES, required=False)))
        for each in facts.schemas
    )
    link = an_entity(
        "TaskLabel",
        a_field("TaskLabel", "task_id", UUID, 60, references="Task", required=True),
        a_field("TaskLabel", "label_id", UUID, 61, references="Label", required=True),
    )
    label = an_entity("Label", *(fields or (NAME,)))  # type: ignore[arg-type]
    return replace(facts, schemas=schemas) + Facts(entities=(label, link), **rest)  # type: ignore[arg-type]


def assigned(facts: Facts, wire: str = "labels") -> Assign:
    made = contract(facts).input("TaskCreate", "Task")
    assert made is not None
    return next(each for each in made.assigns if each.property == wire)


def test_names_of_linked_rows_are_found_or_made() -> None:
    assert assigned(labelled()) == Assign("labels", AssignKind.NAMES, "labels", "name", makes=True)


def test_an_answer_lists_the_names() -> None:
    view = contract(labelled()).view("Task")
    assert view is not None
    assert Fill("labels", Source.RELATION, "labels.name") in view.fills


def test_the_ending_of_a_list_names_the_column() -> None:
    found = assigned(labelled(wire="label_names"), "label_names")
    assert (found.name, found.column) == ("labels", "name")


def test_a_row_takes_its_links_along() -> None:
    link = contract(labelled()).entity("TaskLabel")
    found = {each.references: each.on_delete for each in link.fields if each.references}
    assert found == {"Task": "cascade", "Label": ""}


def test_each_name_keeps_the_limits_of_the_column() -> None:
    own = contract(labelled()).schema("TaskCreate").get("labels")
    assert own is not None
    assert own.shape.items is not None
    assert (own.shape.items.min_length, own.shape.items.max_length) == (2, 30)


def test_what_becomes_of_unknown_names_is_asked() -> None:
    asked = [each.code for each in bound(labelled()).questions]
    assert "unknown_names/Task.labels" in asked
    made = contract(labelled(), unknown_names="refused").input("TaskCreate", "Task")
    assert made is not None
    assert not any(each.makes for each in made.assigns)


def test_a_sentence_refuses_unknown_names() -> None:
    rule = a_requirement("FR-009", "System MUST reject requests with unknown labels")
    facts = labelled(statements=(rule,))
    assert not assigned(facts).makes
    refused = operation(contract(facts), "POST /tasks").refusals
    assert ("missing", "Label") in {(each.reason, each.entity) for each in refused}
    assert not [e for e in bound(facts).questions if e.code.startswith("unknown_names")]


def test_a_sentence_makes_unknown_names() -> None:
    rule = a_requirement("FR-009", "System MUST create labels automatically when they are used")
    found = bound(labelled(statements=(rule,)), unknown_names="refused").contract
    made = found.input("TaskCreate", "Task")
    assert made is not None
    assert any(each.makes for each in made.assigns)


def test_names_that_several_rows_may_have_stand_for_none() -> None:
    facts = labelled(replace(NAME, unique=False))
    made = contract(facts).input("TaskCreate", "Task")
    assert made is None or not any(each.kind is AssignKind.NAMES for each in made.assigns)


def test_a_row_that_needs_more_than_a_name_needs_code() -> None:
    color = a_field("Label", "color", STRING, 51, required=True)
    found = operation(contract(labelled(NAME, color)), "POST /tasks")
    assert (found.purpose, found.needs) == (
        Purpose.CUSTOM, "nothing says what color of a new Label holds",
    )  # fmt: skip
