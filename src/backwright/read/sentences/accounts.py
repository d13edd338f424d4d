"""Accounts: sign up, sign in, stay signed in, leave."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_DEEDS: Final = (
    (
        "register",
        r"(?:register(?:s|ing)?(?! \w+ (?:routes?|handlers?))|sign(?:ing)?[- ]?up"
        r"|user registration|create (?:an |new |user )*accounts? (?:using|with))",
    ),
    ("logout", r"(?:log(?:s|ging)?[- ]?out|sign(?:ing)?[- ]?out)"),
    (
        "refresh",
        r"(?:refresh(?:ing|es)? (?:(?:an?|the|their|expired|access) )+tokens?"
        r"|renew\w* (?:\w+ ){0,3}(?:tokens?|sessions?)|new access tokens?|token (?:refresh"
        r"|renewal))",
    ),
    ("change_password", r"(?:chang(?:e|es|ing) (?:their |his |the )?passwords?)"),
    (
        "reset",
        r"(?:reset(?:s|ting)? (?:their |the |an? )?(?:forgotten |lost )?passwords?"
        r"|password reset|reset links?"
        r"|set a new password)",
    ),
    ("verify", r"(?:verification emails?|verify their email|email verification)"),
    ("lockout", r"(?:lock(?:s|ed)? (?:\w+ )?accounts?|account lock-?out|unlock)"),
    (
        "login",
        r"(?:log(?:ging)?[- ]?in(?! page)|sign(?:ing)?[- ]?in|user login|login endpoint"
        r"|exchange email)",
    ),
    ("session", r"(?:(?:create|manage|store|invalidate)\b[^.;]{0,30}\bsessions?)"),
)
_PATTERNS: Final = tuple(
    (verb, re.compile(rf"\b{words}\b", re.IGNORECASE)) for verb, words in _DEEDS
)
_ASKS: Final = re.compile(
    r"\b(?:allow|let|support|provide|enable|must|can|exchange|implement)\b", re.IGNORECASE
)
_ASIDE: Final = re.compile(
    r"\b(?:rate[- ]limit\w*|limit \w+ (?:requests|attempts)|stateless\w*|redirect\w*"
    r"|login page|without|audit\w*|log all|must log|logging"
    r"|duplicate|persist\w*|memory)\b",
    re.IGNORECASE,
)
_ME: Final = re.compile(
    r"\b(?P<verb>view|see|show|retrieve|get|read|access|update|edit|change|modify)\b"
    r"[^.;]{0,40}?\b(?:their|his or her)\s+(?:own\s+)?(?:complete\s+"
    r"|personal\s+)?(?P<what>account|profile)\b"
    r"(?!\s+(?:settings?|activit\w+|histor\w+))",
    re.IGNORECASE,
)
_PLAIN: Final = frozenset(("register", "login", "logout", "refresh", "change_password"))
_REFUSES: Final = re.compile(
    r"\b(?:prevent|not reveal|unverified|generic|reject|invalidate|duplicate|conceal|failed"
    r"|failures?)\w*\b",
    re.IGNORECASE,
)


def read(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[SentenceFact]:
    if sentence.find(_ASKS) is None or sentence.find(_ASIDE):
        return
    yield from _own_account(sentence, vocabulary)
    refuses = sentence.find(_REFUSES) is not None
    for verb, pattern in _PATTERNS:
        match = sentence.find(pattern)
        if match is None:
            continue
        if verb == "register" and _stored(vocabulary, match.group()):
            continue
        if verb in _PLAIN and not refuses and not sentence.negated(match.start()):
            yield sentence.says(SentenceKind.CAPABILITY, verb=verb, entity=vocabulary.user())
        elif verb not in _PLAIN:
            yield sentence.says(SentenceKind.BEHAVIOUR, verb=verb, entity=vocabulary.user())
            return


def _own_account(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[SentenceFact]:
    match = sentence.find(_ME)
    if match is None or sentence.negated(match.start()):
        return
    entity = vocabulary.find_entity(match["what"]) or vocabulary.user()
    if entity == vocabulary.user():
        reads = (
            match["verb"].lower().startswith(("view", "see", "show", "retr", "get", "read", "acc"))
        )
        yield sentence.says(
            SentenceKind.CAPABILITY, verb="me" if reads else "update_me", entity=entity
        )


def _stored(vocabulary: Vocabulary, words: str) -> bool:
    """Whether `create accounts` speaks of an entity of that name, not of signing up."""
    account = vocabulary.find_entity("account")
    return "account" in words.lower() and account not in {"", vocabulary.user()}
