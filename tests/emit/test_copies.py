"""Copies of rows: what the service makes, and the test of it."""

from backwright.emit import emit
from backwright.plan.model import Standing
from backwright.read.facts import Facts
from tests.contract.facts_for_tests import (
    a_field,
    a_ref,
    an_entity,
    an_enum,
    an_operation,
    answers,
    contract,
    in_path,
    owned_tasks,
)


def _files() -> dict[str, str]:
    act = an_operation(
        "POST /tasks/{task_id}/clone", answers(201, a_ref("Task")),
        parameters=(in_path("task_id"),), security=True,
    )  # fmt: skip
    states = an_entity(
        "Task", a_field("Task", "status", an_enum("draft", "sent"), 21, default="draft")
    )
    made = emit(contract(owned_tasks() + Facts(entities=(states,), operations=(act,))), Standing())
    return {each.path: each.text for each in made.files}


def test_a_copy_is_the_callers_and_takes_nothing_else_over() -> None:
    text = _files()["app/tasks/service.py"]
    assert "copied = Task(user_id=user.id, title=task.title)" in text
    assert "session.add(copied)" in text
    assert "return copied" in text


def test_its_test_looks_for_a_second_row_and_starts_from_another_state() -> None:
    text = _files()["tests/tasks/test_tasks.py"]
    assert "add_task(app, alice_id, status=TaskStatus.SENT)" in text
    assert "[copied] = [each for each in await stored(app, Task) if each.id != task.id]" in text
    assert "assert copied.user_id == alice_id" in text
