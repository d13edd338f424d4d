"""Three texts into one: both changes, or none."""

import ast

from hypothesis import given, settings
from hypothesis import strategies as st

from backwright.emit.write.merge import merge, merge_python

LINES = st.lists(st.sampled_from(["a", "b", "c", "d", ""]), max_size=8)
TEXTS = LINES.map("\n".join)


def test_changes_in_different_places_come_together() -> None:
    base = "one\ntwo\nthree\nfour\nfive\n"
    mine = base.replace("one", "ONE")
    theirs = base.replace("five", "FIVE")
    assert merge(base, mine, theirs) == "ONE\ntwo\nthree\nfour\nFIVE\n"


def test_changes_of_the_same_line_do_not() -> None:
    assert merge("one\ntwo\n", "one\nmine\n", "one\ntheirs\n") is None


def test_lines_put_in_at_the_same_place_do_not() -> None:
    assert merge("a\nb\n", "a\nmine\nb\n", "a\ntheirs\nb\n") is None


@given(TEXTS, TEXTS)
def test_where_one_side_changed_nothing_the_other_is_taken(base: str, changed: str) -> None:
    assert merge(base, changed, base) == changed
    assert merge(base, base, changed) == changed


@given(TEXTS, TEXTS)
def test_the_same_change_on_both_sides_is_that_change(base: str, changed: str) -> None:
    assert merge(base, changed, changed) == changed


@given(TEXTS, TEXTS, TEXTS)
def test_both_sides_count_alike(base: str, mine: str, theirs: str) -> None:
    assert merge(base, mine, theirs) == merge(base, theirs, mine)


@given(TEXTS, TEXTS, TEXTS)
def test_no_line_of_mine_is_lost(base: str, mine: str, theirs: str) -> None:
    """Every line that I added is in the result: only lines of the base can go."""
    merged = merge(base, mine, theirs)
    if merged is not None:
        kept = merged.split("\n")
        for line in set(mine.split("\n")) - set(base.split("\n")):
            assert kept.count(line) >= mine.split("\n").count(line)


@st.composite
def modules(draw: st.DrawFn) -> str:
    names = draw(st.lists(st.sampled_from("pqrs"), max_size=4, unique=True))
    return "".join(f"def {name}():\n    return {draw(st.integers(0, 2))}\n\n\n" for name in names)


@given(modules(), modules(), modules())
@settings(max_examples=200)
def test_merged_python_parses_and_says_nothing_twice(base: str, mine: str, theirs: str) -> None:
    merged = merge_python(base, mine, theirs)
    if merged is not None:
        names = [each.name for each in ast.parse(merged).body if isinstance(each, ast.FunctionDef)]
        assert len(names) == len(set(names))


def test_a_merge_that_no_longer_parses_is_none() -> None:
    base = "x = [\n    1,\n    2,\n]\ny = 1\n"
    mine = "x = [1, 2]\ny = 1\n"
    theirs = "x = [\n    1,\n    2,\n    3,\n]\ny = 1\n"
    assert merge_python(base, mine, theirs) is None
