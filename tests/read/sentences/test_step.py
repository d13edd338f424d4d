"""Scenarios and edge cases: what is done and what is answered."""

from collections.abc import Callable

import pytest

from backwright.read.facts import StatementKind

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Given a reader, When they open a loan, Then it is created",
            {"entity": "Loan", "verb": "create", "value": "created"},
        ),
        (
            "Given a book, When a reader changes it, Then the answer is 403 Forbidden",
            {"entity": "Book", "verb": "update", "status": 403, "value": "forbidden"},
        ),
        (
            "Given a book that is published, When an admin publishes it again, Then 409",
            {"entity": "Book", "verb": "transition", "status": 409},
        ),
        (
            "Given nobody is signed in, When a client sends GET /loans, Then it receives a 401",
            {
                "entity": "Loan",
                "verb": "list",
                "status": 401,
                "value": "unauthenticated",
                "operations": ("GET /api/loans",),
            },
        ),
        (
            "Given an address that is taken, When somebody registers, Then 409 is answered",
            {"entity": "User", "verb": "register", "status": 409, "value": "duplicate"},
        ),
    ],
)
def test_a_scenario_says_what_is_done(say: Say, text: str, expected: dict[str, object]) -> None:
    assert say("step", text, StatementKind.SCENARIO) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Given a reader, When they look out of the window, Then the sun shines",
        "Given a long title, When the page is shown, Then it wraps",
        "No scenario at all",
    ],
)
def test_a_scenario_about_nothing_known_says_nothing(say: Say, text: str) -> None:
    assert say("step", text, StatementKind.SCENARIO) == []


def test_an_edge_case_with_an_answer_is_read(say: Say) -> None:
    text = "What happens when the book of a loan does not exist? The system returns 404."
    assert say("step", text, StatementKind.EDGE_CASE) == [
        {"entity": "Book", "status": 404, "value": "missing"}
    ]


def test_a_label_and_an_answer_are_read(say: Say) -> None:
    text = "The same title put on a book a second time: 409"
    (fact,) = say("step", text, StatementKind.EDGE_CASE)
    assert (fact["entity"], fact["status"], fact["value"]) == ("Book", 409, "duplicate")


def test_an_open_question_says_nothing(say: Say) -> None:
    text = "What happens when a reader returns a book with 404 pages missing?"
    assert say("step", text, StatementKind.EDGE_CASE) == []
