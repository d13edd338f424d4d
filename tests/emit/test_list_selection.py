"""Emitted tests of lists that a comparison picks out notice every change of it."""

from pathlib import Path

import pytest

from backwright.contract.model import Contract
from backwright.read.facts import Facts
from backwright.shape import Kind, Shape
from tests.contract.facts_for_tests import (
    BOOLEAN,
    INTEGER,
    TIME,
    a_field,
    a_property,
    a_ref,
    a_schema,
    an_entity,
    an_enum,
    an_operation,
    answers,
    contract,
    in_query,
    many,
)
from tests.emit.serving import run, written

_STATES = an_enum("open", "completed", "cancelled")


def _contract() -> Contract:
    low = Shape(Kind.INTEGER, minimum=0, maximum=500)
    return contract(
        Facts(
            entities=(
                an_entity(
                    "Item",
                    a_field("Item", "quantity", low, line=21, required=True),
                    a_field("Item", "reorder_level", INTEGER, line=22, required=True),
                ),
                an_entity(
                    "Invoice",
                    a_field("Invoice", "due_date", Shape(Kind.DATE), line=31, required=True),
                    a_field("Invoice", "status", _STATES, line=32, required=True),
                ),
                an_entity(
                    "Part",
                    a_field("Part", "total", INTEGER, line=51, required=True),
                    a_field("Part", "held", INTEGER, line=52, required=True),
                    a_field("Part", "reorder_level", INTEGER, line=53, required=True),
                ),
                an_entity(
                    "Task",
                    a_field("Task", "deadline", TIME, line=41),
                    a_field("Task", "done", BOOLEAN, line=42, default=False),
                ),
            ),
            schemas=(
                a_schema(
                    "TaskCut",
                    a_property("items", many("Task")),
                    a_property("next_cursor", Shape(Kind.STRING, nullable=True)),
                ),
                *(
                    a_schema(
                        each,
                        a_property("id"),
                        a_property(shown, Shape(kind), description="total - held"),
                    )
                    for each, shown, kind in (
                        ("Item", "quantity", Kind.INTEGER),
                        ("Part", "available", Kind.INTEGER),
                        ("Invoice", "due_date", Kind.DATE),
                        ("Task", "deadline", Kind.DATETIME),
                    )
                ),
            ),
            operations=(
                an_operation(
                    "GET /items/low-stock", answers(200, many("Item")),
                    summary="Items at or below their reorder level, sorted by quantity",
                ),
                an_operation(
                    "GET /invoices/overdue", answers(200, many("Invoice")),
                    summary="Invoices that are not paid in time, sorted by due_date",
                ),
                an_operation(
                    "GET /parts/low-stock", answers(200, many("Part")),
                    summary="Parts with available below the reorder level",
                ),
                an_operation(
                    "GET /tasks/overdue", answers(200, a_ref("TaskCut")),
                    summary="Overdue tasks, sorted by deadline",
                    parameters=(in_query("limit", INTEGER), in_query("cursor")),
                ),
            ),
        )
    )  # fmt: skip


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(_contract(), tmp_path_factory.mktemp("selections"))


def _tested(root: Path, domain: str) -> int:
    return run(root, "pytest", "-q", "-p", "no:cacheprovider", f"tests/{domain}").returncode


def test_they_hold(backend: Path) -> None:
    assert run(backend, "pytest", "-q", "-p", "no:cacheprovider").returncode == 0


def test_what_is_left_is_what_they_show(backend: Path) -> None:
    models = backend / "app/parts/models.py"
    kept = models.read_text("utf-8")
    models.write_text(kept.replace("self.total - self.held", "self.total + self.held"), "utf-8")
    try:
        assert _tested(backend, "parts") == 1
    finally:
        models.write_text(kept, "utf-8")


@pytest.mark.parametrize(
    ("domain", "said", "instead"),
    [
        ("parts", " - col(Part.held)", ""),
        ("items", ".quantity) <= col", ".quantity) < col"),
        ("items", ".quantity) <= col", ".quantity) != col"),
        ("invoices", 'due_date) < bindparam("today")', 'due_date) <= bindparam("today")'),
        ("invoices", "InvoiceStatus.CANCELLED", "InvoiceStatus.OPEN"),
        ("tasks", 'deadline) < bindparam("now")', 'deadline) != bindparam("now")'),
        ("tasks", "order_by(col(Task.deadline)", "order_by(col(Task.deadline).desc()"),
        ("tasks", "done).is_(False)", "done).is_not(None)"),
    ],
)
def test_a_change_turns_one_red(backend: Path, domain: str, said: str, instead: str) -> None:
    service = backend / f"app/{domain}/service.py"
    kept = service.read_text("utf-8")
    assert said in kept
    service.write_text(kept.replace(said, instead, 1), "utf-8")
    try:
        assert _tested(backend, domain) == 1
    finally:
        service.write_text(kept, "utf-8")
