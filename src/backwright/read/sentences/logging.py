"""What is written to the log."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_LOG: Final = re.compile(
    r"\b(?:must|should|shall|will)(?: also)? log\b|\blog(?:s|ged|ging)? (?:all|every|each"
    r"|errors?|requests?|significant|any)\b|\bstructured (?:json )?logging\b|\b(?:structured"
    r"|request|error|audit) logging\b"
    r"|\baudit (?:logs?|trail)\b",
    re.IGNORECASE,
)
_REQUESTS: Final = re.compile(r"\b(?:requests?|errors?|exceptions?|failures?)\b", re.IGNORECASE)
_EVENTS: Final = re.compile(
    r"\b(?:audit\w*|events?|activit\w+|attempts?|operations|security|pii|transition)\b",
    re.IGNORECASE,
)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    match = sentence.find(_LOG)
    if match is None or sentence.negated(match.start()):
        return
    events = sentence.find(_EVENTS) is not None
    if sentence.find(_REQUESTS) or events:
        yield sentence.says(SentenceKind.LOGGING, value="events" if events else "requests")
