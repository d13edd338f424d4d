"""Which fields an entity has, and what an answer about it holds."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_STORES: Final = re.compile(
    r"\b(?:store|stores|capture|record|include|includes|contain|contains|have|has|attributes?"
    r"|key attributes?|"
    r"support \w+ attributes|information including|consists? of|with|specifying|add|track"
    r"|accept)\b|:",
    re.IGNORECASE,
)
_ANSWERS: Final = re.compile(
    r"\b(?:return|display|show|view|retriev|list)(?:s|e|es|ing)?\b", re.IGNORECASE
)
_INPUTS: Final = re.compile(
    r"\b(?:input|request|creat\w+|add|accept|validate|enforce|store|contain|have|require"
    r"|sort\w*|order by"
    r"|filter\w*|search\w*)\b",
    re.IGNORECASE,
)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    stores = sentence.find(_STORES)
    if stores is None and sentence.find(_ANSWERS) is None:
        return
    by_entity: dict[str, list[str]] = {}
    for mention in sentence.fields:
        if mention.entity and not mention.loose:
            by_entity.setdefault(mention.entity, []).append(mention.field)
    if not by_entity:
        return
    entity = max(by_entity, key=lambda each: len(by_entity[each]))
    fields = tuple(dict.fromkeys(by_entity[entity]))
    mentioned = {m.entity for m in sentence.entities}
    if mentioned and entity not in mentioned and len(fields) < 3:
        return
    if len(fields) < 2 and not _has_field(sentence):
        return
    answers = sentence.find(_ANSWERS) is not None and sentence.find(_INPUTS) is None
    others = tuple(
        dict.fromkeys(m.entity for m in sentence.entities if m.entity != entity and answers)
    )
    kind = SentenceKind.INCLUDE if answers else SentenceKind.ATTRIBUTES
    yield sentence.says(kind, entity=entity, fields=fields, scope=others)


def _has_field(sentence: Sentence) -> bool:
    return (
        re.search(r"\b(?:have|has|with|include) an? \w+ field\b", sentence.text, re.IGNORECASE)
        is not None
    )
