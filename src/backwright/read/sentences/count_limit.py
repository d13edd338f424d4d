"""How many rows there may be: of an entity, in a parent."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.quantities import count
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.unique import one_per
from backwright.read.sentences.vocabulary import Vocabulary

_AT_MOST: Final = re.compile(
    r"\b(?:maximum(?: of)?|max|at most|up to|no more than|limit(?:ed)? (?:of"
    r"|to))\s+(?P<n>\d+|one)\s+(?:\w+ ){0,2}?(?=\w)",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(
    r"\b(?:have|has|having|contain\w*|with)\s+(?P<low>\d+)\s*(?:-|to)\s*(?P<high>\d+)\s+",
    re.IGNORECASE,
)
_UNITS: Final = re.compile(
    r"\s*(?:characters?|chars?|digits?|seconds?|minutes?|hours?|days?|items? per page"
    r"|requests?|levels?|decimal)\b",
    re.IGNORECASE,
)
_PAGED: Final = re.compile(r"\b(?:page|pagination|password\w*)\b", re.IGNORECASE)


def read(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[SentenceFact]:
    if sentence.find(_PAGED) or one_per(sentence, vocabulary) is not None:
        return
    range_ = sentence.find(_RANGE)
    most = sentence.find(_AT_MOST)
    match = range_ or most
    if match is None or _UNITS.match(sentence.text, match.end()):
        return
    child = sentence.entity_after(match.end() - 1, within=25)
    if child is None or sentence.fields_between(match.end(), child.start):
        return
    parent = next(
        (m.entity for m in sentence.entities if m.entity != child.entity), sentence.context
    )
    if not parent or parent == child.entity:
        return
    yield sentence.says(
        SentenceKind.COUNT_LIMIT,
        entity=child.entity,
        scope=(parent,),
        minimum=int(range_["low"]) if range_ is not None else None,
        maximum=count(range_["high"] if range_ is not None else match["n"]),
    )
