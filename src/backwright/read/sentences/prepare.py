"""Statements made ready to be read: typography, questions and answers, and what they name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from backwright.read.facts import Statement, StatementKind
from backwright.read.sentences.field_names import Called, FieldName
from backwright.read.sentences.sentence import (
    EntityMention,
    FieldMention,
    OperationMention,
    Sentence,
)
from backwright.read.sentences.terms import Lexeme, lexemes, singular
from backwright.read.sentences.vocabulary import Vocabulary

_TYPOGRAPHY: Final = (
    ("**", ""),
    ("__", "__"),
    ("`", ""),
    ("\u2018", "'"),
    ("\u2019", "'"),
    ("\u201c", '"'),
    ("\u201d", '"'),
    ("\u2010", "-"),
    ("\u2011", "-"),
    ("\u2013", "-"),
    ("\u2014", " - "),
    ("\u00a0", " "),
    ("≥", ">="),
    ("≤", "<="),
    ("=>", "→"),
    ("->", "→"),
    ("⇒", "→"),
    ("e-mail", "email"),
    ("E-mail", "email"),
)
_ID: Final = re.compile(
    r"^(?:[A-Z]{1,6}-[A-Z0-9-]*\d+[a-z]?|[A-Z]{1,4}\d+)\s*(?:\([^)]*\))?\s*[:.-]\s*"
)
_QUESTION: Final = re.compile(
    r"^(?:Q\s*[:.]\s*)?(?P<q>[^?]{5,}\?)\s*(?:→|A:|-|:)*\s*(?:A\s*[:.]\s*)?(?P<a>.*)$"
)
_PATH: Final = re.compile(
    r"\b(?P<method>GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)"
    r"(?:\s+(?:requests?\s+)?(?:to\s+)?|\s*:\s*)(?P<path>/[A-Za-z0-9_\-./{}:?=&]*)"
)
_STATE_NOUN: Final = re.compile(
    r"\b(?:an?|the|their|each|every|any)\s+(?P<state>[A-Za-z]+)"
    r"(?=\s*(?:[.,;:!?)]|$|\b(?:that|with|without|by|of|has|is|or|and|when|which|to|as|once)\b))",
    re.IGNORECASE,
)
_OF: Final = re.compile(
    r"\s+(?:of|for|on|in)\s+(?:an?|the|each|every|all|any|their|his)?\s*(?:\w+\s+)?"
)
_AND: Final = re.compile(r"\s*(?:,|/|,?\s*\b(?:and|or)\b)\s*(?:the\s+)?", re.IGNORECASE)
_BY: Final = re.compile(r"\bby (?:the |an? )?$", re.IGNORECASE)
_LONGEST: Final = 4000
"""Characters; whatever is longer is no sentence, and reading it would take too long."""


@dataclass(frozen=True, slots=True)
class _Spoken:
    """Words that name a field of one or several entities."""

    start: int
    end: int
    called: Called


def plain(text: str) -> str:
    """The text with its typography made plain."""
    for written, wanted in _TYPOGRAPHY:
        text = text.replace(written, wanted)
    return " ".join(text.split())


def prepare(statement: Statement, vocabulary: Vocabulary, dominant: str = "") -> Sentence:
    """The statement as patterns read it. `dominant` is the entity that its feature is about."""
    written = plain(statement.text[:_LONGEST])
    text, about = _question_and_answer(statement.kind, _ID.sub("", written))
    entities = _with_states(text, _entities(text, vocabulary), vocabulary)
    described = vocabulary.statement_fields.get(statement.id)
    context = described[0] if described else _context(statement, about, vocabulary)
    raw = _fields(text, vocabulary)
    resolved = _resolved(text, raw, entities, context or dominant)
    return Sentence(
        statement=statement,
        text=text,
        about=about,
        entities=tuple(m for m in entities if not _covered(m, resolved)),
        fields=resolved,
        named=tuple(_operations(text, vocabulary)),
        context=context,
        subject=described[1] if described else "",
        unsure=tuple(_unsure(text, raw, entities, context or dominant)),
        user=vocabulary.user(),
        asked=_asked(about, vocabulary, context or dominant),
    )


def _resolved(
    text: str, spoken: tuple[_Spoken, ...], entities: tuple[EntityMention, ...], context: str
) -> tuple[FieldMention, ...]:
    """Each field with its entity; `title and body` are fields of one, if either is."""
    free = [each for each in spoken if not _inside(each, entities)]
    owners = [_owner(text, each, entities, context) for each in free]
    for index, each in enumerate(free):
        if owners[index] is None:
            beside = [near for near in (index - 1, index + 1) if 0 <= near < len(free)]
            tied = [owners[near] for near in beside if _tied(text, each, free[near])]
            known = {owner.entity for owner in tied if owner is not None}
            found = [option for entity in known if (option := each.called.by_entity.get(entity))]
            owners[index] = found[0] if len(found) == 1 else None
    return tuple(
        FieldMention(owner.entity, owner.name, each.start, each.end, owner.weak)
        for each, owner in zip(free, owners, strict=True)
        if owner is not None
    )


def _tied(text: str, one: _Spoken, other: _Spoken) -> bool:
    first, second = (one, other) if one.start < other.start else (other, one)
    return _AND.fullmatch(text, first.end, second.start) is not None


def parts(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[Sentence]:
    """What is said of each operation in a list of operations."""
    ends = [each.start for each in sentence.named[1:]] + [len(sentence.text)]
    for mention, end in zip(sentence.named, ends, strict=True):
        text = sentence.text[mention.start : end]
        yield prepare(replace(sentence.statement, text=text), vocabulary, sentence.context)


def _question_and_answer(kind: StatementKind, text: str) -> tuple[str, str]:
    if kind not in {StatementKind.CLARIFICATION, StatementKind.EDGE_CASE}:
        return text, ""
    match = _QUESTION.match(text)
    if match is None:
        return text, ""
    answer = match["a"].strip()
    if answer.startswith("(") and answer.endswith(")"):
        answer = answer[1:-1]
    return answer, match["q"]


def _context(statement: Statement, about: str, vocabulary: Vocabulary) -> str:
    if statement.kind in {StatementKind.MODEL_RULE, StatementKind.FIELD}:
        return _headed(statement, vocabulary) or vocabulary.entity_at(statement.span)
    if statement.kind is StatementKind.KEY_ENTITY:
        return vocabulary.find_entity(plain(statement.text).split(":")[0].split("(")[0])
    asked = _entities(about, vocabulary) if about else ()
    others = [m.entity for m in asked if m.entity != vocabulary.user()]
    return others[0] if others else asked[0].entity if asked else ""


def _headed(statement: Statement, vocabulary: Vocabulary) -> str:
    """The entity that the heading begins with: `Loan States`, whichever was described last."""
    found = _entities(statement.heading, vocabulary) if statement.heading else ()
    return found[0].entity if found and not found[0].start else ""


def _asked(about: str, vocabulary: Vocabulary, context: str) -> tuple[tuple[str, str], ...]:
    entities = _entities(about, vocabulary)
    found = (
        _owner(about, each, entities, context)
        for each in _fields(about, vocabulary)
        if not _inside(each, entities)
    )
    return tuple(dict.fromkeys((each.entity, each.name) for each in found if each is not None))


def _runs(found: tuple[Lexeme, ...], longest: int) -> Iterator[tuple[int, int]]:
    """Runs of words that begin and end with a token, the longest first at each place."""
    for first, lexeme in enumerate(found):
        if not lexeme.opens:
            continue
        for last in range(min(first + longest, len(found)) - 1, first - 1, -1):
            if found[last].closes:
                yield first, last + 1


def _entities(text: str, vocabulary: Vocabulary) -> tuple[EntityMention, ...]:
    found, free = lexemes(text), 0
    mentions: list[EntityMention] = []
    for first, last in _runs(found, vocabulary.longest):
        name = vocabulary.entity_words.get(tuple(each.word for each in found[first:last]))
        if name is not None and first >= free:
            start, end = found[first].start, found[last - 1].end
            mentions.append(EntityMention(name, start, end, found[last - 1].plural))
            free = last
    return tuple(mentions)


def _with_states(
    text: str, entities: tuple[EntityMention, ...], vocabulary: Vocabulary
) -> tuple[EntityMention, ...]:
    """`a draft` is an order, where only orders have that status."""
    found = list(entities)
    for match in _STATE_NOUN.finditer(text):
        state = vocabulary.states.get(singular(match["state"].lower()))
        start, end = match.span("state")
        beside = any(m.start <= end + 1 and start <= m.end for m in entities)
        if state is not None and not beside:
            plural = match["state"].lower() not in vocabulary.states
            found.append(EntityMention(state[0], start, end, plural))
    return tuple(sorted(found, key=lambda each: each.start))


def _fields(text: str, vocabulary: Vocabulary) -> tuple[_Spoken, ...]:
    found, free = lexemes(text), 0
    mentions: list[_Spoken] = []
    for first, last in _runs(found, vocabulary.longest):
        called = vocabulary.field_words.get(tuple(each.word for each in found[first:last]))
        adjacent = mentions and found[first].start - mentions[-1].end <= 1
        if adjacent and called and called.weak:
            continue
        if called and first >= free:
            mentions.append(_Spoken(found[first].start, found[last - 1].end, called))
            free = last
    return tuple(mentions)


def _inside(spoken: _Spoken, entities: tuple[EntityMention, ...]) -> bool:
    """Whether a longer name of an entity holds the words."""
    size = spoken.end - spoken.start
    return any(
        m.start <= spoken.start and spoken.end <= m.end and m.end - m.start > size for m in entities
    )


def _covered(mention: EntityMention, fields: tuple[FieldMention, ...]) -> bool:
    """Whether the words belong to the longer, whole name of another's field: `product_id`."""
    return any(
        each.start <= mention.start
        and mention.end <= each.end
        and each.end - each.start > mention.end - mention.start
        and each.entity != mention.entity
        and not each.weak
        for each in fields
    )


def _owner(
    text: str, spoken: _Spoken, entities: tuple[EntityMention, ...], context: str
) -> FieldName | None:
    """Which entity's field is meant: the one named next to it, else the only one that has it."""
    by_entity = spoken.called.by_entity
    for mention in _nearest(text, spoken, entities):
        if mention.entity in by_entity:
            return by_entity[mention.entity]
    return by_entity.get(context, spoken.called.alone)


def _unsure(
    text: str, spoken: tuple[_Spoken, ...], entities: tuple[EntityMention, ...], context: str
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for each in spoken:
        strong = each.called.entities
        inside = _inside(each, entities)
        if len(strong) > 1 and not inside and _owner(text, each, entities, context) is None:
            yield text[each.start : each.end], strong


def _nearest(
    text: str, spoken: _Spoken, entities: tuple[EntityMention, ...]
) -> Iterator[EntityMention]:
    """`task title`, then `title of the task`, then backwards, then forwards."""
    before = [m for m in reversed(entities) if m.end <= spoken.start]
    after = [m for m in entities if m.start >= spoken.end and not _BY.search(text[: m.start])]
    yield from (m for m in entities if spoken.start <= m.start and m.end < spoken.end)
    yield from (m for m in before if not text[m.end : spoken.start].strip(" '\"s"))
    yield from (m for m in after if _OF.fullmatch(text, spoken.end, m.start))
    yield from before
    yield from after


def _operations(text: str, vocabulary: Vocabulary) -> Iterator[OperationMention]:
    for match in _PATH.finditer(text):
        found = vocabulary.operation(match["method"], match["path"].rstrip(".,:;"))
        if found:
            yield OperationMention(found, match.start(), match.end())
