"""Values that stay as they were first given."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.passages import passages
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_IMMUTABLE: Final = re.compile(
    r"\b(?:(?:must not|cannot|can not|can't|may not|must never|should not|never) be "
    r"(?:changed|modified|updated|edited|altered)|immutable|unchangeable|set once"
    r"|read-only (?:after|once))\b",
    re.IGNORECASE,
)
_SOMETIMES: Final = re.compile(
    r"\b(?:when|while|if|unless|by (?:others|another|non-\w+|anyone)|published|draft)\b",
    re.IGNORECASE,
)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    for passage in passages(sentence):
        if _IMMUTABLE.search(passage.text) and not _SOMETIMES.search(passage.text):
            yield sentence.says(
                SentenceKind.IMMUTABLE, entity=passage.entity, fields=passage.fields
            )
