"""Texts for a regular expression: some that match, each different, and one that does not."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import Any, Final

_PARSER: Final = import_module("re._parser")
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_PREFERRED: Final = f"{_LETTERS.upper()}{_LETTERS}0123456789-_ ./:@#+,!$%&*()=?"
_CLASSES: Final = {
    "CATEGORY_DIGIT": "0123456789",
    "CATEGORY_WORD": f"{_LETTERS}{_LETTERS.upper()}0123456789_",
    "CATEGORY_SPACE": " ",
    "CATEGORY_NOT_DIGIT": f"{_LETTERS}-_ ",
    "CATEGORY_NOT_WORD": "- .!",
    "CATEGORY_NOT_SPACE": f"{_LETTERS}0123456789-_",
}
_USUAL: Final = (
    "Correct-horse-1", "Aa1!Aa1!", "Sample", "sample", "SAMPLE", "12345678", "+15551234567",
    "2030-01-01", "10:30", "#1A2B3C", "https://example.com", "person@example.com", "en-US", "EUR",
)  # fmt: skip
_ODD: Final = ("white space!", " ", "!", "é", "~~~~", "", "a", "1", "-", "white space, é!~ {}", "_")
_LONGEST: Final = 64
_HOPELESS: Final = 30
"""So many texts of wrong lengths in turn say that repeating differently is what helps."""

Tree = Any
"""What `re` parses a pattern to: pairs of an operator and what it is about."""


def matching(pattern: str, number: int, least: int = 0, most: int | None = None) -> str | None:
    """The text of that number that matches and is of that length; None if none is found."""
    found = _all_matching(pattern, least, most)
    return found[number % len(found)] if found else None


def how_many(pattern: str, least: int = 0, most: int | None = None) -> int:
    """How many different texts `matching` can give, as far as it looked."""
    return len(_all_matching(pattern, least, most))


def not_matching(pattern: str, least: int = 0, most: int | None = None) -> str | None:
    """A text of an allowed length that the pattern refuses; None if none is found."""
    compiled = _compiled(pattern)
    if compiled is None:
        return None
    for odd in _ODD:
        text = odd if len(odd) >= least or not odd else odd * (least // len(odd) + 1)
        text = text[:most] if most is not None else text
        if len(text) >= least and not compiled.search(text):
            return text
    return None


def _compiled(pattern: str) -> re.Pattern[str] | None:
    try:
        return re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        return None


@cache
def _all_matching(pattern: str, least: int, most: int | None) -> tuple[str, ...]:
    compiled = _compiled(pattern)
    if compiled is None:
        return ()
    found: dict[str, None] = {}
    for text in _candidates(pattern, least, most):
        if compiled.search(text):
            found[text] = None
        if len(found) >= 200:
            break
    return tuple(found)


def _candidates(pattern: str, least: int, most: int | None) -> Iterator[str]:
    """Of an allowed length, short ones first, as varied as the pattern's first places allow."""
    try:
        tree = _PARSER.parse(pattern)
    except (re.error, OverflowError, RecursionError):
        return
    spare = max(least, 3)
    for longer in (spare, 0, spare + 5, 1, least + 20):
        fitting = 0
        for number in range(300):
            text = _Writer(number, min(longer, _LONGEST)).text(tree)
            if _fits(text, least, most):
                fitting += 1
                yield text
            elif not fitting and number == _HOPELESS:
                break
    yield from (each for each in _USUAL if _fits(each, least, most))


def _fits(text: str, least: int, most: int | None) -> bool:
    return least <= len(text) and (most is None or len(text) <= most)


class _Writer:
    """Writes one text along the tree; the digits of its number choose at each fork."""

    def __init__(self, number: int, longer: int) -> None:
        self._rest = number
        self._longer = longer
        self._groups: dict[int, str] = {}

    def text(self, tree: Tree) -> str:
        return "".join(self._part(str(operator), value) for operator, value in tree)

    def _part(self, operator: str, value: Tree) -> str:
        written = ""
        match operator:
            case "LITERAL":
                written = chr(value)
            case "NOT_LITERAL":
                written = self._choose(_all_but(value))
            case "ANY":
                written = self._choose(_LETTERS)
            case "IN":
                written = self._choose(_members(tuple(value)))
            case "BRANCH":
                self._rest, index = divmod(self._rest, len(value[1]))
                written = self.text(value[1][index])
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                written = self._repeated(value)
            case "SUBPATTERN":
                written = self._groups[value[0]] = self.text(value[3])
            case "ATOMIC_GROUP":
                written = self.text(value)
            case "GROUPREF":
                written = self._groups.get(value, "")
        return written

    def _repeated(self, value: Tree) -> str:
        lowest, highest, tree = value
        times = min(int(highest), max(int(lowest), self._longer))
        return "".join(self.text(tree) for _ in range(min(times, _LONGEST)))

    def _choose(self, choices: Sequence[str]) -> str:
        if not choices:
            return ""
        self._rest, index = divmod(self._rest, len(choices))
        return choices[index]


@cache
def _all_but(code: int) -> str:
    return _PREFERRED.replace(chr(code), "")


@cache
def _members(items: tuple[Tree, ...]) -> Sequence[str]:
    """The characters of a class, letters first."""
    negated = any(str(operator) == "NEGATE" for operator, _ in items)
    within: set[str] = set()
    for operator, value in items:
        match str(operator):
            case "LITERAL":
                within.add(chr(value))
            case "RANGE":
                within.update(chr(each) for each in range(value[0], min(value[1], 0x250) + 1))
            case "CATEGORY":
                within.update(_CLASSES.get(str(value), ""))
    if negated:
        return [each for each in _PREFERRED if each not in within]
    usual = [each for each in _PREFERRED if each in within]
    return usual or sorted(within)
