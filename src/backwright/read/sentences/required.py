"""Fields that must be given, and fields that need not."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.passages import passages
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_OPTIONAL: Final = re.compile(
    r"\b(?:optional(?:ly)?(?! (?:filter|search|sort|query|param)\w*)|nullable|not required"
    r"|may be (?:null|empty|omitted)|can be (?:null"
    r"|empty)|"
    r"need not)\b",
    re.IGNORECASE,
)
_REQUIRED: Final = re.compile(
    r"\b(?:(?<!check )(?<!checks )(?<!approval )(?<!validation )(?<!confirmation )required"
    r"|mandatory|not[- ]null|non-?empty|non-?blank|not (?:be )?(?:empty|blank|null)|"
    r"cannot be (?:empty|blank|null)|must be (?:provided|present|given|supplied)|"
    r"(?:is|are) provided|must not be (?:empty|blank|null))\b",
    re.IGNORECASE,
)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    for passage in passages(sentence):
        optional = _OPTIONAL.search(passage.text)
        required = _REQUIRED.search(passage.text)
        if optional is not None and required is not None:
            continue
        if required is not None:
            yield sentence.says(SentenceKind.REQUIRED, entity=passage.entity, fields=passage.fields)
        elif optional is not None:
            before = (
                passage.text[: passage.at].rstrip().lower().endswith(("optional", "optionally"))
            )
            fields = passage.fields[:1] if before else passage.fields
            if passage.note or len(fields) == 1:
                yield sentence.says(SentenceKind.OPTIONAL, entity=passage.entity, fields=fields)
