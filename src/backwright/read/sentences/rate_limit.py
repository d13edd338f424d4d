"""How many requests somebody may send."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.quantities import seconds
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_RATE: Final = re.compile(
    r"(?P<count>\d+)\s*(?:requests?|calls?|attempts?)\s*(?:per|/|in|within|every)\s*(?:a |an "
    r"|each |user per |client per )?(?P<window>\d*[\s-]*(?:seconds?|minutes?|hours?|days?))",
    re.IGNORECASE,
)
_TO: Final = re.compile(
    r"\blimit\w*\b[^.;]{0,60}?\bto (?P<count>\d+)(?: \w+)? (?:per|a|an|every) "
    r"(?P<window>\d*[\s-]*(?:seconds?|minutes?|hours?|days?))",
    re.IGNORECASE,
)
_LOGIN: Final = re.compile(r"\b(?:log-?in|sign-?in)\b", re.IGNORECASE)
_LOGIN_PATH: Final = re.compile(r"POST .*/(?:log-?in|sign-?in|sessions?|tokens?)$", re.IGNORECASE)
_NAMED: Final = re.compile(r"\brate[- ]limit\w*", re.IGNORECASE)
_LOCKOUT: Final = re.compile(r"\b(?:failed|lock\w*)\b", re.IGNORECASE)
_SOME: Final = re.compile(
    r"\b(?:free|pro|premium|paid|basic|enterprise|anonymous|guest|authenticated|admin|tier\w*"
    r"|log-?in|sign-?in|registration)\b",
    re.IGNORECASE,
)
"""A limit for some callers or some requests only is not one for all."""
_OTHERS: Final = re.compile(
    r"\b(?:external|third[- ]party|openai|api usage|reporting|tracking)\b", re.IGNORECASE
)


def read(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[SentenceFact]:
    if sentence.find(_LOCKOUT) or sentence.find(_OTHERS):
        return
    operations = sentence.operations or _logins(sentence, vocabulary)
    if sentence.find(_SOME) and not operations:
        return
    match = sentence.find(_RATE) or sentence.find(_TO)
    if match is not None:
        window = match["window"].strip()
        yield sentence.says(
            SentenceKind.RATE_LIMIT,
            maximum=int(match["count"]),
            seconds=seconds(window if window[0].isdigit() else f"1 {window}"),
            operations=operations,
        )
        return
    named = sentence.find(_NAMED)
    if named is not None and not sentence.negated(named.start()):
        yield sentence.says(SentenceKind.RATE_LIMIT, operations=operations)


def _logins(sentence: Sentence, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Where only signing in is limited: the operations for it."""
    if sentence.find(_LOGIN) is None:
        return ()
    return tuple(each for each in vocabulary.operations if _LOGIN_PATH.match(each))
