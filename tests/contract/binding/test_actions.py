"""Words after a row's own place."""

from dataclasses import replace

import pytest

from backwright.contract.operations import Assign, AssignKind, Operation, Purpose
from backwright.read.facts import Facts, SentenceKind
from backwright.shape import Kind, Shape
from tests.contract.facts_for_tests import (
    BOOLEAN,
    INTEGER,
    TIME,
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
    contract,
    in_path,
    many,
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


def _timed(word: str, *columns: str, body: str = "", schema: object = None) -> Operation:
    more = an_entity(
        "Task", *(a_field("Task", each, TIME, 30 + i) for i, each in enumerate(columns))
    )
    facts = _acting(word, "POST", body) + Facts(entities=(more,))
    if schema is not None:
        facts += Facts(schemas=(schema,))  # type: ignore[arg-type]
    return operation(contract(facts), f"POST /tasks/{{task_id}}/{word}")


def test_the_time_of_a_change_is_stamped_with_it() -> None:
    found = _timed("cancel", "cancelled_at")
    assert (found.changes, found.stamps) == ((("status", "cancelled"),), ("cancelled_at",))


def test_a_time_alone_says_what_an_action_does() -> None:
    done, undone = _timed("pin", "pinned_at"), _timed("unpin", "pinned_at")
    assert (done.purpose, done.changes, done.stamps) == (Purpose.SET, (), ("pinned_at",))
    assert (undone.purpose, undone.changes) == (Purpose.SET, (("pinned_at", None),))


@pytest.mark.parametrize("word", ["mark-as-placed", "mark_placed", "set-placed"])
def test_marking_leads_to_the_state_that_it_names(word: str) -> None:
    found = operation(contract(_acting(word)), f"POST /tasks/{{task_id}}/{word}")
    assert found.changes == (("status", "placed"),)


def test_a_reason_that_comes_with_a_verb_does_not_replace_what_the_verb_does() -> None:
    reason = Facts(
        entities=(an_entity("Task", a_field("Task", "reason", line=31)),),
        schemas=(a_schema("Cancel", a_property("reason", required=False)),),
    )
    place = "PATCH /tasks/{task_id}/cancel"
    found = operation(contract(_acting("cancel", "PATCH", "Cancel") + reason), place)
    assert (found.purpose, found.changes) == (Purpose.SET, (("status", "cancelled"),))


def test_what_one_row_gets_the_others_of_its_owner_lose() -> None:
    told = a_requirement("FR-9", "Only one default task per user per kind", 9)
    columns = an_entity(
        "Task", a_field("Task", "is_default", BOOLEAN, 31, default=False),
        a_field("Task", "kind", line=32), a_field("Task", "user_id", line=33),
    )  # fmt: skip
    facts = _acting("default", "PUT", security=True) + Facts(
        entities=(columns,), statements=(told,)
    )
    found = operation(contract(facts), "PUT /tasks/{task_id}/default")
    assert (found.changes, found.exclusive) == ((("is_default", True),), ("user_id", "kind"))
    silent = replace(facts, statements=())
    assert not operation(contract(silent), "PUT /tasks/{task_id}/default").exclusive


def test_a_list_of_ids_numbers_the_rows() -> None:
    ids = Shape(Kind.ARRAY, items=UUID)
    facts = tasks() + Facts(
        entities=(an_entity("Task", a_field("Task", "position", INTEGER, 31, default=0)),),
        schemas=(a_schema("Order", a_property("task_ids", ids)),),
        operations=(
            an_operation("PATCH /tasks/reorder", answers(200, many("Task")), body="Order"),
        ),
    )
    made = contract(facts)
    found = operation(made, "PATCH /tasks/reorder")
    assert (found.purpose, found.lookups) == (Purpose.REORDER, ())
    assert made.input("Order", "Task").assigns == (  # type: ignore[union-attr]
        Assign("task_ids", AssignKind.IDS, "position"),
    )


def test_an_answer_that_nobody_describes_says_nothing() -> None:
    gone = an_operation(
        "DELETE /tasks/{task_id}/all",
        answers(200, Shape(Kind.ANY)),
        parameters=(in_path("task_id"),),
    )
    facts = tasks()
    changed = replace(facts.operations[4], responses=gone.responses)
    made = contract(replace(facts, operations=(*facts.operations[:4], changed)))
    found = operation(made, "DELETE /tasks/{task_id}")
    assert (found.purpose, found.result.shape) == (Purpose.DELETE, None)


def test_the_values_of_an_enum_are_answered_as_they_are() -> None:
    kinds = Shape(Kind.ARRAY, items=an_enum("a", "b"))
    facts = tasks() + Facts(
        schemas=(a_schema("Kinds", a_property("kinds", kinds)),),
        operations=(
            an_operation("GET /kinds", answers(200, a_ref("Kinds"))),
            an_operation("GET /sorts", answers(200, kinds)),
        ),
    )
    made = contract(facts)
    assert operation(made, "GET /sorts").purpose is Purpose.CONSTANT
    assert operation(made, "GET /kinds").purpose is Purpose.CONSTANT
    assert made.view("Kinds").fills[0].value == ("a", "b")  # type: ignore[union-attr]


def test_a_stated_toggle_comes_before_a_state_of_the_same_name() -> None:
    states = an_entity("Task", a_field("Task", "stage", an_enum("open", "done"), 31))
    facts = _acting("done", "PATCH", summary="Toggle whether it is done") + Facts(
        entities=(states,)
    )
    found = operation(contract(facts), "PATCH /tasks/{task_id}/done")
    assert (found.purpose, found.changes) == (Purpose.TOGGLE, (("done", True),))


def test_what_is_made_from_something_that_nobody_describes_is_a_hook() -> None:
    facts = tasks()
    changed = replace(facts.operations[1], summary="Create tasks from the cart")
    made = contract(replace(facts, operations=(facts.operations[0], changed)))
    assert "cart" in operation(made, "POST /tasks").needs


def test_a_state_that_no_body_gives_starts_at_its_first() -> None:
    states = an_entity("Task", a_field("Task", "status", _STATES, 21))
    status = contract(tasks() + Facts(entities=(states,))).entity("Task").get("status")
    assert status is not None
    assert (status.required, status.default) == (True, "draft")


def test_visitors_see_the_rows_that_the_sentence_names() -> None:
    states = an_entity("Task", a_field("Task", "status", _STATES, 21))
    sees = says(SentenceKind.CAPABILITY, entity="Task", verb="list")
    told = a_requirement("FR-001", "Visitors can view a list of placed tasks")
    facts = tasks() + Facts(entities=(states,), sentences=(sees,), statements=(told,))
    found = operation(contract(facts), "GET /tasks")
    assert found.fixed == (("status", "placed"),)
    closed = tuple(replace(each, security=True) for each in facts.operations)
    assert not operation(contract(replace(facts, operations=closed)), "GET /tasks").fixed
