"""Values that may occur once: in all rows, or within a scope."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import FieldMention, Sentence
from backwright.read.sentences.terms import words
from backwright.read.sentences.vocabulary import Vocabulary

_UNIQUE: Final = re.compile(
    r"\b(?:unique(?:ly|ness)?|globally unique|of (?:its|their) own)\b", re.IGNORECASE
)
_DUPLICATE: Final = re.compile(
    r"\b(?:(?<!to )(?<!can )(?<!may )duplicates?"
    r"|already (?:exists?|registered|in use|taken|used))\b",
    re.IGNORECASE,
)
"""Who is able to duplicate a book makes another one."""
_SCOPE: Final = re.compile(
    r"\b(?:within|per|for (?:each|the same|a given)|in (?:each|the same"
    r"|a))\s+(?:the\s+)?(?:same\s+)?"
    r"(?P<scope>[^.;]{2,60})",
    re.IGNORECASE,
)
_IDENTIFIER: Final = re.compile(r"\bunique(?:ly)? identif", re.IGNORECASE)
_PARTIAL: Final = re.compile(r"\bwhere\s+\w+\s*(?:=|is\b)", re.IGNORECASE)
_PRONOUN: Final = re.compile(r"\b(?:it|they|which)\b", re.IGNORECASE)
_ONE: Final = re.compile(r"\b(?:only|at most|no more than) one(?= )", re.IGNORECASE)
_TOGETHER: Final = re.compile(
    r"\b(?:combination|together|pair|composite|same \w+ and)\b", re.IGNORECASE
)
_TIE: Final = re.compile(r"\s*(?:,|,?\s*\b(?:and|or)\b)\s*(?:the\s+)?", re.IGNORECASE)
_CALCULATED: Final = re.compile(
    r"\b(?:generate|suggest|detect|potential|file|import)\w*\b", re.IGNORECASE
)


def read(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[SentenceFact]:
    once = one_per(sentence, vocabulary)
    if once is not None:
        yield sentence.says(SentenceKind.UNIQUE, entity=once[0], fields=once[1])
        return
    match = sentence.find(_UNIQUE) or sentence.find(_DUPLICATE)
    if (
        match is None
        or _PARTIAL.search(sentence.text)
        or _CALCULATED.search(sentence.text)
        or _IDENTIFIER.search(sentence.text)
    ):
        return
    scope = _SCOPE.search(sentence.text)
    limit = scope.start() if scope is not None else len(sentence.text)
    begin, end = sentence.clause(match.start())
    near = [m for m in sentence.fields_between(begin, min(end, limit)) if m.entity]
    if not near and _PRONOUN.search(sentence.text, begin, match.start()):
        near = [m for m in sentence.fields_between(0, match.start()) if m.entity][:1]
    if not near:
        return
    near.sort(key=lambda m: min(abs(m.start - match.end()), abs(match.start() - m.end)))
    entity = near[0].entity
    within = _scope(sentence, scope, entity) if scope is not None else ()
    together = tuple(dict.fromkeys(m.field for m in _beside(sentence, near[0])))
    if sentence.find(_TOGETHER):
        yield sentence.says(SentenceKind.UNIQUE, entity=entity, fields=together, scope=within)
        return
    for field in together:
        yield sentence.says(SentenceKind.UNIQUE, entity=entity, fields=(field,), scope=within)


def _beside(sentence: Sentence, mention: FieldMention) -> list[FieldMention]:
    """The field and those that a bare `and`, `or` or comma ties to it."""
    own = [m for m in sentence.fields if m.entity == mention.entity and not m.loose]
    at = own.index(mention) if mention in own else -1
    if at < 0:
        return [mention]
    first = last = at
    while first > 0 and _TIE.fullmatch(sentence.text, own[first - 1].end, own[first].start):
        first -= 1
    while last + 1 < len(own) and _TIE.fullmatch(sentence.text, own[last].end, own[last + 1].start):
        last += 1
    return own[first : last + 1]


def _scope(sentence: Sentence, match: re.Match[str], entity: str) -> tuple[str, ...]:
    """The fields, or else the entity, within which it is unique."""
    fields = sentence.fields_of(entity, match.start("scope"), match.end("scope"))
    if fields:
        return fields
    mention = sentence.entity_after(match.start("scope"), within=30)
    return (mention.entity,) if mention is not None else ()


def one_per(sentence: Sentence, vocabulary: Vocabulary) -> tuple[str, tuple[str, ...]] | None:
    """`each user can submit only one review per book`: the keys that may not repeat together."""
    match = sentence.find(_ONE)
    child = sentence.entity_after(match.end(), within=25) if match is not None else None
    if child is None:
        return None
    parents = dict.fromkeys(m.entity for m in sentence.entities if m.entity != child.entity)
    keys = [_key_to(vocabulary, child.entity, each) for each in parents]
    return (child.entity, tuple(keys)) if keys and all(keys) else None


def _key_to(vocabulary: Vocabulary, child: str, parent: str) -> str:
    names = {(*words(parent), "id")}
    if parent == vocabulary.user():
        names |= {("user", "id"), ("owner", "id")}
    fields = vocabulary.fields.get(child, ())
    return next((each for each in fields if words(each) in names), "")
