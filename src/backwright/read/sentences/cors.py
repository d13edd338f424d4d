"""Requests from web pages of other origins."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_CORS: Final = re.compile(r"\b(?:CORS|cross-origin)\b", re.IGNORECASE)
_ORIGIN: Final = re.compile(r"\bhttps?://[A-Za-z0-9.\-]+(?::\d+)?")
_VARIABLE: Final = re.compile(r"\b[A-Z]+(?:_[A-Z]+)*_ORIGINS?\b|\bFRONTEND_URL\b")


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    match = sentence.find(_CORS)
    if match is None or sentence.negated(match.start()):
        return
    variable = sentence.find(_VARIABLE)
    yield sentence.says(
        SentenceKind.CORS,
        value=variable.group() if variable is not None else "",
        values=tuple(dict.fromkeys(_ORIGIN.findall(sentence.text))),
    )
