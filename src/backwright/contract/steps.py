"""Scenarios and edge cases → the operations and refusals that they speak of.

Nothing is built for them: they are linked to what other statements asked for already.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from backwright.read.facts import Facts, SentenceFact, SentenceKind
from backwright.read.sentences.vocabulary import Vocabulary, vocabulary

Links = Mapping[str, tuple[str, ...]]


def links(facts: Facts, known: Links, built: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Statement → aspects, for the steps of these facts. `known` are the links of the others."""
    finder = _Finder(vocabulary(facts), known, tuple(sorted(set(built))))
    finder.learn(facts)
    found: dict[str, dict[str, None]] = {}
    for fact in facts.sentences:
        if fact.kind is SentenceKind.STEP:
            aspects = finder.aspects(fact)
            found.setdefault(fact.statement, {}).update(dict.fromkeys(aspects))
    return {name: tuple(aspects) for name, aspects in found.items() if aspects}


@dataclass(slots=True)
class _Finder:
    vocabulary: Vocabulary
    known: Links
    built: tuple[str, ...]
    by_place: dict[str, str] = field(default_factory=dict)
    """`METHOD /path` → `operation/<id>`."""
    by_deed: dict[tuple[str, str], dict[str, None]] = field(default_factory=dict)
    """(verb, entity) → `operation/<id>`."""

    def learn(self, facts: Facts) -> None:
        for operation in facts.operations:
            for aspect in self._operations(operation.statement)[:1]:
                self.by_place[f"{operation.method} {operation.path}"] = aspect
        for fact in facts.sentences:
            named = self._operations(fact.statement)
            if fact.kind is SentenceKind.CAPABILITY and len(named) == 1:
                self.by_deed.setdefault((fact.verb, fact.entity), {})[named[0]] = None

    def aspects(self, step: SentenceFact) -> tuple[str, ...]:
        """What the step wants to see: the success, or the refusal, of its operation."""
        ending = _ending(step.status)
        wanted = tuple(f"{each}/{ending}" for each in self._meant(step))
        if wanted or step.status < 400 or step.verb:
            return wanted
        return tuple(each for each in self.built if f"/refusal/{step.status}/" in each)

    def _meant(self, step: SentenceFact) -> list[str]:
        places = step.operations or self.vocabulary.operations_of(step.entity, step.verb)
        named = [self.by_place[each] for each in places if each in self.by_place]
        return named or list(self.by_deed.get((step.verb, step.entity), {}))

    def _operations(self, statement: str) -> list[str]:
        """The operations among the aspects that a statement asks for."""
        heads = (each.split("/") for each in self.known.get(statement, ()))
        found = ("/".join(parts[:2]) for parts in heads if parts[0] == "operation")
        return list(dict.fromkeys(found))


def _ending(status: int) -> str:
    if status >= 400:
        return f"refusal/{status}"
    return f"success/{status}" if status else "success"
