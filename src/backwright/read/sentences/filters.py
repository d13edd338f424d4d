"""Lists that are narrowed by the caller, or always."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences import listed
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_FILTER: Final = re.compile(
    r"\bfilter(?:s|ed|ing|able)?\b(?:[^.;]{0,60}?)\b(?:by|on|for)\s+(?P<what>[^.;]+)"
    r"|\b(?P<what2>date range) filter\w*"
    r"|\bfiltering capability to show \w+ by (?P<what3>[^.;]+)",
    re.IGNORECASE,
)
_ALWAYS: Final = re.compile(
    r"\b(?:only|all)\b[^.;]{0,30}?\b(?P<flag>active|published|available|enabled|visible)\b"
    r"|\bmarked as (?P<marked>\w+)|\blist (?:of )?(?P<state>active|published)\b|\b(?:exclude"
    r"|excluding)\b[^.;]{0,20}\b(?P<out>inactive|deleted|archived)\b",
    re.IGNORECASE,
)
_OTHER: Final = re.compile(r"\b(?:search|sort|order|paginat)\w*\b", re.IGNORECASE)
_USER: Final = re.compile(
    r"\b(?:authenticated|current|logged[- ]in) user|user'?s? id\b", re.IGNORECASE
)
_READS: Final = re.compile(
    r"\b(?:list|display|view|show|return|retrieve|browse|see|query|provide|visible|shown|listed)\b",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(
    r"\b(?:date|price|amount|time) ranges?\b|\bminimum price\b|\bmaximum price\b", re.IGNORECASE
)


def read(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[SentenceFact]:
    match = sentence.find(_FILTER)
    if match is not None and not sentence.negated(match.start()):
        group = next(name for name in ("what", "what2", "what3") if match[name] is not None)
        if not _USER.search(match[group]):
            start, end = match.span(group)
            stop = _OTHER.search(sentence.text, start, end)
            yield from _chosen(sentence, vocabulary, start, stop.start() if stop else end)
            return
    yield from _always(sentence, vocabulary)


def _chosen(
    sentence: Sentence, vocabulary: Vocabulary, start: int, end: int
) -> Iterator[SentenceFact]:
    entity = listed.entity(sentence, start)
    fields = listed.fields(sentence, vocabulary, entity, start, end)
    range_ = _RANGE.search(sentence.text)
    linked = tuple(
        dict.fromkeys(
            m.entity for m in sentence.entities if start <= m.start < end and m.entity != entity
        )
    )
    if fields or range_ is not None or linked:
        yield sentence.says(
            SentenceKind.FILTER,
            entity=entity,
            fields=fields,
            scope=linked,
            value=range_.group().lower() if range_ is not None else "",
            operations=sentence.operations if len(sentence.operations) == 1 else (),
        )


def _always(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[SentenceFact]:
    """`list all active products`: every answer holds to it."""
    match = sentence.find(_ALWAYS)
    if match is None or sentence.find(_READS) is None:
        return
    word = next(each for each in match.groups() if each is not None).lower().rstrip("s")
    entity = next((m.entity for m in sentence.entities), sentence.context)
    for field in vocabulary.fields.get(entity, ()):
        held = vocabulary.values.get((entity, field), ())
        if (entity, field) in vocabulary.booleans and word in field.lower():
            yield sentence.says(
                SentenceKind.FILTER, entity=entity, fields=(field,), value=True, verb="always"
            )
            return
        value = next((each for each in held if each.lower() == word), None)
        if value is not None:
            yield sentence.says(
                SentenceKind.FILTER, entity=entity, fields=(field,), value=value, verb="always"
            )
            return
