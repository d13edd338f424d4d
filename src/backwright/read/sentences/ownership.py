"""Rows that belong to a user: everyone reaches their own only."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence, joined
from backwright.read.sentences.vocabulary import Vocabulary

_WHO: Final = (
    r"(?:users?|customers?|members?|clients?|patients?|owners?|creators?|people|they|accounts?)"
)
_OWN: Final = re.compile(
    rf"\b(?:only (?:\w+ ){{0,6}}(?:their|his|your) own|(?:their|his or her) own"
    rf"|own (?:data|records)"
    rf"|belong(?:s|ing)? to (?:the |that |a |an |one |exactly one )*(?:\w+[- ])?{_WHO}"
    rf"|owned by (?:the |a |an )*(?:\w+ )?{_WHO}"
    rf"|only (?:the |their )?(?:\w+ )?(?:owner|creator)|ownership|data isolation|user isolation"
    rf"|isolat(?:e|ed|ion) "
    rf"|cross-user|scoped? (?:\w+ ){{0,6}}(?:to|by) (?:the |each )?(?:\w+ )?user"
    rf"|(?:another|other|others'?) {_WHO}'?s?'? (?:\w+ )?\w+"
    rf"|per[- ]user\b|user-specific"
    rf"|prevent\w* (?:an? |the )?\w+ from [^.;]{{3,60}}\b(?:another|other)\b"
    rf"|only the \w+ who (?:created|made|placed|wrote|submitted|uploaded|owns)"
    rf"|only (?:be )?\w+ by (?:their|its|the|his) (?:owner|creator|author)"
    rf"|only (?:be )?(?:visible|accessible|available) to (?:their|its|the) (?:owner|author"
    rf"|creator|user)"
    rf"|(?:deleted|edited|updated|changed|modified|viewed) (?:only )?by (?:their|its) (?:owner"
    rf"|author|creator)(?! or\b)"
    rf"|(?:created|made|owned|placed|written|submitted) by (?:other|another|different) \w+"
    rf"|(?:no|never)\b[^.;]{{3,60}}\bof another\b)\b",
    re.IGNORECASE,
)
_FILTERED: Final = re.compile(
    r"\b(?:filter|scope|limit|restrict)(?:s|ed|ing)?\b[^.;]{0,60}?\b(?:by|to|on|for) (?:the )?"
    r"(?:authenticated|current|logged[- ]in|signed[- ]in|requesting|token'?s?)[ -]?user",
    re.IGNORECASE,
)
_MINE: Final = re.compile(
    r"\b(?:for|of|to|by) (?:the|an|each) (?:authenticated|current|logged[- ]in"
    r"|signed[- ]in) (?:user|customer)\b"
    r"|\b(?:their|his or her)\b",
    re.IGNORECASE,
)
_KEEP_PRIVATE: Final = re.compile(
    r"\b(?:keep|kept|stay|remain|are|is|be)s?\b[^.;]{0,30}\bprivate\b|\bprivate to\b"
    r"|\bto anyone but\b",
    re.IGNORECASE,
)
_ADMIN: Final = re.compile(r"\badmin(?:istrator)?s?\b", re.IGNORECASE)
_UNIQUE_PER: Final = re.compile(r"\bunique\b[^.;]{0,30}\bper[- ]user\b", re.IGNORECASE)
_OWNER: Final = re.compile(r"^(?:owner|author|creator)s?$", re.IGNORECASE)
_BY: Final = re.compile(r"\b(?:by|to|from) $", re.IGNORECASE)
_NO_OWNER: Final = re.compile(
    r"\b(?:shared (?:by|among|between) all|no (?:user )?(?:ownership|isolation)"
    r"|without ownership)\b",
    re.IGNORECASE,
)


def read(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[SentenceFact]:
    if sentence.find(_NO_OWNER) or sentence.find(_UNIQUE_PER):
        return
    user = vocabulary.user()
    match = sentence.find(_OWN) or sentence.find(_FILTERED) or sentence.find(_KEEP_PRIVATE)
    if match is not None:
        yield from _owned(sentence, match, user)
        return
    match = sentence.find(_MINE)
    if match is None or _BY.search(sentence.text[: match.start()]):
        return
    mention = (
        sentence.entity_after(match.end(), within=25)
        if match.group().lower() in {"their", "his or her"}
        else sentence.entity_before(match.start())
    )
    if mention is not None and mention.entity != user:
        yield sentence.says(SentenceKind.OWNED, entity=mention.entity)


def _owned(sentence: Sentence, match: re.Match[str], user: str) -> Iterator[SentenceFact]:
    """The entity named nearest; without one the whole backend isolates its users."""
    begin, end = sentence.clause(match.start())
    named = [
        m
        for m in sentence.entities
        if m.entity != user
        and not (
            match.start() <= m.start < match.end() and _OWNER.match(sentence.text[m.start : m.end])
        )
    ]
    near = [m for m in named if begin <= m.start and m.end <= end] or named
    near.sort(key=lambda m: min(abs(m.start - match.end()), abs(match.start() - m.end)))
    if match.group().lower().startswith("belong"):
        before = [m for m in named if m.end <= match.start()]
        near = before[-1:] or near
    if not near:
        entity = "" if sentence.context == user else sentence.context
        yield sentence.says(SentenceKind.OWNED, entity=entity)
    for name in dict.fromkeys(m.entity for m in joined(sentence, near[:1])):
        yield sentence.says(SentenceKind.OWNED, entity=name)
