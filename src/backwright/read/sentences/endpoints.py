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
    for operation in sentence.operations:
        method, path = operation.split(" ", 1)
        entity, many = _about(path, vocabulary)
        verb = _METHODS.get(method, "list" if many else "get")
        yield sentence.says(
            SentenceKind.CAPABILITY, verb=verb, entity=entity, operations=(operation,)
        )


def _about(path: str, vocabulary: Vocabulary) -> tuple[str, bool]:
    """The entity that a path leads to, and whether to many of it.

    `/products/category/{category}` are products: two nouns side by side narrow the first.
    """
    segments = [each for each in path.split("/") if each]
    found = [vocabulary.find_entity(each) if "{" not in each else "" for each in segments]
    last = max((index for index, each in enumerate(found) if each), default=-1)
    if last < 0:
        return "", "{" not in path.rsplit("/", 1)[-1]
    if last > 0 and found[last - 1]:
        return found[last - 1], True
    return found[last], "{" not in segments[-1]
