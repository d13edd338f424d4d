"""Texts that count as the same though they are written differently."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_LOWER: Final = re.compile(
    r"\b(?:case[- ]insensitive(?:ly)?|differ only in letter case"
    r"|lower-?cased?\b(?! (?:letters?|characters?))"
    r"|normali[sz]ed? to lower-?case|(?:regardless of|without regard to|irrespective of"
    r"|ignoring) (?:letter )?case)\b",
    re.IGNORECASE,
)
_TRIM: Final = re.compile(
    r"\b(?:trim(?:s|med|ming)?|strip(?:s|ped)? (?:of )?(?:leading|whitespace)|whitespace-only"
    r"|leading (?:and|or) trailing (?:white)?spaces?)\b",
    re.IGNORECASE,
)
_SEARCHED: Final = re.compile(
    r"\b(?:search\w*|partial|filter\w*|password|one lowercase)\b", re.IGNORECASE
)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    if sentence.find(_SEARCHED):
        return
    for name, pattern in (("lower", _LOWER), ("trim", _TRIM)):
        match = sentence.find(pattern)
        if match is None or (sentence.negated(match.start()) and name == "lower"):
            continue
        begin, end = sentence.clause(match.start())
        mentions = sentence.fields_between(begin, end)
        entity = mentions[0].entity if mentions else sentence.context
        fields = tuple(dict.fromkeys(m.field for m in mentions if m.entity == entity))
        if not fields and sentence.subject:
            fields = (sentence.subject,)
        if fields:
            yield sentence.says(
                SentenceKind.NORMALISE, entity=entity, fields=fields[:1], value=name
            )
