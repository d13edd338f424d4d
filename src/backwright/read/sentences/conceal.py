"""What no answer may give away."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_NEVER: Final = re.compile(
    r"\b(?:must not|must never|never|not|without|should not|cannot|exclude[sd]?|excluding)\b",
    re.IGNORECASE,
)
_INTERNALS: Final = re.compile(
    r"\b(?:stack ?traces?|internal (?:implementation )?details?|implementation details"
    r"|database errors?|internals)\b",
    re.IGNORECASE,
)
_EXISTENCE: Final = re.compile(
    r"\b(?:reveal\w*|disclos\w*|leak\w*|expos\w*|tell\w*)\b[^.;]{0,30}\b(?:whether|if"
    r"|existence|exists?)\b|\bnot revealing account existence\b"
    r"|\bdoes not exist\b(?=.*\banyone\b)",
    re.IGNORECASE,
)
_SAME: Final = re.compile(
    r"\b(?:(?:generic|same|identical)\b[^.;]{0,40}\b(?:log-?in|sign-?in|credentials|unknown)"
    r"|wrong password\b[^.;]{0,30}\b(?:same|exactly as)\b)",
    re.IGNORECASE,
)
_ACCOUNT: Final = re.compile(
    r"\b(?:accounts?|emails?|log-?in|sign-?in|passwords?|usernames?|registered)\b", re.IGNORECASE
)
_SECRETS: Final = re.compile(
    r"\b(?:expos\w*|return\w*|includ\w*|reveal\w*|responses?)"
    r"\b[^.;]{0,40}\b(?:passwords?|password_hash|secrets?|api[_ ]?keys?|hash(?:es)?)\b"
    r"|\bwithout the password\b|\bpasswords?\b.{0,60}\bnever (?:be )?(?:return|expos|reveal)\w*",
    re.IGNORECASE,
)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    if sentence.find(_SAME):
        yield sentence.says(SentenceKind.CONCEAL, value="account", entity=sentence.user)
    if sentence.find(_NEVER) is None:
        return
    if sentence.find(_INTERNALS):
        yield sentence.says(SentenceKind.CONCEAL, value="internals")
    if sentence.find(_EXISTENCE) and not sentence.find(_SAME):
        account = sentence.find(_ACCOUNT) is not None
        yield sentence.says(
            SentenceKind.CONCEAL,
            value="account" if account else "existence",
            entity=sentence.user if account else sentence.main(),
        )
    match = sentence.find(_SECRETS)
    if match is not None and _NEVER.search(sentence.text, 0, match.end()):
        mentions = [
            m for m in sentence.fields if "pass" in m.field.lower() or "key" in m.field.lower()
        ]
        if mentions:
            yield sentence.says(
                SentenceKind.CONCEAL,
                value="field",
                entity=mentions[0].entity,
                fields=(mentions[0].field,),
            )
