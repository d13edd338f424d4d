"""What health refuses: a database that is down, where it speaks of one."""

import pytest

from backwright.contract import aspects
from backwright.read.facts import Facts
from tests.contract.facts_for_tests import (
    a_property,
    a_ref,
    a_schema,
    an_operation,
    answers,
    bound,
    operation,
    tasks,
)

ASPECT = "database_down"


def refused(path: str, *properties: str, statuses: tuple[int, ...] = (), rows: bool = True) -> bool:
    """Whether its health refuses, with an origin, while the database is down."""
    alive = a_schema("Alive", *(a_property(each, example="ok") for each in properties))
    declared = [answers(status, description="Not ready") for status in statuses]
    health = an_operation(f"GET {path}", answers(200, a_ref("Alive")), *declared)
    facts = Facts(schemas=(alive,), operations=(health,))
    made = bound(tasks() + facts if rows else facts).contract
    found = operation(made, f"GET {path}")
    reasons = [(each.status, each.reason) for each in found.refusals]
    if (503, ASPECT) not in reasons:
        return False
    origins = made.origins[aspects.refusal(found.id, 503, ASPECT)]
    return bool(origins)


@pytest.mark.parametrize("path", ["/ready", "/health/db", "/health/database", "/readiness"])
def test_the_path_speaks_of_it(path: str) -> None:
    assert refused(path, "status")


def test_the_answer_speaks_of_it() -> None:
    assert refused("/health", "status", "database")


def test_a_declared_503_can_mean_nothing_else() -> None:
    assert refused("/health", "status", statuses=(503,))


@pytest.mark.parametrize("path", ["/health/live", "/ping", "/livez"])
def test_a_process_is_alive_without_it(path: str) -> None:
    assert not refused(path, "status", statuses=(503,))


def test_nothing_speaks_of_it() -> None:
    assert not refused("/health", "status")


def test_there_is_none() -> None:
    assert not refused("/health/ready", "status", "database", statuses=(503,), rows=False)
