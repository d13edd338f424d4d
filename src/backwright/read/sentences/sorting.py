"""The order of a list."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences import listed
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_SORT: Final = re.compile(
    r"\b(?:sort(?:s|ed|ing|able)?|ordered|ordering|(?<=must )order"
    r"|(?<=can )order)\b[^.;]{0,40}?\b(?:by"
    r"|on)\b\s*(?P<by>[^.;]{2,80})"
    r"|\b(?P<newest>newest|latest|most recent|oldest)[- ](?:\w+ ){0,2}first\b"
    r"|\b(?P<chrono>(?:reverse )?chronological) order\b|\b(?P<alpha>alphabetical(?:ly)?)\b",
    re.IGNORECASE,
)
_DESCENDING: Final = re.compile(
    r"\b(?:newest|latest|most recent|desc(?:ending)?|reverse|highest)\b", re.IGNORECASE
)
_BOTH: Final = re.compile(
    r"\b(?:asc\w*\s*(?:/|and|or)\s*desc\w*|both ascending|newest or oldest|either (?:direction"
    r"|order))\b",
    re.IGNORECASE,
)
_OTHER: Final = re.compile(r"\b(?:search|filter|paginat)\w*\b", re.IGNORECASE)
_DEFAULT: Final = re.compile(r"\bdefault\b|^(?:system )?must (?:order|sort)", re.IGNORECASE)


def read(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[SentenceFact]:
    match = sentence.find(_SORT)
    if match is None or sentence.negated(match.start()):
        return
    start, end = match.span("by") if match["by"] is not None else match.span()
    stop = _OTHER.search(sentence.text, start, end)
    end = stop.start() if stop is not None else end
    mentions = sentence.fields_between(start, end)
    entity = listed.entity(sentence, start) or (mentions[0].entity if mentions else "")
    fields = listed.fields(sentence, vocabulary, entity, start, end)
    if mentions and not fields:
        entity = mentions[0].entity
        fields = listed.fields(sentence, vocabulary, entity, start, end)
    if not fields and match["by"] is None and match["alpha"] is None:
        names = vocabulary.fields.get(entity, ())
        fields = tuple(
            each for each in names if each.lower().replace("_", "") in {"createdat", "timestamp"}
        )[:1]
    if not fields:
        return
    both = sentence.find(_BOTH) is not None
    yield sentence.says(
        SentenceKind.SORT,
        entity=entity,
        fields=fields,
        value="both" if both else "desc" if sentence.find(_DESCENDING) else "asc",
        values=("default",) if sentence.find(_DEFAULT) else (),
    )
