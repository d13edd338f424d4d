"""Search in texts."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_SEARCH: Final = re.compile(
    r"\b(?:search(?:es|ing|able)?|partial(?:ly)? match(?:es|ing)?|search terms?|by part of)\b",
    re.IGNORECASE,
)
_PARTIAL: Final = re.compile(r"\bby (?P<field>\w+) \([^)]*partial", re.IGNORECASE)
_NOT_TEXT: Final = re.compile(
    r"\b(?:semantic|vector|full-text index|fuzzy|embedding)\b", re.IGNORECASE
)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    match = sentence.find(_SEARCH)
    if match is None or sentence.find(_NOT_TEXT) or sentence.negated(match.start()):
        return
    partial = sentence.find(_PARTIAL)
    start = partial.start() if partial is not None else match.start()
    end = match.end() if partial is not None else len(sentence.text)
    mentions = sentence.fields_between(start, end)
    entity = (
        sentence.entities[0].entity
        if sentence.entities
        else (mentions[0].entity if mentions else sentence.context)
    )
    if not entity:
        return
    fields = tuple(dict.fromkeys(m.field for m in mentions if m.entity == entity))
    scope = tuple(
        dict.fromkeys(
            m.entity for m in sentence.entities if m.start > match.end() and m.entity != entity
        )
    )
    yield sentence.says(SentenceKind.SEARCH, entity=entity, fields=fields, scope=scope)
