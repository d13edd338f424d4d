"""Two fields of one row, compared."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences import selection
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.terms import words
from backwright.read.sentences.vocabulary import Vocabulary

_DIFFERENT: Final = re.compile(
    r"\b(?:must (?:be different|differ|not be (?:the same|equal))|(?:are|be) (?:different"
    r"|distinct)|cannot be the same|not the same)\b",
    re.IGNORECASE,
)
_OPERATORS: Final = (
    (
        "<=",
        re.compile(
            r"<=|\b(?:on or before|not (?:be )?after|cannot exceed|must not exceed"
            r"|less than or equal to|no later than)\b",
            re.IGNORECASE,
        ),
    ),
    (
        ">=",
        re.compile(
            r">=|\b(?:on or after|not (?:be )?before|greater than or equal to|no earlier than)\b",
            re.IGNORECASE,
        ),
    ),
    ("!=", re.compile(r"!=|<>|≠")),
    (
        "<",
        re.compile(
            r"(?<![-=])<(?![=>])|\b(?:be(?:fore)?|is) (?:earlier than|before|less than)\b"
            r"|\bmust be before\b",
            re.IGNORECASE,
        ),
    ),
    (
        ">",
        re.compile(
            r"(?<![-=<])>(?!=)|\b(?:be|is) (?:later than|after|greater than)\b", re.IGNORECASE
        ),
    ),
)
_OPPOSITE: Final = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "!=": "=="}
_REFUSED: Final = re.compile(
    r"\b(?:reject|refus|prevent|forbid|error|4\d\d|invalid|not allow)\w*\b[^.;]*\b(?:if|when"
    r"|where|whose|with)\b",
    re.IGNORECASE,
)
"""What follows is the case that must not be."""
_COMPUTED: Final = re.compile(r"[+*/×]|\s=\s|\b(?:sum|calculat\w+)\b")
_NOW: Final = re.compile(r"\bnow\b", re.IGNORECASE)
"""`expires_at < NOW()` compares with no field."""
_NUMBER: Final = re.compile(r"\s*[-+$€£]?\d")
_SHARED_NOUN: Final = re.compile(
    r"\b(?P<one>[A-Za-z]+) and (?P<other>[A-Za-z]+) (?P<noun>[A-Za-z]+)\b", re.IGNORECASE
)


def read(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[SentenceFact]:
    if sentence.find(_COMPUTED):
        return
    if len(sentence.fields) < 2:
        if sentence.find(_DIFFERENT):
            yield from _with_one_noun(sentence, vocabulary)
        return
    for left, right in selection.pairs(sentence):
        if selection.chooses(sentence, vocabulary, left) is not None:
            continue
        between = sentence.text[left.end : right.start]
        if len(between) > 60 or _NOW.search(between):
            continue
        if _DIFFERENT.search(sentence.text) and between.strip(" ,/").lower() in {
            "and",
            "&",
            "or",
            "",
        }:
            yield _fact(sentence, left.entity, "!=", left.field, right.field)
            return
        for operator, pattern in _OPERATORS:
            if _compares(pattern, between):
                refused = _REFUSED.search(sentence.text, 0, left.start) is not None
                meant = _OPPOSITE[operator] if refused else operator
                yield _fact(sentence, left.entity, meant, left.field, right.field)
                return


def _compares(pattern: re.Pattern[str], between: str) -> bool:
    """Whether it stands between two fields; `> 0, budget limit` compares with a number."""
    return any(not _NUMBER.match(between, each.end()) for each in pattern.finditer(between))


def _with_one_noun(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[SentenceFact]:
    """`source and target accounts are different`: two fields whose names share the noun."""
    match = sentence.find(_SHARED_NOUN)
    if match is None:
        return
    for entity, fields in vocabulary.fields.items():
        left, right = (
            [each for each in fields if words(each)[:2] == words(f"{match[side]} {match['noun']}")]
            for side in ("one", "other")
        )
        if len(left) == 1 and len(right) == 1:
            yield _fact(sentence, entity, "!=", left[0], right[0])


def _fact(sentence: Sentence, entity: str, operator: str, left: str, right: str) -> SentenceFact:
    return sentence.says(
        SentenceKind.CROSS_FIELD, entity=entity, value=operator, fields=(left, right)
    )
