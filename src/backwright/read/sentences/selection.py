"""Rows that are told by comparing two of their fields: `items whose quantity is at or below their
reorder level`, `low stock: quantity <= reorder_level`. No row has to be so; some are asked for."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.comparing import Compares, comparisons
from backwright.read.sentences.sentence import FieldMention, Sentence
from backwright.read.sentences.terms import words
from backwright.read.sentences.vocabulary import Vocabulary

_ARTICLES: Final = r"(?:(?:an?|the|their|its|his|her|current(?:ly)?|own)\s+)*"
_WHOSE: Final = re.compile(
    rf"\b(?:whose|where|with|having|that (?:have|has)|which (?:have|has))\s+{_ARTICLES}$",
    re.IGNORECASE,
)
_WHEN: Final = re.compile(
    rf"\b(?:when(?:ever)?|if|once|as soon as|condition:?|triggered(?: when)?:?)\s+{_ARTICLES}$",
    re.IGNORECASE,
)
_LISTED: Final = re.compile(
    r"\b(?:list|show|return|retriev|view|display|quer|find|fetch|get|identif|see|data|report)\w*\b",
    re.IGNORECASE,
)
_TOLD: Final = re.compile(
    r"\b(?:alert|notif|flag|warn|trigger|condition|emit|highlight|appear|consider|low\b"
    r"|overdue|remind|send)\w*",
    re.IGNORECASE,
)
_REFUSED: Final = re.compile(
    r"\b(?:reject|refus|prevent|forbid|error|4\d\d|invalid|not allow|fail|cannot|must not)\w*\b",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(
    rf"^\W*(?:is[ _])?(?P<label>[A-Za-z]+(?:[ _-][A-Za-z]+){{0,3}})\W*?\s*(?::|=|\bmeans\b"
    rf"|\bis when\b)\s*{_ARTICLES}(?:\w+ (?:with|whose|where)\s+{_ARTICLES})?$",
    re.IGNORECASE,
)
_STATE: Final = re.compile(
    r"low_(?:stock|inventory|supply)|over_?(?:due|drawn|stock(?:ed)?|budget|limit)|under_?stock(?:ed)?"
    r"|expired|(?:needs_)?(?:reorder|restock)(?:ing)?|critical(?:_stock)?"
)
_BETWEEN: Final = re.compile(
    r"\W*(?:(?:values?|is|are|has|have|been|gone|falls?|fell|fallen|drops?|dropped|goes|"
    r"becomes?|currently|now|strictly|level)\b\W*)*",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(
    r"\W*(?:(?:an?|the|their|its|his|her|own|configured|defined|set|respective|specified)\b\W*)*",
    re.IGNORECASE,
)


def read(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[SentenceFact]:
    for left, right in pairs(sentence):
        found = compared(sentence, left, right)
        label = chooses(sentence, vocabulary, left) if found is not None else None
        if found is None or label is None:
            continue
        yield sentence.says(
            SentenceKind.SELECTION,
            entity=left.entity,
            fields=(left.field, right.field),
            value=found.operator,
            verb=label,
            operations=sentence.operations if len(sentence.operations) == 1 else (),
        )
        return


def pairs(sentence: Sentence) -> Iterator[tuple[FieldMention, FieldMention]]:
    """Two fields of one entity, named one after the other."""
    for left, right in zip(sentence.fields, sentence.fields[1:], strict=False):
        if left.entity == right.entity and left.field != right.field and left.entity:
            yield left, right


def compared(sentence: Sentence, left: FieldMention, right: FieldMention) -> Compares | None:
    """What stands between the two, if it does nothing but compare."""
    for found in comparisons(sentence.text, left.end, right.start):
        before = _BETWEEN.fullmatch(sentence.text, left.end, found.start)
        behind = _BEHIND.fullmatch(sentence.text, found.end, right.start)
        if before is not None and behind is not None:
            return found
    return None


def chooses(sentence: Sentence, vocabulary: Vocabulary, left: FieldMention) -> str | None:
    """Whether the comparison that starts here tells some rows from others; then the word that it
    explains, or nothing. None: every row has to be so."""
    before = sentence.text[: left.start]
    if (left.entity, sentence.subject) in vocabulary.booleans:
        return "_".join(words(sentence.subject))
    label = _LABEL.match(before)
    if label is not None:
        word = "_".join(words(label["label"]))
        if _STATE.fullmatch(word) or word in _last_words(vocabulary):
            return word
    if _REFUSED.search(before):
        return None
    if _WHOSE.search(before) and _LISTED.search(before):
        return ""
    if _WHEN.search(before) and _TOLD.search(sentence.text):
        return ""
    return None


def _last_words(vocabulary: Vocabulary) -> set[str]:
    """The last word of each place that is read: `low_stock` of `GET /items/low-stock`."""
    return {
        "_".join(words(place.rsplit("/", 1)[-1]))
        for place in vocabulary.operations
        if place.startswith("GET ") and not place.endswith("}") and place.count("/") > 1
    }
