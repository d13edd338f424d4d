"""Values that are computed when they are read."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_COUNT: Final = re.compile(
    r"\b(?:(?:number|count) of (?:its |their |all |the )?|total (?:number"
    r"|count) of )(?P<what>[a-z ]{3,30})",
    re.IGNORECASE,
)
_SUM: Final = re.compile(r"\b(?:sum of|total of|totals? up)\b(?P<what>[^.;]{3,60})", re.IGNORECASE)
_SHOWS: Final = re.compile(
    r"\b(?:includ\w+|with|show\w*|return\w*|contain\w*|display\w*|calculated|computed|derived)\b",
    re.IGNORECASE,
)
_STORED: Final = re.compile(
    r"\b(?:report\w*|dashboard|statistics|aggregat\w+|balance\w*)\b", re.IGNORECASE
)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    shows = sentence.find(_SHOWS) or sentence.find(_SUM)
    if shows is None or sentence.find(_STORED):
        return
    entity = sentence.main()
    match = sentence.find(_COUNT)
    if match is not None and entity:
        counted = sentence.entity_after(match.start("what"), within=10)
        if counted is not None and counted.entity != entity:
            yield sentence.says(
                SentenceKind.DERIVED, entity=entity, scope=(counted.entity,), value="count"
            )
            return
    match = sentence.find(_SUM)
    if match is not None and entity:
        summed = list(sentence.fields_between(match.start("what"), match.end("what")))
        others = [m for m in summed if m.entity != entity and not m.loose]
        if others:
            yield sentence.says(
                SentenceKind.DERIVED,
                entity=entity,
                scope=(others[0].entity,),
                fields=tuple(
                    dict.fromkeys(m.field for m in others if m.entity == others[0].entity)
                ),
                value="sum",
            )
