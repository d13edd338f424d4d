"""How large a request may be."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.quantities import SIZE, size_in_bytes
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_BODY: Final = re.compile(
    r"\b(?:request bod(?:y|ies)|request (?:size|payload)s?|payloads?|body size|bodies)\b",
    re.IGNORECASE,
)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    if sentence.find(_BODY) is None:
        return
    match = sentence.find(SIZE)
    if match is not None:
        yield sentence.says(SentenceKind.BODY_LIMIT, maximum=size_in_bytes(match.group()))
