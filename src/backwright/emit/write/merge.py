"""Three texts into one: what was emitted, what somebody made of it, what is emitted now."""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class _Common:
    """Lines that all three texts share, as ranges in each."""

    base: int
    mine: int
    theirs: int
    length: int


def merge(base: str, mine: str, theirs: str) -> str | None:
    """Both changes together; None where they touch the same lines in different ways."""
    lines = [text.split("\n") for text in (base, mine, theirs)]
    merged: list[str] = []
    at = _Common(0, 0, 0, 0)
    for common in _common(*lines):
        was = lines[0][at.base : common.base]
        own = lines[1][at.mine : common.mine]
        new = lines[2][at.theirs : common.theirs]
        taken = _taken(was, own, new)
        if taken is None:
            return None
        merged += taken
        merged += lines[0][common.base : common.base + common.length]
        at = _Common(
            common.base + common.length,
            common.mine + common.length,
            common.theirs + common.length,
            0,
        )
    return "\n".join(merged)


def merge_python(base: str, mine: str, theirs: str) -> str | None:
    """The same for Python: a merge that no longer parses, or says one thing twice, is none."""
    merged = merge(base, mine, theirs)
    if merged is None or not (parses(mine) and parses(theirs)):
        return merged
    if not parses(merged):
        return None
    doubled = _doubled(merged) - _doubled(mine) - _doubled(theirs)
    return None if doubled else merged


def parses(text: str) -> bool:
    try:
        ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def _taken(was: Sequence[str], own: Sequence[str], new: Sequence[str]) -> Sequence[str] | None:
    if new in (own, was):
        return own
    return new if own == was else None


def _common(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> Iterator[_Common]:
    """Runs of lines that stand in all three, in order, and at last their ends."""
    own = SequenceMatcher(None, base, mine, autojunk=False).get_matching_blocks()
    new = SequenceMatcher(None, base, theirs, autojunk=False).get_matching_blocks()
    first = second = 0
    while first < len(own) and second < len(new):
        one, other = own[first], new[second]
        start, end = max(one.a, other.a), min(one.a + one.size, other.a + other.size)
        if start < end:
            yield _Common(start, one.b + start - one.a, other.b + start - other.a, end - start)
        if one.a + one.size < other.a + other.size:
            first += 1
        else:
            second += 1
    yield _Common(len(base), len(mine), len(theirs), 0)


def _doubled(text: str) -> set[str]:
    """Functions and classes that a module defines more than once."""
    seen: set[str] = set()
    doubled: set[str] = set()
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            (doubled if node.name in seen else seen).add(node.name)
    return doubled
