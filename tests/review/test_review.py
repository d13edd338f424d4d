"""Every rule puts its point into words, and every option changes something."""

import pytest

from backwright.contract.bound import Bound, Undecided
from backwright.contract.model import QuestionKind
from backwright.read.facts import Facts, SentenceKind
from backwright.review import RULES, questions
from tests.contract.facts_for_tests import bound, contract, owned_tasks, says, tasks

_POINTS = {
    "stack": Undecided("stack", "", QuestionKind.BLOCKING, ("fastapi",), "", note="Express"),
    "contradiction": Undecided(
        "contradiction", "Task.title.max_length", QuestionKind.CONTRADICTION, ("80", "200"), "80"
    ),
    "required_or_not": Undecided(
        "required_or_not", "Task.title", QuestionKind.CONTRADICTION, ("optional", "required"), ""
    ),
    "deletion": Undecided("deletion", "Task", QuestionKind.CONTRADICTION, ("soft", "hard"), "soft"),
    "foreign_status": Undecided("foreign_status", "", QuestionKind.OPEN, ("404", "403"), "404"),
    "no_authentication": Undecided(
        "no_authentication", "", QuestionKind.OPEN, ("none", "required"), "none"
    ),
    "undeclared_security": Undecided(
        "undeclared_security", "Task", QuestionKind.OPEN, ("required", "none"), "required"
    ),
    "cookie_session": Undecided(
        "cookie_session", "", QuestionKind.OPEN, ("bearer", "code"), "bearer"
    ),
    "invalid_status": Undecided("invalid_status", "", QuestionKind.OPEN, ("422", "400"), "422"),
    "partial_put": Undecided(
        "partial_put", "x", QuestionKind.OPEN, ("partial", "full"), "partial", note="PUT /x"
    ),
    "id_type": Undecided("id_type", "Task", QuestionKind.OPEN, ("uuid", "integer"), "uuid"),
    "undefined_entity": Undecided(
        "undefined_entity", "Shelf", QuestionKind.OPEN, ("plain", "table"), "plain",
        note="Task.shelf_id",
    ),
    "undescribed": Undecided(
        "undescribed", "Task", QuestionKind.OPEN, ("model", "code"), "model", note="Task"
    ),
    "action_field": Undecided(
        "action_field", "approve.reason", QuestionKind.OPEN, ("decision_reason", "code"),
        "decision_reason", note="reason",
    ),
    "unknown_names": Undecided(
        "unknown_names", "Task.labels", QuestionKind.OPEN, ("made", "refused"), "made"
    ),
    "page_bounds": Undecided(
        "page_bounds", "Task", QuestionKind.OPEN, ("50/100", "20/100"), "50/100"
    ),
    "list_border": Undecided(
        "list_border", "x", QuestionKind.OPEN, ("included", "excluded"), "included",
        note="GET /x/low: stock, level",
    ),
    "finished_rows": Undecided(
        "finished_rows", "x", QuestionKind.OPEN, ("left_out", "listed"), "left_out",
        note="GET /x/overdue: status",
    ),
    "positive_amount": Undecided(
        "positive_amount", "x", QuestionKind.OPEN, ("positive", "code"), "positive",
        note="POST /x/take: quantity",
    ),
    "lowest_amount": Undecided(
        "lowest_amount", "x.stock", QuestionKind.OPEN, ("zero", "none"), "zero",
        note="POST /x/take: stock",
    ),
    "token_lifetime": Undecided(
        "token_lifetime", "access", QuestionKind.OPEN, ("900", "86400"), "900"
    ),
    "password_bounds": Undecided("password_bounds", "", QuestionKind.OPEN, ("8-128", "12-128"), ""),
}  # fmt: skip


def test_every_rule_is_tried() -> None:
    assert {rule.name for rule in RULES} == set(_POINTS)


@pytest.mark.parametrize("name", sorted(_POINTS))
def test_a_rule_asks(name: str) -> None:
    point = _POINTS[name]
    facts = tasks() if name == "no_authentication" else owned_tasks()
    if name == "undeclared_security":
        facts = tasks() + Facts(sentences=(says(SentenceKind.OWNED, entity="Task"),))
    found = questions(Bound(contract(facts), undecided=(point,)))
    assert len(found) == 1
    question = found[0]
    assert question.code == point.code
    assert question.text
    assert all(each.changes for each in question.options)
    assert question.default == ("" if name == "stack" else point.options[0])
    assert question.blocking is (name == "stack")


def test_answered_points_are_not_asked() -> None:
    point = Undecided("id_type", "T", QuestionKind.OPEN, ("uuid", "integer"), "uuid", answered=True)
    assert questions(Bound(contract(tasks()), undecided=(point,))) == ()


def test_options_that_change_nothing_are_no_question() -> None:
    point = Undecided("foreign_status", "", QuestionKind.OPEN, ("404", "403"), "404")
    assert questions(Bound(contract(tasks()), undecided=(point,))) == ()


def test_nothing_is_said_about_credentials() -> None:
    assert "no_authentication" in {each.code for each in bound(tasks()).questions}
    assert "no_authentication" not in {each.code for each in bound(owned_tasks()).questions}
