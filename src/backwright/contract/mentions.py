"""Statements that ask for nothing new → the parts of the contract that they speak of.

Scenarios and edge cases mean operations and refusals, key entities mean entities, and sentences
such as `the note is optional` mean columns. Nothing is built for them: they are linked to what
other statements asked for already.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from backwright.read.facts import Facts, SentenceFact, SentenceKind, Statement, StatementKind
from backwright.read.sentences.terms import key
from backwright.read.sentences.vocabulary import Vocabulary, vocabulary

Links = Mapping[str, tuple[str, ...]]

_OF_COLUMNS: Final = frozenset(
    {SentenceKind.OPTIONAL, SentenceKind.PERSISTENCE, SentenceKind.CONCEAL, SentenceKind.ATTRIBUTES}
)
_SUCCESSES: Final = frozenset({"", "success", "created", "updated", "deleted"})


def links(facts: Facts, known: Links, built: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Statement → aspects. `known` are the links of the others, `built` is what code carries."""
    finder = _finder(facts, known, built)
    found: dict[str, dict[str, None]] = {}
    for fact in facts.sentences:
        aspects = finder.of_fact(fact)
        found.setdefault(fact.statement, {}).update(dict.fromkeys(aspects))
    for statement in facts.statements:
        if statement.kind is StatementKind.KEY_ENTITY:
            aspects = finder.of_entity(_head(statement))
            found.setdefault(statement.id, {}).update(dict.fromkeys(aspects))
    return {name: tuple(aspects) for name, aspects in found.items() if aspects}


@dataclass(frozen=True, slots=True)
class _Finder:
    vocabulary: Vocabulary
    built: tuple[str, ...]
    entities: Mapping[str, str]
    """Key of a name → `entity/<Name>`."""
    columns: Mapping[tuple[str, str], str]
    """Keys of entity and field → `entity/<Name>/field/<name>`."""
    by_place: Mapping[str, str] = field(default_factory=dict)
    """`METHOD /path` → `operation/<id>`."""
    by_deed: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    """(verb, entity) → `operation/<id>`."""

    def of_fact(self, fact: SentenceFact) -> tuple[str, ...]:
        if fact.kind is SentenceKind.STEP:
            return self._step(fact)
        if fact.kind in _OF_COLUMNS and fact.entity:
            owner = key(fact.entity)
            named = (self.columns.get((owner, key(each)), "") for each in fact.fields)
            return tuple(each for each in named if each) or self.of_entity(fact.entity)
        return ()

    def of_entity(self, name: str) -> tuple[str, ...]:
        found = self.entities.get(key(name), "")
        return (found,) if found else ()

    def _step(self, step: SentenceFact) -> tuple[str, ...]:
        """What a step wants to see: the success, or the refusal, of its operation."""
        places = step.operations or self.vocabulary.operations_of(step.entity, step.verb)
        named = [self.by_place[each] for each in places if each in self.by_place]
        meant = named or self.by_deed.get((step.verb, step.entity), ())
        if step.status >= 400 and not meant and not step.verb:
            return tuple(each for each in self.built if f"/refusal/{step.status}/" in each)
        if step.status or step.value in _SUCCESSES:
            return tuple(f"{each}/{_ending(step.status)}" for each in meant)
        refused = tuple(f"{each}/refusal/" for each in meant)
        return tuple(
            each
            for each in self.built
            if each.startswith(refused) and each.rsplit("/", 1)[-1] == step.value
        )


def _finder(facts: Facts, known: Links, built: Iterable[str]) -> _Finder:
    parts = sorted({tuple(each.split("/")) for each in built})
    entities = {key(each[1]): "/".join(each[:2]) for each in parts if _names(each, "entity", 2)}
    columns = {
        (key(each[1]), key(each[3])): "/".join(each[:4])
        for each in parts
        if _names(each, "entity", 4) and each[2] == "field"
    }
    return _Finder(
        vocabulary=vocabulary(facts),
        built=tuple("/".join(each) for each in parts),
        entities=entities,
        columns=columns,
        by_place=dict(_places(facts, known)),
        by_deed=_deeds(facts, known),
    )


def _names(parts: tuple[str, ...], what: str, count: int) -> bool:
    return parts[0] == what and len(parts) >= count


def _places(facts: Facts, known: Links) -> Iterator[tuple[str, str]]:
    for operation in facts.operations:
        for aspect in _operations(operation.statement, known)[:1]:
            yield f"{operation.method} {operation.path}", aspect


def _deeds(facts: Facts, known: Links) -> dict[tuple[str, str], tuple[str, ...]]:
    """From sentences that ask for exactly one operation."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for fact in facts.sentences:
        named = _operations(fact.statement, known)
        if fact.kind is SentenceKind.CAPABILITY and len(named) == 1:
            found.setdefault((fact.verb, fact.entity), {})[named[0]] = None
    return {deed: tuple(named) for deed, named in found.items()}


def _operations(statement: str, known: Links) -> list[str]:
    """The operations among the aspects that a statement asks for."""
    heads = (each.split("/") for each in known.get(statement, ()))
    found = ("/".join(parts[:2]) for parts in heads if parts[0] == "operation")
    return list(dict.fromkeys(found))


def _head(statement: Statement) -> str:
    """`Order line (order_lines): what a customer wants` is about an order line."""
    return statement.text.replace("*", "").split(":")[0].split("(")[0]


def _ending(status: int) -> str:
    if status >= 400:
        return f"refusal/{status}"
    return f"success/{status}" if status else "success"
