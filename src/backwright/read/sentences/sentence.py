"""One sentence, prepared once: its text, and where it speaks of entities, fields, operations."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind, Statement, StatementKind
from backwright.read.sentences.vocabulary import Vocabulary
from backwright.shape import Literal, Scalar

_NEGATION: Final = re.compile(
    r"\b(?:must not|shall not|should not|may not|cannot|can not|can't|mustn't|never|not|no|without|"
    r"nor|neither|prevent\w*|forbid\w*|prohibit\w*|disallow\w*|block\w*|reject\w*|refus\w*|"
    r"out of scope|instead of|rather than|not required|unnecessary)\b",
    re.IGNORECASE,
)
_TIE: Final = re.compile(
    r"\s*(?:,|,?\s*\b(?:and|or)\b)\s*(?:(?:every|each|all|their|the|an?)\s+)?", re.IGNORECASE
)
_CLAUSE: Final = re.compile(r"[;.!?]\s|\s-\s|,\s+(?:but|rejecting|returning|making|while)\b")


@dataclass(frozen=True, slots=True)
class EntityMention:
    entity: str
    start: int
    end: int
    plural: bool


@dataclass(frozen=True, slots=True)
class FieldMention:
    entity: str
    """Empty if several entities have the field and nothing tells which is meant."""
    field: str
    start: int
    end: int
    weak: bool
    """The words are less than the name: `price` for `unit_price`."""

    @property
    def loose(self) -> bool:
        """`user` for `user_id`, `active` for `is_active`: words that mostly mean something else."""
        name = self.field.lower()
        return self.weak and (name.endswith("id") or name.startswith(("is", "has", "can")))


@dataclass(frozen=True, slots=True)
class OperationMention:
    operation: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    statement: Statement
    text: str
    """Typography made plain, its id left out; of a question with an answer: the answer."""
    about: str
    """The question that the text answers, or empty."""
    entities: tuple[EntityMention, ...]
    fields: tuple[FieldMention, ...]
    named: tuple[OperationMention, ...]
    """The operations of the vocabulary that it names by method and path."""
    context: str
    """The entity in whose description it stands, or which the question names."""
    subject: str
    """Of a row of the data model: the field that the row describes."""
    unsure: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Words that name a field of several entities, with these."""
    user: str = ""
    """The entity that signs in, whom a sentence often names without being about it."""
    asked: tuple[tuple[str, str], ...] = ()
    """The fields, with their entities, that the question names."""

    def says(  # noqa: PLR0913  one parameter for each attribute of the fact
        self,
        kind: SentenceKind,
        *,
        entity: str = "",
        fields: tuple[str, ...] = (),
        scope: tuple[str, ...] = (),
        verb: str = "",
        operations: tuple[str, ...] = (),
        role: str = "",
        status: int = 0,
        minimum: float | int | None = None,
        maximum: float | int | None = None,
        seconds: int = 0,
        value: Literal = "",
        values: tuple[Scalar, ...] = (),
    ) -> SentenceFact:
        return SentenceFact(
            kind=kind,
            statement=self.statement.id,
            span=self.statement.span,
            pattern="",
            entity=entity,
            fields=fields,
            scope=scope,
            verb=verb,
            operations=operations,
            role=role,
            status=status,
            minimum=minimum,
            maximum=maximum,
            seconds=seconds,
            value=value,
            values=values,
        )

    @property
    def operations(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(each.operation for each in self.named))

    def find(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        return pattern.search(self.text)

    def negated(self, position: int) -> bool:
        """Whether a negation stands before the position in the same clause."""
        begin = 0
        for each in _CLAUSE.finditer(self.text, 0, position):
            begin = each.end()
        return _NEGATION.search(self.text, begin, position) is not None

    def clause(self, position: int) -> tuple[int, int]:
        begin, end = 0, len(self.text)
        for each in _CLAUSE.finditer(self.text):
            if each.end() <= position:
                begin = each.end()
            elif each.start() >= position:
                end = each.start()
                break
        return begin, end

    def entity_after(self, position: int, within: int = 80) -> EntityMention | None:
        return next((m for m in self.entities if position <= m.start <= position + within), None)

    def entity_before(self, position: int) -> EntityMention | None:
        return next((m for m in reversed(self.entities) if m.end <= position), None)

    def main(self) -> str:
        """The entity it is about: the first one that it names, else that of its surroundings."""
        others = [m.entity for m in self.entities if m.entity != self.user]
        if not others and self.context:
            return self.context
        return others[0] if others else self.entities[0].entity if self.entities else ""

    def fields_between(self, start: int, end: int) -> tuple[FieldMention, ...]:
        return tuple(m for m in self.fields if start <= m.start and m.end <= end)

    def fields_of(self, entity: str, start: int = 0, end: int | None = None) -> tuple[str, ...]:
        """Fields of one entity that it names, in order, once each."""
        stop = len(self.text) if end is None else end
        found = (
            m.field for m in self.fields_between(start, stop) if m.entity == entity and not m.loose
        )
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Pattern:
    """One line of the visible table."""

    name: str
    kinds: frozenset[StatementKind]
    """The statements that it reads."""
    read: Callable[[Sentence, Vocabulary], Iterator[SentenceFact]]


def joined(sentence: Sentence, named: Sequence[EntityMention]) -> tuple[EntityMention, ...]:
    """The mentions and those that a bare `and` or comma ties to them: `tasks and labels`."""
    found = list(named)
    for _ in sentence.entities:
        more = [
            each
            for each in sentence.entities
            if each not in found and any(_tied(sentence.text, each, other) for other in found)
        ]
        found += more
        if not more:
            break
    return tuple(found)


def _tied(text: str, one: EntityMention, other: EntityMention) -> bool:
    first, second = (one, other) if one.start < other.start else (other, one)
    return _TIE.fullmatch(text, first.end, second.start) is not None
