"""What rows are identified by."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_ID: Final = re.compile(r"\b(?:primary keys?|identifiers?|ids?)\b", re.IGNORECASE)
_KINDS: Final = (
    ("uuid", re.compile(r"\bUUID(?:v?4)?s?\b", re.IGNORECASE)),
    (
        "integer",
        re.compile(
            r"\b(?:auto-?increment\w*|serial|integer (?:primary keys?|ids?))\b", re.IGNORECASE
        ),
    ),
)
_GIVES: Final = re.compile(
    r"\b(?:auto-?generat\w*|generat\w*|use|assign|primary keys?)\b", re.IGNORECASE
)
_OTHER: Final = re.compile(
    r"\b(?:filename|format|correlation|valid UUID|user_id|order ids? in)\b", re.IGNORECASE
)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    if sentence.find(_ID) is None or sentence.find(_GIVES) is None or sentence.find(_OTHER):
        return
    for name, pattern in _KINDS:
        match = sentence.find(pattern)
        if match is not None and not sentence.negated(match.start()):
            yield sentence.says(SentenceKind.ID_TYPE, value=name, entity=sentence.main())
            return
