"""Timestamps that the system keeps."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence, joined
from backwright.read.sentences.vocabulary import Vocabulary

_AUTO: Final = re.compile(
    r"\b(?:automatic(?:ally)?|auto-?\w*|record(?:s|ed)?|track(?:s|ed)?|set(?:s|ting)?"
    r"|maintain(?:s|ed)?|updat(?:e|es|ing)|include|store|"
    r"timestamps?|with|populate)\b",
    re.IGNORECASE,
)
_STAMP: Final = re.compile(
    r"\b(?:timestamps?|(?:created|updated|modified|creation|modification)[_ ](?:at|dates?"
    r"|times?|on))\b|\bwhen (?:an? |the |each |every )?(?:\w+ ){1,4}(?:was|were|is"
    r"|are) (?:last )?created\b",
    re.IGNORECASE,
)
_SHOWN: Final = re.compile(
    r"\b(?:sort\w*|order(?:ed)? by|timezone|display\w*|filter\w*|logs?)\b", re.IGNORECASE
)
_CREATED: Final = re.compile(r"creat(?:ed|ion)", re.IGNORECASE)
_UPDATED: Final = re.compile(r"(?:updated|update|modif\w+|last change)", re.IGNORECASE)
_OF: Final = re.compile(
    r"\b(?:of|for|on) (?:each |every |all |an? |the )?users?\b|\busers? (?:records?|rows?)\b"
    r"|\busers? (?:was|were|is|are)\b",
    re.IGNORECASE,
)
_MOMENT: Final = frozenset(
    [
        "createdat",
        "updatedat",
        "createdon",
        "updatedon",
        "modifiedat",
        "createddate",
        "updateddate",
        "lastmodified",
        "created",
        "updated",
    ]
)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    match = sentence.find(_STAMP)
    if match is None or sentence.find(_AUTO) is None or sentence.find(_SHOWN):
        return
    if sentence.negated(match.start()):
        return
    moments = [m for m in sentence.fields if m.field.replace("_", "").lower() in _MOMENT]
    named = [m for m in sentence.entities if m.entity != sentence.user or _OF.search(sentence.text)]
    if not named and not moments and not sentence.context:
        return
    entity = named[0].entity if named else moments[0].entity if moments else sentence.context
    values = tuple(
        name
        for name, pattern in (("created", _CREATED), ("updated", _UPDATED))
        if pattern.search(" ".join(m.field for m in moments) if moments else sentence.text)
    )
    if values and (entity or moments):
        for each in dict.fromkeys((entity, *(m.entity for m in joined(sentence, named[:1])))):
            yield sentence.says(
                SentenceKind.TIMESTAMPS,
                entity=each,
                fields=_all_or_none([m.field for m in moments if m.entity == each], len(values)),
                values=values,
                value=values[0] if len(values) == 1 else "",
            )


def _all_or_none(fields: list[str], wanted: int) -> tuple[str, ...]:
    """Where only one of two moments is called by its field, neither is."""
    found = tuple(dict.fromkeys(fields))
    return found if len(found) >= wanted else ()
