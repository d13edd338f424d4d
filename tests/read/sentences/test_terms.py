"""Spellings of names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backwright.read.sentences.terms import key, lexemes, singular, stem, words


@pytest.mark.parametrize("spelling", ["OrderLine", "order_lines", "Order lines", "order-line"])
def test_every_spelling_of_a_name_has_one_key(spelling: str) -> None:
    assert key(spelling) == "order line"


@pytest.mark.parametrize(
    ("plural", "expected"),
    [
        ("categories", "category"),
        ("statuses", "status"),
        ("addresses", "address"),
        ("boxes", "box"),
        ("quizzes", "quiz"),
        ("children", "child"),
        ("status", "status"),
        ("class", "class"),
        ("is", "is"),
    ],
)
def test_plurals_become_singular(plural: str, expected: str) -> None:
    assert singular(plural) == expected


def test_forms_of_a_verb_share_a_stem() -> None:
    assert len({stem(each) for each in ("place", "places", "placing", "placed")}) == 1
    assert len({stem(each) for each in ("cancel", "cancels", "cancelling", "cancelled")}) == 1


def test_abbreviations_of_fields_are_spelled_out() -> None:
    assert words("stock_qty") == ("stock", "quantity")


def test_a_token_of_code_gives_several_words_at_one_place() -> None:
    first, second = lexemes("created_at")
    assert (first.word, second.word) == ("created", "at")
    assert (first.start, first.end) == (second.start, second.end) == (0, 10)
    assert (first.opens, first.closes, second.opens, second.closes) == (True, False, False, True)


@given(st.text())
def test_lexemes_lie_inside_the_text(text: str) -> None:
    for each in lexemes(text):
        assert 0 <= each.start < each.end <= len(text)
        assert each.word == each.word.lower()
