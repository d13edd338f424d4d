"""Where tokens come from, if somebody else issues them."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_ISSUERS: Final = (
    ("better_auth", re.compile(r"\bbetter[- ]auth\b", re.IGNORECASE)),
    ("supabase", re.compile(r"\bsupabase\b", re.IGNORECASE)),
    ("auth0", re.compile(r"\bauth0\b", re.IGNORECASE)),
    ("clerk", re.compile(r"\bclerk\b", re.IGNORECASE)),
    ("keycloak", re.compile(r"\bkeycloak\b", re.IGNORECASE)),
    ("firebase", re.compile(r"\bfirebase\b", re.IGNORECASE)),
    ("cognito", re.compile(r"\bcognito\b", re.IGNORECASE)),
    (
        "external",
        re.compile(
            r"\b(?:external (?:auth|identity|authentication) (?:service|provider)"
            r"|auth(?:entication)? service)\b",
            re.IGNORECASE,
        ),
    ),
)
_SHARED_SECRET: Final = re.compile(r"\bshared secret\b", re.IGNORECASE)
_AUTH: Final = re.compile(
    r"\b(?:auth\w*|jwt|tokens?|sign(?:ed)? in|log(?:ged)? in|identity)\b", re.IGNORECASE
)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    if sentence.find(_AUTH) is None:
        return
    for name, pattern in _ISSUERS:
        match = sentence.find(pattern)
        if match is not None and not sentence.negated(match.start()):
            secret = ("shared_secret",) if sentence.find(_SHARED_SECRET) else ()
            yield sentence.says(SentenceKind.TOKEN_ISSUER, value=name, values=secret)
            return
