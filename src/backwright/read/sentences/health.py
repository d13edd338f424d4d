"""Whether the service is up."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_HEALTH: Final = re.compile(
    r"(?<!\w)/health\b|\b(?:health[- ]?checks?|health endpoint|readiness (?:check|probe)"
    r"|liveness (?:check|probe))",
    re.IGNORECASE,
)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    match = sentence.find(_HEALTH)
    if match is not None and not sentence.negated(match.start()):
        yield sentence.says(SentenceKind.HEALTH, operations=sentence.operations)
