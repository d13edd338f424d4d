"""Changes that must not overwrite one another."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_VERSION: Final = re.compile(
    r"\b(?:optimistic(?:ally)? lock\w*|optimistic concurrency|version (?:number|column"
    r"|field)[^.;]{0,60}\b(?:stale|conflict|concurren\w+|lock)|"
    r"the version (?:they|it) names?|stale version|version they know|(?:row|record) version"
    r"|If-Match|ETag|"
    r"raise \w+(?:'s)? \w* ?version by one|increment(?:s|ed)? (?:the |its )?version)\b"
    r"|\bversion (?:they name )?is stale\b|\bversion by one\b",
    re.IGNORECASE,
)

_DENIED: Final = re.compile(r"\b(?:not|no|without|never)\b[^.;]{0,20}$", re.IGNORECASE)


def read(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[SentenceFact]:
    match = sentence.find(_VERSION)
    if match is None or _DENIED.search(sentence.text[: match.start()]):
        return
    holders = [
        name
        for name, fields in vocabulary.fields.items()
        if any("version" in f.lower() for f in fields)
    ]
    mentioned = [m.entity for m in sentence.entities]
    entity = next((each for each in mentioned if each in holders), "") or (
        mentioned[0] if mentioned else sentence.context or (holders[0] if len(holders) == 1 else "")
    )
    if not entity:
        return
    field = next((f for f in vocabulary.fields.get(entity, ()) if "version" in f.lower()), "")
    yield sentence.says(SentenceKind.VERSION, entity=entity, fields=(field,) if field else ())
