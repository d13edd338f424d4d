"""Entities of several documents, merged by name."""

from dataclasses import replace

from backwright.read.facts import Facts
from backwright.shape import Kind, Shape
from tests.contract.facts_for_tests import (
    INTEGER,
    UUID,
    a_field,
    a_property,
    a_ref,
    a_schema,
    an_entity,
    an_operation,
    answers,
    bound,
    contract,
    operation,
    tasks,
)


def test_a_payload_beside_its_entity_is_no_table() -> None:
    facts = tasks() + Facts(entities=(an_entity("TaskCreate", a_field("TaskCreate", "title")),))
    assert [each.name for each in contract(facts).entities] == ["Task"]


def test_a_mentioned_entity_is_no_table() -> None:
    facts = tasks() + Facts(entities=(an_entity("Ghost", weak=True),))
    assert [each.name for each in contract(facts).entities] == ["Task"]


def test_of_two_limits_the_stricter_is_taken_and_both_are_shown() -> None:
    longer = a_field("Task", "title", Shape(Kind.STRING, max_length=500), 33)
    found = bound(tasks() + Facts(entities=(an_entity("Task", longer),)))
    title = found.contract.entity("Task").get("title")
    assert title is not None
    assert title.shape.max_length == 200
    question = next(each for each in found.questions if each.code.startswith("contradiction/"))
    assert [each.line for each in question.spans] == [11, 33]
    assert [each.key for each in question.options] == ["200", "500"]


def test_the_other_limit_is_taken_when_somebody_says_so() -> None:
    longer = a_field("Task", "title", Shape(Kind.STRING, max_length=500), 33)
    facts = tasks() + Facts(entities=(an_entity("Task", longer),))
    title = contract(facts, **{"contradiction__Task.title.max_length": "500"}).entity("Task")
    assert title.get("title").shape.max_length == 500  # type: ignore[union-attr]


def test_names_without_letters_are_told() -> None:
    found = bound(Facts(entities=(an_entity("!!!", a_field("!!!", "a")),)))
    assert [each.code for each in found.diagnostics] == ["BW303"]


def test_a_link_is_no_payload_of_what_it_links() -> None:
    link = an_entity(
        "PostTag", a_field("PostTag", "post_id", UUID), a_field("PostTag", "tag_id", UUID, 11)
    )
    posts = an_entity("Post", a_field("Post", "text")), an_entity("Tag", a_field("Tag", "name"))
    found = contract(Facts(entities=(*posts, link)))
    assert [each.name for each in found.entities] == ["Post", "Tag", "PostTag"]


def test_a_request_with_a_number_of_its_own_is_a_row() -> None:
    made = an_entity("RefundRequest", a_field("RefundRequest", "refund_request_id"))
    assert [each.name for each in contract(Facts(entities=(made,))).entities] == ["RefundRequest"]


def test_json_in_the_model_is_a_list_where_the_contract_lists() -> None:
    model = an_entity("Task", a_field("Task", "labels", Shape(Kind.MAP), 21))
    body = a_schema("TaskCreate", a_property("title"), a_property("labels", Shape(Kind.ARRAY)))
    facts = tasks()
    facts = replace(facts, schemas=(body, *facts.schemas[1:]))
    found = bound(facts + Facts(entities=(model,)))
    assert found.contract.entity("Task").get("labels").shape.kind is Kind.ARRAY  # type: ignore[union-attr]
    assert not [each for each in found.questions if each.code.startswith("contradiction")]


def test_what_only_a_hook_answers_is_no_table() -> None:
    shown = a_schema("TaskStatus", a_property("id", UUID), a_property("spent", INTEGER))
    read = an_operation("GET /task-statuses/summary", answers(200, a_ref("TaskStatus")))
    found = contract(tasks() + Facts(schemas=(shown,), operations=(read,)))
    assert [each.name for each in found.entities] == ["Task"]
    assert operation(found, "GET /task-statuses/summary").hook
