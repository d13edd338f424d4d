"""Statuses and the ways between them."""

import itertools
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_STATE: Final = r"[\"']?(?:[A-Z][\w]*(?: [A-Z]\w*)*|[a-z][\w-]*)[\"']?"
_CHAIN: Final = re.compile(rf"{_STATE}(?:\s*→\s*(?:{_STATE}|\([^)]*\)))+")
_FROM_TO: Final = re.compile(
    rf"\b[Ff]rom\s+(?P<source>{_STATE})\s+(?:state |status )?to\s+(?P<target>{_STATE})\b"
    rf"(?P<more>(?:,?\s+(?:and )?(?:then )?to\s+{_STATE}\b)*)"
)
_TO: Final = re.compile(r",?\s+(?:and )?(?:then )?to\s+")
_TALKS: Final = re.compile(
    r"\b(?:status|state|transition|lifecycle|workflow|phase)\w*\b", re.IGNORECASE
)
_FORBIDS: Final = re.compile(
    r"\b(?:invalid|prevent|forbid|not allowed|cannot|must not|reject)\w*\b", re.IGNORECASE
)


def read(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[SentenceFact]:
    # A state may itself be called rejected.
    if _FORBIDS.search(_CHAIN.sub(" ", sentence.text)):
        return
    pairs = [*_chains(sentence.text), *_moves(sentence)]
    for source, target in dict.fromkeys(pairs):
        owner = _owner(sentence, vocabulary, source, target)
        if owner is not None:
            entity, field, values = owner
            yield sentence.says(
                SentenceKind.TRANSITION, entity=entity, fields=(field,), values=values
            )


def _chains(text: str) -> Iterator[tuple[str, str]]:
    for match in _CHAIN.finditer(text):
        states = [each.strip(" \"'") for each in match.group().split("→")]
        yield from itertools.pairwise(states)


def _moves(sentence: Sentence) -> Iterator[tuple[str, str]]:
    if sentence.find(_TALKS):
        for match in _FROM_TO.finditer(sentence.text):
            more = [each for each in _TO.split(match["more"]) if each.strip()]
            states = [each.strip(" ,\"'") for each in (match["source"], match["target"], *more)]
            yield from pairwise(states)


def _owner(
    sentence: Sentence, vocabulary: Vocabulary, source: str, target: str
) -> tuple[str, str, tuple[str, str]] | None:
    """The field whose values both are; without declared values the status of the entity."""
    mentioned = [m.entity for m in sentence.entities]
    order = [*mentioned, sentence.context, *vocabulary.entities]
    for entity in dict.fromkeys(each for each in order if each):
        for field in vocabulary.fields.get(entity, ()):
            held = {_key(each): each for each in vocabulary.values.get((entity, field), ())}
            if _key(source) in held and _key(target) in held:
                return entity, field, (held[_key(source)], held[_key(target)])
    if sentence.find(_TALKS) is None:
        return None
    entity = mentioned[0] if mentioned else sentence.context
    fields = vocabulary.fields.get(entity, ())
    field = next((each for each in fields if each.lower() in {"status", "state"}), "")
    known = vocabulary.values.get((entity, field), ())
    return (entity, field, (source, target)) if field and not known else None


def _key(value: str) -> str:
    return re.sub(r"[\s_-]+", "", value).lower()
