"""Texts of nothing, which are kept as no value at all."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_EMPTY: Final = re.compile(
    r"\b(?:empty|blanks?|whitespace|spaces)\b[^.;]{0,40}?"
    r"\b(?:stored|saved|kept|treated|counts?|becomes?|turned|converted|normali[sz]ed)\s+"
    r"(?:as |into |to )*"
    r"(?P<nothing>null|none|nothing|absent|missing|not given|no (?!longer)[a-z]+)\b",
    re.IGNORECASE,
)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    match = sentence.find(_EMPTY)
    if match is None or sentence.negated(match.start("nothing")):
        return
    begin, end = sentence.clause(match.start())
    mentions = [m for m in sentence.fields_between(begin, end) if m.entity and not m.loose]
    if not mentions and not sentence.subject:
        return
    entity = mentions[0].entity if mentions else sentence.context
    named = (m.field for m in mentions if m.entity == entity)
    yield sentence.says(
        SentenceKind.NORMALISE,
        entity=entity,
        fields=tuple(dict.fromkeys(named)) or (sentence.subject,),
        value="empty_to_null",
    )
