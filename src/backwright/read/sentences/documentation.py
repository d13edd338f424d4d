"""Documentation of the interface that the backend serves itself."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_DOCUMENTATION: Final = re.compile(
    r"\b(?:openapi|swagger|redoc|(?:interactive |api "
    r"|auto-?generate\w* )(?:api )?documentation|document all endpoints|/docs\b)",
    re.IGNORECASE,
)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    match = sentence.find(_DOCUMENTATION)
    if match is not None and not sentence.negated(match.start()):
        yield sentence.says(SentenceKind.DOCUMENTATION)
