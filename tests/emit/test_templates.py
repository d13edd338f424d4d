"""Values as Python source."""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backwright.emit.fastapi.module import docstring
from backwright.emit.templates import literal, raw

ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(ANY)
def test_a_literal_evaluates_to_its_value(value: object) -> None:
    if isinstance(value, float) and value in (float("inf"), float("-inf")):
        return
    source = literal(value)
    if "inf" not in source:
        assert ast.literal_eval(source) == value


@given(st.text())
def test_a_string_is_double_quoted_on_one_line(value: str) -> None:
    source = literal(value)
    assert source.startswith('"')
    assert source.endswith('"')
    assert "\n" not in source
    assert ast.literal_eval(source) == value


@given(st.text())
def test_a_pattern_evaluates_to_itself(pattern: str) -> None:
    assert ast.literal_eval(raw(pattern)) == pattern


@given(st.text())
def test_a_docstring_is_one_expression_whatever_the_sentence_says(sentence: str) -> None:
    tree = ast.parse(f"def f():\n{docstring(sentence, 4) or '    ...'}\n    return 1")
    (function,) = tree.body
    assert isinstance(function, ast.FunctionDef)
    assert len(function.body) == 2
    assert isinstance(function.body[0], ast.Expr)


def test_nan_has_no_literal() -> None:
    with pytest.raises(ValueError, match="NaN"):
        literal(float("nan"))
