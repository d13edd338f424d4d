"""Lists in pages."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_PAGE: Final = re.compile(
    r"\b(?:paginat(?:ion|ed|e|ing)|in pages|page[ _]size|per page|\d+ (?:\w+ )?a page"
    r"|(?:at most|up to) \d+ \w+ per (?:request|response|call)|infinite scroll"
    r"|lists? (?:must|are|should|shall) be (?:limited|capped|bounded))\b",
    re.IGNORECASE,
)
_DEFAULT: Final = re.compile(
    r"\b(?:defaults?(?: page)?(?: limit| size)?(?: of| is| to)?|limit:?"
    r"|page[ _]size:?(?: of)?)\s*:?\s*(?P<n>\d+)|\b(?P<m>\d+) (?:\w+ )?(?:per page|a page"
    r"|by default)",
    re.IGNORECASE,
)
_MAXIMUM: Final = re.compile(
    r"\b(?:max(?:imum)?(?: page)?(?: limit| size)?(?: of| is)?|at most|up to"
    r"|(?:no|never) more than)\s*:?\s*(?P<n>\d+)|\b(?P<k>\d+)(?: \w+)? at most",
    re.IGNORECASE,
)
_NONE: Final = re.compile(
    r"\b(?:without pagination|no pagination|not paginated|all at once)\b", re.IGNORECASE
)
_OFFSET: Final = re.compile(r"\b(?:offset|skip)\b", re.IGNORECASE)
_CURSOR: Final = re.compile(r"\bcursor\b", re.IGNORECASE)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    entities = tuple(dict.fromkeys(m.entity for m in sentence.entities)) or (sentence.context,)
    if sentence.find(_NONE):
        for entity in entities[:1]:
            yield sentence.says(
                SentenceKind.PAGE, entity=entity, value="none", operations=sentence.operations
            )
        return
    match = sentence.find(_PAGE)
    if match is None or sentence.negated(match.start()):
        return
    default, maximum = sentence.find(_DEFAULT), sentence.find(_MAXIMUM)
    size = int(default["n"] or default["m"]) if default is not None else None
    most = int(maximum["n"] or maximum["k"]) if maximum is not None else None
    style = "cursor" if sentence.find(_CURSOR) else "offset" if sentence.find(_OFFSET) else ""
    several = re.search(r"\blists\b", sentence.text) is not None
    for entity in entities if several else entities[:1]:
        yield sentence.says(
            SentenceKind.PAGE,
            entity=entity,
            minimum=None
            if size == most
            and default is not None
            and maximum is not None
            and default.end() == maximum.end()
            else size,
            maximum=most,
            value=style,
            operations=sentence.operations if len(sentence.operations) == 1 else (),
        )
