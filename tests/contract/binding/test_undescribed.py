"""Operations whose contract describes neither body nor answer."""

from dataclasses import replace

from backwright.contract.operations import Operation, ParameterUse, Purpose
from backwright.contract.origins import without_origin
from backwright.read.facts import Facts, SentenceKind
from backwright.shape import Kind
from tests.contract.facts_for_tests import (
    TIME,
    a_field,
    an_entity,
    an_enum,
    an_operation,
    answers,
    bound,
    contract,
    operation,
    says,
    tasks,
)


def _bare(**rest: object) -> Facts:
    """Paths and statuses, and a data model."""
    model = an_entity(
        "Task",
        a_field("Task", "title", line=11, required=True),
        a_field("Task", "note", line=12),
        a_field("Task", "state", an_enum("draft", "published"), 13),
        a_field("Task", "published_at", TIME, 14),
    )
    places = ("POST /tasks", "GET /tasks", "GET /tasks/{task_id}", "PUT /tasks/{task_id}")
    operations = tuple(an_operation(place, answers(200)) for place in places)
    publish = an_operation("POST /tasks/{task_id}/publish", answers(200))
    return Facts(entities=(model,), operations=(*operations, publish), **rest)  # type: ignore[arg-type]


def _names(found: Operation, facts: Facts) -> list[str]:
    made = contract(facts)
    assert found.body is not None
    return [each.name for each in made.schema(found.body.shape.ref).properties]


def test_the_data_model_lists_what_the_contract_leaves_out() -> None:
    made = bound(_bare())
    purposes = [each.purpose for each in made.contract.operations]
    assert purposes[:4] == [Purpose.CREATE, Purpose.LIST, Purpose.GET, Purpose.UPDATE]
    assert "undescribed/Task" in {each.code for each in made.questions}
    assert without_origin(made.contract) == ()
    shown = made.contract.schema("TaskPublic")
    assert [each.name for each in shown.properties] == [
        "id", "title", "note", "state", "published_at",
    ]  # fmt: skip
    assert {each.name for each in shown.properties if each.shape.nullable} == {
        "note", "published_at",
    }  # fmt: skip


def test_states_and_stamps_are_not_given_by_a_body() -> None:
    facts = _bare()
    assert _names(operation(contract(facts), "POST /tasks"), facts) == ["title", "note"]


def test_a_sentence_says_what_one_is_made_of() -> None:
    told = says(SentenceKind.CAPABILITY, entity="Task", verb="create", fields=("title",))
    facts = _bare(sentences=(told,))
    assert _names(operation(contract(facts), "POST /tasks"), facts) == ["title"]


def test_somebody_may_want_to_write_them() -> None:
    found = contract(_bare(), **{"undescribed__Task": "code"})
    assert operation(found, "POST /tasks").hook


def test_what_the_contract_describes_stays_as_it_is() -> None:
    facts = tasks()
    deleted = replace(facts.operations[4], responses=(answers(200),))
    made = bound(replace(facts, operations=(*facts.operations[:4], deleted)))
    assert not [each for each in made.questions if each.code.startswith("undescribed")]


def test_a_name_in_braces_is_a_parameter_though_nothing_lists_it() -> None:
    found = operation(contract(_bare()), "GET /tasks/{task_id}").parameters
    assert [(each.wire, each.use, each.shape.kind) for each in found] == [
        ("task_id", ParameterUse.KEY, Kind.UUID)
    ]
