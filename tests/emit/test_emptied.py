"""Texts of blanks in fields whose specification wants null for them, and in others."""

from dataclasses import replace
from pathlib import Path

import pytest

from backwright.contract.entities import Field
from backwright.contract.model import Contract
from backwright.plan.emptied import emptied
from backwright.shape import Kind, Shape
from tests.contracts.board import CONTRACT
from tests.contracts.parts import columns, maybe, takes, text
from tests.emit.serving import run, written

NOTE = Field("note", text(1, 200), required=False, normalise=("empty_to_null",))
NULLABLE = maybe(text(1, 200))


def noted() -> Contract:
    """The board, whose tasks have a note of at least one character, or none."""
    task = next(each for each in CONTRACT.entities if each.name == "Task")
    made = next(each for each in CONTRACT.schemas if each.name == "TaskCreate")
    sent = next(each for each in CONTRACT.inputs if each.schema == "TaskCreate")
    changed = {
        "Task": replace(task, fields=(*task.fields, NOTE)),
        "TaskCreate": replace(made, properties=(*made.properties, takes("note", NULLABLE))),
    }
    taken = replace(sent, assigns=(*sent.assigns, *columns("note")))
    return replace(
        CONTRACT,
        entities=tuple(changed.get(each.name, each) for each in CONTRACT.entities),
        schemas=tuple(changed.get(each.name, each) for each in CONTRACT.schemas),
        inputs=tuple(taken if each is sent else each for each in CONTRACT.inputs),
    )


def test_its_test_notices_that_blanks_are_kept(tmp_path: Path) -> None:
    root = written(noted(), tmp_path)
    command = ("pytest", "-q", "-p", "no:cacheprovider", "tests/tasks")
    passed = run(root, *command)
    assert passed.returncode == 0, passed.stdout
    values = root / "app" / "core" / "values.py"
    text = values.read_text("utf-8")
    values.write_text(text.replace("None if isinstance", "value if isinstance"), "utf-8")
    failed = run(root, *command)
    assert "test_create_task_keeps_no_blank_note" in failed.stdout
    assert "1 failed" in failed.stdout


@pytest.mark.parametrize(
    ("field", "sent", "expected"),
    [
        (NOTE, NULLABLE, True),
        (NOTE, text(1, 200), False),
        (replace(NOTE, required=True), NULLABLE, False),
        (replace(NOTE, normalise=("trim",)), NULLABLE, False),
        (NOTE, maybe(Shape(Kind.STRING, values=("a", "b"))), False),
    ],
)
def test_what_may_be_null_and_is_to_be(field: Field, sent: Shape, *, expected: bool) -> None:
    assert emptied(field, sent) is expected
