"""Whose a row is."""

from dataclasses import replace

from backwright.contract.entities import Auto, Ownership
from backwright.contract.operations import ParameterUse
from backwright.read.facts import Facts, SentenceKind
from backwright.shape import Shape
from tests.contract.facts_for_tests import (
    STRING,
    UUID,
    a_field,
    an_entity,
    contract,
    in_path,
    operation,
    owned_tasks,
    says,
    tasks,
)


def test_children_belong_through_their_parent() -> None:
    steps = an_entity("Step", a_field("Step", "task_id", UUID, 20, required=True))
    step = contract(owned_tasks() + Facts(entities=(steps,))).entity("Step")
    assert (step.owner.kind, step.owner.column, step.owner.parent) == (
        Ownership.PARENT, "task_id", "Task",
    )  # fmt: skip


def test_without_users_a_user_id_is_a_plain_column() -> None:
    facts = tasks() + Facts(entities=(an_entity("Task", a_field("Task", "user_id", STRING, 13)),))
    task = contract(facts).entity("Task")
    assert task.owner.kind is Ownership.NONE
    assert task.get("user_id").auto is Auto.NONE  # type: ignore[union-attr]


def test_a_sentence_makes_the_column_that_no_document_names() -> None:
    facts = tasks() + Facts(sentences=(says(SentenceKind.OWNED, entity="Task"),))
    task = contract(facts).entity("Task")
    assert task.owner.column == "user_id"


def test_the_user_of_the_path_is_the_caller() -> None:
    facts = owned_tasks()
    moved = tuple(
        replace(
            each, path=f"/{{user_id}}{each.path}",
            parameters=(in_path("user_id", Shape(STRING.kind)), *each.parameters),
        )
        for each in facts.operations
    )  # fmt: skip
    found = operation(contract(replace(facts, operations=moved)), "GET /{user_id}/tasks/{task_id}")
    assert [each.use for each in found.parameters] == [ParameterUse.USER, ParameterUse.KEY]
    assert [each.entity for each in found.lookups] == ["Task"]
    assert (403, "forbidden") in {(each.status, each.reason) for each in found.refusals}
