"""How entities hang together."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_MANY_TO_MANY: Final = re.compile(
    r"\b(?:many[- ]to[- ]many|M:N|N:M|M2M)\b|\*\s?[-:]\s?\*", re.IGNORECASE
)
_ONE_TO_MANY: Final = re.compile(
    r"\b(?:one[- ]to[- ]many|1:N|has many|contains? (?:many|multiple|one or more)|have (?:many"
    r"|multiple))\b",
    re.IGNORECASE,
)
_MANY_TO_ONE: Final = re.compile(
    r"\b(?:many[- ]to[- ]one|N:1|belongs? to|references?|refers? to|must be linked to"
    r"|associated with|part of)\b",
    re.IGNORECASE,
)
_ONE_TO_ONE: Final = re.compile(r"\b(?:one[- ]to[- ]one|1:1|exactly one|only one)\b", re.IGNORECASE)
_INTEGRITY: Final = re.compile(r"\breferential integrity\b|\bforeign key\b", re.IGNORECASE)
_ATTACH: Final = re.compile(
    r"\b(?:attach\w*|assign\w*|link\w*|tag)\b[^.;]{0,20}\b(?:multiple|several|many)\b",
    re.IGNORECASE,
)
_EXACTLY: Final = re.compile(r"(?:exactly|only) one[^.;]{0,30}\b(?:as|per|to be)\b", re.IGNORECASE)
"""That one of many has a property is no relation."""
_BELONGS: Final = re.compile(r"\bbelongs? to (?:exactly |only )?(?:one|an?|the)\b", re.IGNORECASE)
_KINDS: Final = (
    ("many_to_one", _BELONGS),
    ("many_to_many", _MANY_TO_MANY),
    ("many_to_many", _ATTACH),
    ("one_to_one", _ONE_TO_ONE),
    ("one_to_many", _ONE_TO_MANY),
    ("many_to_one", _MANY_TO_ONE),
    ("reference", _INTEGRITY),
)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    for name, pattern in _KINDS:
        match = sentence.find(pattern)
        if match is None or sentence.negated(match.start()):
            continue
        pair = _pair(sentence, match)
        if pair is None:
            continue
        if name == "one_to_one" and _EXACTLY.match(sentence.text, match.start()):
            continue
        yield sentence.says(SentenceKind.RELATION, entity=pair[0], scope=(pair[1],), value=name)
        return


def _pair(sentence: Sentence, match: re.Match[str]) -> tuple[str, str] | None:
    """The entity before the words and the one after them, else the two around."""
    begin, end = sentence.clause(match.start())
    named = [m for m in sentence.entities if begin <= m.start and m.end <= end]
    before = [m.entity for m in named if m.end <= match.start() + 1]
    after = [m.entity for m in named if m.start >= match.start()]
    if not before and after and sentence.context:
        before = [sentence.context]
    if before and after and before[-1] != after[0]:
        return before[-1], after[0]
    distinct = list(dict.fromkeys(m.entity for m in named))
    return (distinct[0], distinct[1]) if len(distinct) == 2 else None
