"""Verbs of actions and the states they lead to."""

import pytest

from backwright.contract.binding.verbs import decision_words, named_after, reached


@pytest.mark.parametrize(
    ("verb", "values", "state"),
    [
        ("approve", ("pending", "approved"), "approved"),
        ("reject", ("open", "declined"), "declined"),
        ("request_info", ("pending", "info_requested"), "info_requested"),
        ("request_more_info", ("pending", "needs_info"), "needs_info"),
        ("request_changes", ("draft", "changes_requested"), "changes_requested"),
        ("start_review", ("draft", "in_review"), "in_review"),
        ("submit_for_approval", ("draft", "pending_approval"), "pending_approval"),
        ("process", ("pending", "processed"), "processed"),
        ("process", ("pending", "processing"), "processing"),
        ("process", ("processing", "processed"), ""),
        ("assign", ("open", "closed"), ""),
    ],
)
def test_a_verb_reaches_one_state_or_none(verb: str, values: tuple[str, ...], state: str) -> None:
    assert reached(verb, values) == state


@pytest.mark.parametrize(
    ("verb", "noun"),
    [
        ("reject", "rejection"), ("approve", "approval"), ("cancel", "cancellation"),
        ("resolve", "resolution"), ("assign", "assignee"), ("approve", "approver"),
        ("complete", "completion"), ("deny", "denial"),
    ],
)  # fmt: skip
def test_what_is_named_after_a_verb(verb: str, noun: str) -> None:
    assert noun in named_after(verb)


def test_only_decisions_share_the_words_of_a_decision() -> None:
    assert "review" in decision_words("reject")
    assert decision_words("cancel") == ()
