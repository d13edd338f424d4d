"""Operations that a sentence names by method and path."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_METHODS: Final = {"POST": "create", "PUT": "update", "PATCH": "update", "DELETE": "delete"}
_ASKS: Final = re.compile(
    r"\b(?:provide|expose|implement|offer|support|endpoints?|api|allow)\b", re.IGNORECASE
)


def read(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[SentenceFact]:
    asks = sentence.find(_ASKS)
    if asks is None or sentence.negated(asks.start()):
        return
    for operation in dict.fromkeys(sentence.operations):
        method, path = operation.split(" ", 1)
        last = path.rstrip("/").rsplit("/", 1)[-1]
        verb = _METHODS.get(method, "get" if "{" in last else "list")
        yield sentence.says(
            SentenceKind.CAPABILITY,
            verb=verb,
            entity=_entity(path, vocabulary),
            operations=(operation,),
        )


def _entity(path: str, vocabulary: Vocabulary) -> str:
    """The entity of the last segment that names one."""
    for part in reversed(path.split("/")):
        found = "" if "{" in part else vocabulary.find_entity(part)
        if found:
            return found
    return ""
