"""Entities of several documents, merged by name."""

from backwright.read.facts import Facts
from backwright.shape import Kind, Shape
from tests.contract.facts_for_tests import a_field, an_entity, bound, contract, tasks


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
