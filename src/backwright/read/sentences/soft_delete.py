"""Rows that are marked as deleted and stay."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_SOFT: Final = re.compile(
    r"\b(?:soft[- ]?(?:delet\w+)|logical(?:ly)? delet\w+|recoverable|its row stays"
    r"|deleted \w+ (?:must |are |should )?(?:be )?(?:kept|retained)"
    r"|marked with the time of deletion"
    r"|deactivat\w+ [^.;]{0,40}without losing|"
    r"mark(?:ed)? as deleted|deleted_at)\b",
    re.IGNORECASE,
)
_HARD: Final = re.compile(
    r"\b(?:hard[- ]?delet\w+|permanent(?:ly)? (?:delet|remov)\w+)\b", re.IGNORECASE
)
_SETS: Final = re.compile(
    r"\b(?P<field>[A-Za-z_]+)\s*(?:=|to)\s*(?P<value>true|false)\b", re.IGNORECASE
)


def read(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[SentenceFact]:
    soft, hard = sentence.find(_SOFT), sentence.find(_HARD)
    match = soft or hard
    if (
        match is None
        or "confirm" in sentence.text.lower()
        or (soft is not None and hard is not None)
    ):
        return
    negated = sentence.negated(match.start())
    mention = sentence.entity_after(match.start()) or sentence.entity_before(match.start())
    entity = (
        mention.entity if mention is not None else sentence.context or _only(vocabulary, sentence)
    )
    if not entity:
        return
    is_soft = (soft is not None) != negated
    sets = sentence.find(_SETS) if is_soft else None
    field = next(
        (m.field for m in sentence.fields if sets is not None and m.start == sets.start("field")),
        "",
    )
    yield sentence.says(
        SentenceKind.SOFT_DELETE,
        entity=entity,
        fields=(field,) if field else (),
        value="soft" if is_soft else "hard",
        values=(sets["value"].lower() == "true",) if sets is not None and field else (),
    )


def _only(vocabulary: Vocabulary, sentence: Sentence) -> str:
    """The entity of the operation that the sentence names."""
    for operation in sentence.operations:
        for part in operation.split("/"):
            found = vocabulary.find_entity(part) if "{" not in part else ""
            if found:
                return found
    return ""
