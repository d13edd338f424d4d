"""Rows that a request refers to and that must be there."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_EXISTS: Final = re.compile(
    r"\b(?:(?:must|should) (?:exist|reference (?:an? )?(?:existing|valid))|(?:all|every"
    r"|each)\b[^.;]{0,40}\bexists?\b|"
    r"validate that\b[^.;]{0,50}\bexists?\b|references? (?:an? )?(?:valid|existing)"
    r"|must be (?:an? )?(?:existing|valid) (?=\w+ ?id))",
    re.IGNORECASE,
)
_STATUS: Final = re.compile(r"\b(?P<code>4\d\d)\b")


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    match = sentence.find(_EXISTS)
    if match is None or sentence.negated(match.start()):
        return
    inside = [m for m in sentence.entities if match.start() <= m.start <= match.end() + 20]
    mention = inside[0] if inside else sentence.entity_before(match.start())
    if mention is None:
        return
    status = sentence.find(_STATUS)
    yield sentence.says(
        SentenceKind.EXISTS,
        entity=mention.entity,
        status=int(status["code"]) if status is not None else 0,
    )
