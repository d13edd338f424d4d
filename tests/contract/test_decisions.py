"""`decisions.toml`, there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backwright.contract.bind import bind
from backwright.contract.bound import Answers
from backwright.contract.decisions import read, write
from backwright.contract.model import Decision
from backwright.review import review
from tests.contract.facts_for_tests import owned_tasks

_WORD = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1)


@given(st.lists(st.builds(Decision, _WORD, _WORD, _WORD, _WORD, _WORD), unique_by=lambda d: d.code))
def test_what_is_written_is_read(decisions: list[Decision]) -> None:
    assert read(write(tuple(decisions))) == tuple(sorted(decisions, key=lambda each: each.code))


@pytest.mark.parametrize("text", ["decision = 1", "[[decision]]\noption = 1", "decision = [1]"])
def test_another_file_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="decision"):
        read(text)


def test_accepted_defaults_are_recorded_and_not_asked_again() -> None:
    features = {"specs/001-x": owned_tasks()}
    first = bind(features, Answers(accept_defaults=True))
    assert {each.code: each.option for each in first.decisions}["foreign_status"] == "404"
    again = review(bind(features, Answers(recorded=read(write(first.decisions)))))
    assert "foreign_status" not in {each.code for each in again.questions}


def test_a_recorded_answer_is_asked_again_when_its_sentences_change() -> None:
    features = {"specs/001-x": owned_tasks()}
    stale = Decision("foreign_status", "403", "Ada", "another hash")
    again = review(bind(features, Answers(recorded=(stale,))))
    assert "foreign_status" in {each.code for each in again.questions}
    assert again.contract.policies.foreign_status == 404


def test_a_given_answer_changes_the_contract() -> None:
    answers = Answers(given={"foreign_status": "403"}, by="Ada")
    found = review(bind({"specs/001-x": owned_tasks()}, answers))
    assert found.contract.policies.foreign_status == 403
    assert {each.code: each.by for each in found.decisions}["foreign_status"] == "Ada"
    assert "foreign_status" not in {each.code for each in found.questions}
