"""What goes, or stays, or stands in the way, when a row is deleted."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence, joined
from backwright.read.sentences.vocabulary import Vocabulary

_CASCADE: Final = re.compile(
    r"\b(?:cascad(?:e|es|ing)\b|(?:also|automatically) (?:delete|remove)s?\b"
    r"|(?:delete|remove)s? (?:all )?(?:the )?(?:its|related|associated|dependent)\b)",
    re.IGNORECASE,
)
_RESTRICT: Final = re.compile(
    r"\b(?:prevent|block|reject|refuse|forbid|cannot|can't|must not"
    r"|not)\b[^.;]{0,20}\bdelet(?:e|ion|ing)\b[^.;]{0,60}\b(?:with|that ha(?:s|ve)|if|when"
    r"|which ha(?:s|ve)|referenced|used)\b"
    r"|\bdelete\b[^.;]{0,40}\bthat (?:have|has|are) (?:no|not)\b[^.;]{0,40}|\bON DELETE RESTRICT\b",
    re.IGNORECASE,
)
_WHEN: Final = re.compile(
    r"\b(?:when|if|after|upon|once|on deletion of)\b[^.;:]{0,20}$|\bof (?:an?|the)\s*$",
    re.IGNORECASE,
)
"""What stands before the row whose deletion takes others along."""
_SET_NULL: Final = re.compile(r"\bset (?:to )?null\b", re.IGNORECASE)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    distinct = tuple(dict.fromkeys(m.entity for m in sentence.entities))
    restrict = sentence.find(_RESTRICT)
    if restrict is not None and distinct:
        target = distinct[1] if len(distinct) > 1 else _self(sentence, distinct[0])
        if target:
            yield sentence.says(
                SentenceKind.CASCADE, entity=distinct[0], scope=(target,), value="restrict"
            )
        return
    match = sentence.find(_SET_NULL) or sentence.find(_CASCADE)
    if match is None or sentence.negated(match.start()):
        return
    value = "set null" if "null" in match.group().lower() else "cascade"
    if len(distinct) >= 2 and _WHEN.search(sentence.text[: _place(sentence, distinct[1])]):
        distinct = (distinct[1], distinct[0])
    if len(distinct) >= 2:
        yield sentence.says(
            SentenceKind.CASCADE,
            entity=distinct[0],
            scope=_joined(sentence, distinct[1]),
            value=value,
        )
    elif sentence.subject:
        yield sentence.says(
            SentenceKind.CASCADE, entity=sentence.context, fields=(sentence.subject,), value=value
        )
    elif distinct and sentence.context and distinct[0] != sentence.context:
        yield sentence.says(
            SentenceKind.CASCADE, entity=sentence.context, scope=distinct, value=value
        )


def _joined(sentence: Sentence, entity: str) -> tuple[str, ...]:
    named = [m for m in sentence.entities if m.entity == entity][:1]
    return tuple(dict.fromkeys(m.entity for m in joined(sentence, named)))


def _place(sentence: Sentence, entity: str) -> int:
    return next(m.start for m in sentence.entities if m.entity == entity)


def _self(sentence: Sentence, entity: str) -> str:
    """`parent accounts that have child accounts` is about accounts alone."""
    return entity if re.search(r"\b(?:parent|child|sub)\w*\b", sentence.text, re.IGNORECASE) else ""
