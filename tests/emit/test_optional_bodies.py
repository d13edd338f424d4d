"""Actions whose body need not come, and that keep it under another name."""

from dataclasses import replace

from backwright.emit import emit
from backwright.plan.model import Standing
from backwright.read.facts import Facts
from tests.contract.facts_for_tests import (
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


def test_one_condition_tells_whether_there_is_something_to_keep() -> None:
    act = an_operation(
        "POST /tasks/{task_id}/approve", answers(200, a_ref("Task")), body="Ruling",
        parameters=(in_path("task_id"),),
    )  # fmt: skip
    assert act.body is not None
    act = replace(act, body=replace(act.body, required=False))
    model = an_entity(
        "Task", a_field("Task", "status", an_enum("open", "approved"), 21, default="open"),
        a_field("Task", "review_comment", line=22),
    )  # fmt: skip
    body = a_schema("Ruling", a_property("comment", required=False))
    facts = tasks() + Facts(entities=(model,), operations=(act,), schemas=(body,))
    files = {each.path: each.text for each in emit(contract(facts), Standing()).files}
    text = files["app/tasks/service.py"]
    assert "    if data is not None and data.comment is not MISSING:\n        values[" in text
