"""Verbs that the interface has operations of their own for: place, cancel, publish."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.terms import stem
from backwright.read.sentences.vocabulary import Vocabulary

_WORD: Final = re.compile(r"\b[a-z]{3,}\b", re.IGNORECASE)
_MAY: Final = re.compile(
    r"\b(?:allow|let|enable|permit|support|can|may|able to|endpoints?|provide)\w*\b",
    re.IGNORECASE,
)


def read(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[SentenceFact]:
    may = sentence.find(_MAY)
    if may is None:
        return
    seen: set[str] = set()
    for match in _WORD.finditer(sentence.text, may.end()):
        verb = match.group().lower()
        named = () if verb.endswith("ed") else vocabulary.actions.get(stem(verb), ())
        mention = sentence.entity_after(match.end(), within=40)
        if not named or mention is None or sentence.negated(match.start()):
            continue
        fitting = tuple(each for each in named if _is_about(each, mention.entity, vocabulary))
        if fitting and verb not in seen:
            seen.add(verb)
            yield sentence.says(
                SentenceKind.CAPABILITY,
                verb="transition",
                entity=mention.entity,
                operations=fitting if len(fitting) == 1 else (),
                value=fitting[0].rsplit("/", 1)[-1],
            )


def _is_about(operation: str, entity: str, vocabulary: Vocabulary) -> bool:
    """Whether the row before the verb in the path is one of that entity."""
    segments = [each for each in operation.split("/")[:-1] if "{" not in each]
    found = [vocabulary.find_entity(each) for each in segments]
    return entity in found[-1:]
