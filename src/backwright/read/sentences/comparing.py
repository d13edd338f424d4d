"""Words and signs that compare two values: `at or below`, `exceeds`, `<=`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_LESS: Final = r"(?:less|lower|fewer|smaller|earlier) than"
_MORE: Final = r"(?:more|greater|higher|larger|later) than"
_EQUAL: Final = r"or equal(?:s)?(?: to)?"
_SPELLED: Final = (
    (
        "<=",
        rf"<=|≤|\bat or (?:below|under|before)\b|\bon or before\b|\b(?:below|under) or (?:at|equal)"
        rf"(?: to)?\b|\b{_LESS} {_EQUAL}\b|\bequal to or (?:below|under|{_LESS})\b"
        r"|\bat most\b|\bno (?:more|higher|greater|later) than\b"
        r"|\b(?:reach|hit)(?:es|s)? or (?:falls?|drops?|goes) below\b",
    ),
    (
        ">=",
        rf">=|≥|\bat or (?:above|over|after)\b|\bon or after\b|\b(?:above|over) or (?:at|equal)"
        rf"(?: to)?\b|\b{_MORE} {_EQUAL}\b|\bequal to or (?:above|over|{_MORE})\b"
        r"|\bat least\b|\bno (?:less|lower|fewer|earlier) than\b",
    ),
    ("<", rf"(?<![-=<])<(?![=>-])|\b(?:below|under|beneath|before)\b|\b{_LESS}\b"),
    (">", rf"(?<![-=<])>(?![=>])|\b(?:above|over|after|exceed(?:s|ed|ing)?)\b|\b{_MORE}\b"),
)
_ANY: Final = re.compile(
    "|".join(f"(?P<o{number}>{words})" for number, (_, words) in enumerate(_SPELLED)),
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Compares:
    """One comparison in a text, and where its words stand."""

    operator: str
    """`<`, `<=`, `>` or `>=`."""
    start: int
    end: int


def comparisons(text: str, start: int = 0, end: int | None = None) -> Iterator[Compares]:
    """All of them, in order; the longer words first: `below or equal to` is not `below`."""
    for match in _ANY.finditer(text, start, len(text) if end is None else end):
        number = int((match.lastgroup or "o0")[1:])
        yield Compares(_SPELLED[number][0], *match.span())
