"""Words after a row's own place."""

import pytest

from backwright.contract.operations import Purpose
from backwright.read.facts import Facts, SentenceKind
from tests.contract.facts_for_tests import (
    BOOLEAN,
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
    operation,
    says,
    tasks,
)

_STATES = an_enum("draft", "placed", "cancelled", "shipped", "in_progress")


def _acting(word: str, method: str = "POST", body: str = "", **rest: object) -> Facts:
    place = f"{method} /tasks/{{task_id}}/{word}"
    act = an_operation(
        place, answers(200, a_ref("Task")), body=body, parameters=(in_path("task_id"),), **rest
    )
    states = an_entity(
        "Task",
        a_field("Task", "status", _STATES, 21, default="draft"),
        a_field("Task", "is_archived", BOOLEAN, 22, default=False),
        a_field("Task", "is_active", BOOLEAN, 23, default=True),
    )
    return tasks() + Facts(entities=(states,), operations=(act,))


@pytest.mark.parametrize(
    ("word", "value"),
    [("place", "placed"), ("cancel", "cancelled"), ("ship", "shipped"), ("start", "in_progress")],
)
def test_a_verb_leads_to_a_status(word: str, value: str) -> None:
    found = operation(contract(_acting(word)), f"POST /tasks/{{task_id}}/{word}")
    assert (found.purpose, found.changes) == (Purpose.SET, (("status", value),))


def test_with_a_state_machine_it_is_a_transition() -> None:
    moves = says(
        SentenceKind.TRANSITION, entity="Task", fields=("status",), values=("draft", "placed")
    )
    found = operation(
        contract(_acting("place") + Facts(sentences=(moves,))), "POST /tasks/{task_id}/place"
    )
    assert found.purpose is Purpose.TRANSITION
    assert (409, "transition") in {(each.status, each.reason) for each in found.refusals}


@pytest.mark.parametrize(
    ("word", "purpose", "change"),
    [
        ("done", Purpose.TOGGLE, ("done", True)),
        ("toggle", Purpose.TOGGLE, ("done", True)),
        ("archive", Purpose.SET, ("is_archived", True)),
        ("unarchive", Purpose.SET, ("is_archived", False)),
        ("deactivate", Purpose.SET, ("is_active", False)),
    ],
)
def test_a_verb_turns_a_boolean(word: str, purpose: Purpose, change: tuple[str, bool]) -> None:
    place = f"PATCH /tasks/{{task_id}}/{word}"
    found = operation(contract(_acting(word, "PATCH")), place)
    assert (found.purpose, found.changes) == (purpose, (change,))


def test_the_authors_words_tell_setting_from_toggling() -> None:
    facts = _acting("complete", "PATCH", summary="Mark a task as complete")
    found = operation(contract(facts), "PATCH /tasks/{task_id}/complete")
    assert found.purpose is Purpose.SET


def test_a_body_that_gives_the_column_changes_it() -> None:
    facts = _acting("status", "PUT", "StatusUpdate") + Facts(
        schemas=(a_schema("StatusUpdate", a_property("status", _STATES)),)
    )
    found = operation(contract(facts), "PUT /tasks/{task_id}/status")
    assert found.purpose is Purpose.UPDATE


def test_an_unknown_word_is_a_hook() -> None:
    found = operation(contract(_acting("frobnicate")), "POST /tasks/{task_id}/frobnicate")
    assert found.purpose is Purpose.CUSTOM
