"""Which form a text has: an address, a link, a telephone number."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.passages import Passage, passages
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_FORMATS: Final = (
    (
        "email",
        re.compile(
            r"\b(?:email (?:address )?format|valid email (?:address|format)"
            r"|email addresses? using|RFC 5322|"
            r"email syntax|email format rules|validate email)",
            re.IGNORECASE,
        ),
    ),
    ("uri", re.compile(r"\b(?:valid (?:http\w* )?URLs?|URL format|valid URIs?)\b", re.IGNORECASE)),
    ("uuid", re.compile(r"\b(?:valid UUIDs?|UUID format|UUID v4)\b", re.IGNORECASE)),
    ("date-time", re.compile(r"\bISO[- ]?8601\b", re.IGNORECASE)),
)
_PATTERNS: Final = (
    (r"^\+[1-9]\d{1,14}$", re.compile(r"\bE\.?164\b", re.IGNORECASE)),
    (
        r"^#[0-9A-Fa-f]{6}$",
        re.compile(
            r"\b(?:valid )?hex(?:adecimal)? (?:colou?r )?code\b|\bhex colou?r", re.IGNORECASE
        ),
    ),
)
"""Forms that have no name of their own in OpenAPI."""


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    for passage in passages(sentence):
        named = next((n for n, p in _FORMATS if p.search(passage.text) and _fits(n, passage)), "")
        if named:
            yield sentence.says(
                SentenceKind.FORMAT, entity=passage.entity, fields=passage.fields, value=named
            )
        spelled = next((regex for regex, p in _PATTERNS if p.search(passage.text)), "")
        if spelled:
            yield sentence.says(
                SentenceKind.PATTERN, entity=passage.entity, fields=passage.fields, value=spelled
            )


def _fits(name: str, passage: Passage) -> bool:
    """A form belongs to a field that could hold it: an e-mail form to an e-mail field."""
    wanted = {"email": "mail"}.get(name, "")
    return all(wanted in field.lower() for field in passage.fields)
