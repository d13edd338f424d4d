"""What only actions answer is no description of a row."""

from backwright.contract.operations import Fill, Source
from backwright.read.facts import Facts
from tests.contract.facts_for_tests import (
    TIME,
    UUID,
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
    tasks,
)


def _facts(place: str) -> Facts:
    told = a_schema(
        "RejectedTask", a_property("id", UUID), a_property("newStatus", an_enum("rejected")),
        a_property("processedAt", TIME), a_property("message"),
    )  # fmt: skip
    model = an_entity(
        "Task", a_field("Task", "status", an_enum("open", "rejected"), 21, default="open"),
        a_field("Task", "rejected_at", TIME, 22),
    )  # fmt: skip
    act = an_operation(place, answers(200, a_ref("RejectedTask")), parameters=(in_path("task_id"),))
    return tasks() + Facts(entities=(model,), schemas=(told,), operations=(act,))


def test_the_answer_of_an_action_adds_no_column() -> None:
    made = contract(_facts("POST /tasks/{task_id}/reject"))
    assert made.entity("Task").get("new_status") is None
    view = made.view("RejectedTask")
    assert view is not None
    assert view.fills == (
        Fill("id", Source.COLUMN, "id"), Fill("newStatus", Source.COLUMN, "status"),
        Fill("processedAt", Source.COLUMN, "rejected_at"),
        Fill("message", Source.CONSTANT, value="Done"),
    )  # fmt: skip


def test_what_is_called_like_an_entity_describes_the_row() -> None:
    shown = a_schema("TaskResponse", a_property("id", UUID), a_property("colour"))
    act = an_operation(
        "POST /tasks/{task_id}/toggle", answers(200, a_ref("TaskResponse")),
        parameters=(in_path("task_id"),),
    )  # fmt: skip
    made = contract(tasks() + Facts(schemas=(shown,), operations=(act,)))
    assert made.entity("Task").get("colour") is not None
