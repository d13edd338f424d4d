"""Which form a text has: an address, a link, a telephone number."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.passages import passages
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
    (
        "phone",
        re.compile(
            r"\b(?:E\.?164|(?:valid )?(?:international )?(?:phone"
            r"|telephone)(?: numbers?)? formats?|"
            r"international format)",
            re.IGNORECASE,
        ),
    ),
    ("hex-color", re.compile(r"\b(?:hex(?:adecimal)? colou?r|valid hex code)\b", re.IGNORECASE)),
    ("json", re.compile(r"\bvalid JSON\b", re.IGNORECASE)),
)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    for passage in passages(sentence):
        for name, pattern in _FORMATS:
            match = pattern.search(passage.text)
            if match is not None and _fits(name, passage.fields):
                yield sentence.says(
                    SentenceKind.FORMAT, entity=passage.entity, fields=passage.fields, value=name
                )
                break


def _fits(name: str, fields: tuple[str, ...]) -> bool:
    """A form belongs to a field that could hold it: an e-mail form to an e-mail field."""
    wanted = {"email": "mail", "phone": "phone", "uri": "ur"}.get(name)
    if name == "phone":
        return all(
            any(each in field.lower() for each in ("phone", "whatsapp", "mobile", "tel"))
            for field in fields
        )
    return wanted is None or all(wanted in field.lower() for field in fields)
