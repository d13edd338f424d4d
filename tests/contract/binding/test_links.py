"""Rows that belong together, values that are kept, states that must hold; sentences linked."""

from dataclasses import replace

from backwright.contract.bind import bind
from backwright.contract.bound import Answers
from backwright.contract.operations import Condition, ParameterUse, Purpose
from backwright.read.facts import Facts, SentenceKind, Statement, StatementKind
from backwright.source import Span
from tests.contract.facts_for_tests import (
    INTEGER,
    MODEL,
    STRING,
    UUID,
    a_field,
    a_property,
    a_ref,
    a_requirement,
    a_schema,
    an_entity,
    an_enum,
    an_operation,
    answers,
    bound,
    contract,
    in_path,
    operation,
    owned_tasks,
    says,
    tasks,
)


def test_a_link_table_that_a_sentence_names() -> None:
    rule = Statement(
        "M-1", StatementKind.MODEL_RULE, "A Task has many Labels (link table task_labels)",
        Span(MODEL, 60),
    )  # fmt: skip
    keys = (in_path("task_id"), in_path("label_id"))
    put = an_operation("PUT /tasks/{task_id}/labels/{label_id}", answers(204), parameters=keys)
    label = an_entity("Label", a_field("Label", "name", STRING, 50))
    facts = tasks() + Facts(entities=(label,), statements=(rule,), operations=(put,))
    found = contract(facts)
    link = found.entity("TaskLabel")
    assert (link.table, [each.columns for each in link.uniques]) == (
        "task_labels", [("task_id", "label_id")],
    )  # fmt: skip
    assert operation(found, "PUT /tasks/{task_id}/labels/{label_id}").purpose is Purpose.LINK


def test_children_are_found_inside_their_parent() -> None:
    step = an_entity("Step", a_field("Step", "task_id", UUID, 20), a_field("Step", "text"))
    keys = (in_path("task_id"), in_path("step_id"))
    get = an_operation(
        "GET /tasks/{task_id}/steps/{step_id}", answers(200, a_ref("Step")), parameters=keys
    )
    shown = a_schema("Step", a_property("id", UUID), a_property("text"))
    facts = tasks() + Facts(entities=(step,), schemas=(shown,), operations=(get,))
    found = operation(contract(facts), "GET /tasks/{task_id}/steps/{step_id}")
    assert [(each.entity, each.through) for each in found.lookups] == [
        ("Task", ""), ("Step", "task_id"),
    ]  # fmt: skip


def test_an_undescribed_parent_narrows() -> None:
    facts = tasks()
    moved = tuple(
        replace(
            each, path=f"/boards/{{board_id}}{each.path}",
            parameters=(in_path("board_id"), *each.parameters),
        )
        for each in facts.operations
    )  # fmt: skip
    found = contract(replace(facts, operations=moved))
    made = operation(found, "POST /boards/{board_id}/tasks")
    assert (made.purpose, made.parameters[0].use) == (Purpose.CREATE, ParameterUse.FILTER)
    assert found.entity("Task").get("board_id").required  # type: ignore[union-attr]


def test_a_price_is_kept_as_it_was() -> None:
    product = an_entity("Product", a_field("Product", "price", INTEGER, 30))
    line = an_entity(
        "Line",
        a_field("Line", "product_id", UUID, 31),
        a_field("Line", "unit_price", INTEGER, 32, description="the product's price when added"),
    )
    column = contract(Facts(entities=(product, line))).entity("Line").get("unit_price")
    assert column is not None
    assert column.copies == "product_id.price"


def test_only_a_draft_is_changed() -> None:
    states = an_entity("Task", a_field("Task", "status", an_enum("draft", "done"), 30))
    told = (
        says(
            SentenceKind.TRANSITION,
            "M",
            9,
            entity="Task",
            fields=("status",),
            values=("draft", "done"),
        ),
        says(SentenceKind.CAPABILITY, "FR-001", 1, entity="Task", verb="delete"),
    )
    sentence = a_requirement("FR-001", "System MUST let a user delete a draft")
    facts = tasks() + Facts(entities=(states,), statements=(sentence,), sentences=told)
    found = operation(contract(facts), "DELETE /tasks/{task_id}")
    assert found.conditions == (Condition("Task", "status", ("draft",)),)
    assert "state" in {each.reason for each in found.refusals}


def test_a_requirement_is_linked_to_its_operation_and_quoted_there() -> None:
    facts = tasks() + Facts(
        statements=(a_requirement("FR-001", "Users can create tasks"),),
        sentences=(says(SentenceKind.CAPABILITY, entity="Task", verb="create"),),
    )
    found = bound(facts)
    assert "operation/post_tasks" in found.links["FR-001"]
    made = operation(found.contract, "POST /tasks")
    assert (made.doc, made.statements) == ("Users can create tasks", ("FR-001",))


def test_two_features_keep_their_own_links() -> None:
    made = says(SentenceKind.CAPABILITY, entity="Task", verb="create")
    one = tasks() + Facts(statements=(a_requirement("FR-001", "create"),), sentences=(made,))
    text = Statement("FR-001", StatementKind.REQUIREMENT, "other", Span("specs/002-y/spec.md", 1))
    found = bind({"specs/001-x": one, "specs/002-y": Facts(statements=(text,))}, Answers())
    assert "operation/post_tasks" in found.links_by_feature["specs/001-x"]["FR-001"]
    assert "FR-001" not in found.links_by_feature["specs/002-y"]


def test_indexes_have_their_reasons() -> None:
    task = contract(owned_tasks()).entity("Task")
    assert task.get("user_id").index  # type: ignore[union-attr]
    assert contract(owned_tasks()).origins["entity/Task/index(user_id)"]


def test_what_needs_code_is_told_by_operation_and_by_requirement() -> None:
    fee = an_operation(
        "GET /tasks/{task_id}/fee-quote",
        answers(200, a_ref("Fee")),
        parameters=(in_path("task_id"),),
    )
    facts = tasks() + Facts(
        schemas=(a_schema("Fee", a_property("amount")),), operations=(fee,),
        statements=(a_requirement("FR-009", "System MUST quote the fee of a task"),),
    )  # fmt: skip
    found = bound(facts)
    assert set(found.needs_code) == {"FR-009", "operation/get_tasks_by_task_id_fee_quote"}
