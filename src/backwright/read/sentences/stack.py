"""Technology that every emitted backend uses, and properties that it has by construction."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_TABLE: Final = (
    ("framework", r"\b(?:use|using|built (?:on|with)|implement\w*) (?:the )?FastAPI\b"),
    ("orm", r"\b(?:use|using) (?:the )?(?:SQLModel|SQLAlchemy)\b|\bSQLModel\b"),
    (
        "database",
        r"\b(?:use|using|connect to|in|to)\b[^.;]{0,30}\b(?:PostgreSQL|Postgres|SQLite|Neon)\b",
    ),
    (
        "json",
        r"\bJSON (?:request|response|format)|\bJSON responses?\b|\b(?:respond\w*"
        r"|answer\w*) (?:in|with) JSON\b|\brequest/response format\b",
    ),
    ("rest", r"\bREST(?:ful)?\b(?! endpoints? via)|\bstandard HTTP methods\b"),
    ("environment", r"\benvironment variables?\b|\bno hard-?coded (?:credentials|secrets)\b"),
    ("pooling", r"\bconnection pool\w*|\bpool_size\b"),
    ("migrations", r"\b(?:schema|database) migrations?\b|\bAlembic\b|\bthrough migrations\b"),
    ("transactions", r"\b(?:database transactions?|ACID|transactional)\b"),
    (
        "parameters",
        r"\b(?:prepared statements?|ORM parameteri[sz]ation|parameteri[sz]ed queries"
        r"|SQL injection)\b",
    ),
    ("utc", r"\bin UTC\b|\bUTC timestamps?\b"),
    ("stateless", r"\bstateless(?:ly)?\b"),
    ("async", r"\basync(?:hronous)? (?:operations?|I/O|endpoints?|database)\b"),
    ("validation", r"\bpydantic\b"),
    (
        "prefix",
        r"(?:\bunder\b|\bat\b|\bprefix\b)[^.;]{0,10}\s/api(?:/v\d+)?\b|/api(?:/v\d+)?/?'? prefix\b",
    ),
)
_PATTERNS: Final = tuple((name, re.compile(words, re.IGNORECASE)) for name, words in _TABLE)
_PREFIX: Final = re.compile(r"(?P<prefix>/api(?:/v\d+)?)\b")
_ELSEWHERE: Final = re.compile(
    r"\b(?:logs?|websocket|docs/|openai|redis|queue|event publishing|background tasks?"
    r"|task processing|frontend|next\.js)\b",
    re.IGNORECASE,
)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    if sentence.find(_ELSEWHERE) and not sentence.find(_PATTERNS[4][1]):
        return
    for name, pattern in _PATTERNS:
        match = sentence.find(pattern)
        if match is None or (
            name != "environment" and sentence.negated(match.start()) and name != "stateless"
        ):
            continue
        prefix = sentence.find(_PREFIX) if name == "prefix" else None
        yield sentence.says(
            SentenceKind.STACK,
            value=name,
            values=(prefix["prefix"],) if prefix is not None else (),
        )
