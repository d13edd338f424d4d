"""That what was written stays."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_PERSIST: Final = re.compile(
    r"\b(?:persist(?:s|ed|ing|ence|ent|ently)?\b|surviv\w+\b[^.;]{0,20}\brestarts?"
    r"|across (?:system|application|server)? ?restarts?"
    r"|store (?:all )?(?:\w+ )?data (?:in|to|on)\b|(?:store|save)d? (?:\w+ ){0,4}(?:in"
    r"|to) (?:the |a |an )?(?:\w+ ){0,2}(?:database|postgres\w*|sqlite)"
    r"|data (?:durability|persistence)|available for subsequent"
    r"|save (?:\w+ )?changes immediately|permanently for)\b",
    re.IGNORECASE,
)
_BROWSER: Final = re.compile(
    r"\b(?:local ?storage|browser|theme|preference is set|user's (?:language|theme)"
    r"|in-memory|session storage|user preference persistence)\b",
    re.IGNORECASE,
)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    match = sentence.find(_PERSIST)
    if match is None or sentence.find(_BROWSER) or sentence.negated(match.start()):
        return
    mention = sentence.entity_after(match.end(), within=40) or sentence.entity_before(match.start())
    entity = mention.entity if mention is not None else sentence.context
    yield sentence.says(
        SentenceKind.PERSISTENCE, entity=entity, fields=sentence.fields_of(entity) if entity else ()
    )
