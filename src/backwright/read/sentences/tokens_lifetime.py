"""How long a token is good for."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.quantities import DURATION, seconds
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_LIFE: Final = re.compile(
    r"\b(?:valid|expir\w+|lifetime|live[sd]?|last(?:s|ing)?|ttl|inactivity|token of"
    r"|tokens? with)\b",
    re.IGNORECASE,
)
_TOKENS: Final = (
    ("refresh", re.compile(r"\brefresh[- ]?tokens?\b", re.IGNORECASE)),
    ("reset", re.compile(r"\breset (?:links?|tokens?)\b", re.IGNORECASE)),
    (
        "verification",
        re.compile(r"\b(?:verification|confirmation) (?:links?|tokens?|emails?)\b", re.IGNORECASE),
    ),
    ("session", re.compile(r"\bsessions?\b", re.IGNORECASE)),
    (
        "access",
        re.compile(
            r"\b(?:access[- ]?tokens?|jwt(?: tokens?)?|tokens?|bearer tokens?)\b", re.IGNORECASE
        ),
    ),
)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    if sentence.find(_LIFE) is None:
        return
    seen: set[str] = set()
    for duration in DURATION.finditer(sentence.text):
        name = _nearest(sentence.text, duration.start())
        if name and name not in seen and not sentence.negated(duration.start()):
            seen.add(name)
            yield sentence.says(
                SentenceKind.TOKEN_LIFETIME, value=name, seconds=seconds(duration.group())
            )


def _nearest(text: str, position: int) -> str:
    """The token named last before the duration, else the first one after it."""
    before = [
        (match.end(), match.end() - match.start(), name)
        for name, pattern in _TOKENS
        for match in pattern.finditer(text, 0, position)
    ]
    if before:
        return max(before)[2]
    after = [
        (match.start(), name)
        for name, pattern in _TOKENS
        if (match := pattern.search(text, position)) is not None
        and match.start() - position < 40
        and "(" not in text[position : match.start()]
    ]
    return min(after)[1] if after else ""
