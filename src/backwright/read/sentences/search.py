"""Search in texts."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences import listed
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_SEARCH: Final = re.compile(
    r"\b(?:search(?:es|ing|able)?|partial(?:ly)? match(?:es|ing)?|search terms?|by part of)\b",
    re.IGNORECASE,
)
_PARTIAL: Final = re.compile(r"\bby (?P<field>\w+) \([^)]*partial", re.IGNORECASE)
_THEM: Final = re.compile(r"\s+(?:them|these|it)\b", re.IGNORECASE)
_OTHER: Final = re.compile(r"\b(?:sort|order|filter|paginat)\w*\b", re.IGNORECASE)
_NOT_TEXT: Final = re.compile(
    r"\b(?:semantic|vector|full-text index|fuzzy|embedding)\b", re.IGNORECASE
)


def read(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[SentenceFact]:
    match = sentence.find(_SEARCH)
    if match is None or sentence.find(_NOT_TEXT) or sentence.negated(match.start()):
        return
    partial = sentence.find(_PARTIAL)
    start = partial.start() if partial is not None else match.start()
    end = match.end() if partial is not None else len(sentence.text)
    stop = _OTHER.search(sentence.text, match.end(), end)
    end = stop.start() if stop is not None else end
    mentions = sentence.fields_between(start, end)
    pronoun = _THEM.match(sentence.text, match.end())
    entity = sentence.main() if pronoun else listed.entity(sentence, start)
    entity = entity or (mentions[0].entity if mentions else "")
    if not entity or entity == sentence.user:
        following = sentence.entity_after(match.end())
        entity = following.entity if following is not None else entity
    if not entity:
        return
    fields = listed.fields(sentence, vocabulary, entity, start, end)
    scope = tuple(
        dict.fromkeys(
            m.entity
            for m in sentence.entities
            if match.end() < m.start < end and m.entity != entity
        )
    )
    yield sentence.says(SentenceKind.SEARCH, entity=entity, fields=fields, scope=scope)
