"""Facts of several notations and files put together without losing or doubling a line."""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Final, Protocol, TypeVar

from backwright.read.facts import EntityFact, Facts, IgnoredText, OperationFact
from backwright.source import Span


class _Said(Protocol):
    @property
    def statement(self) -> str: ...


_T = TypeVar("_T", bound=_Said)
_NOTHING: Final = Facts()


def lines_of(span: Span) -> range:
    return range(span.line, span.last_line + 1)


def once(first: Facts, fresh: Facts) -> Facts:
    """Both, where a line that the first has in a statement stays the first's alone."""
    covered = {line for each in first.statements for line in lines_of(each.span)}
    dropped = {
        each.id for each in fresh.statements if any(line in covered for line in lines_of(each.span))
    }
    kept = _without(fresh, dropped)
    covered.update(line for each in kept.statements for line in lines_of(each.span))
    ignored = _uncovered((*first.ignored, *kept.ignored), covered)
    names = {each.id for each in first.statements}
    return replace(replace(first, ignored=()) + _renamed(kept, names), ignored=ignored)


def with_feature(facts: Facts, folder: str) -> Facts:
    statements = tuple(replace(each, feature=folder) for each in facts.statements)
    return replace(facts, statements=statements)


def with_unique_names(facts: Facts, taken: Collection[str]) -> Facts:
    """Statements whose name another file uses already get its file's name in front."""
    return _renamed(facts, taken)


def _without(facts: Facts, dropped: Collection[str]) -> Facts:
    if not dropped:
        return facts
    return replace(
        facts,
        statements=tuple(each for each in facts.statements if each.id not in dropped),
        entities=tuple(
            replace(each, fields=_kept(each.fields, dropped))
            for each in facts.entities
            if each.statement not in dropped or not each.weak
        ),
        clarifications=_kept(facts.clarifications, dropped),
        plan=_kept(facts.plan, dropped),
        directives=_kept(facts.directives, dropped),
    )


def _kept(facts: tuple[_T, ...], dropped: Collection[str]) -> tuple[_T, ...]:
    return tuple(each for each in facts if each.statement not in dropped)


def _uncovered(ignored: tuple[IgnoredText, ...], covered: set[int]) -> tuple[IgnoredText, ...]:
    """Each line set aside once, and never where a statement stands."""
    seen, found = set(covered), []
    for each in ignored:
        start = 0
        for line in range(each.span.line, each.span.last_line + 2):
            free = line <= each.span.last_line and line not in seen
            if free and not start:
                start = line
            elif not free and start:
                end = line - 1 if line - 1 > start else 0
                found.append(replace(each, span=replace(each.span, line=start, end_line=end)))
                start = 0
            if free:
                seen.add(line)
    return tuple(found)


def _renamed(facts: Facts, taken: Collection[str]) -> Facts:
    names = set(taken)
    new: dict[str, str] = {}
    for each in facts.statements:
        name, number = each.id, 2
        if name in names:
            stem = each.span.file.rsplit("/", 1)[-1].rsplit(".", 1)[0]
            name = each.id if each.id.startswith(each.span.file) else f"{stem}:{each.id}"
            base = name
            while name in names:
                name, number = f"{base}#{number}", number + 1
            new[each.id] = name
        names.add(name)
    return facts if not new else _with_names(facts, lambda name: new.get(name, name))


def _with_names(facts: Facts, rename: Callable[[str], str]) -> Facts:
    def entity(each: EntityFact) -> EntityFact:
        fields = tuple(replace(f, statement=rename(f.statement)) for f in each.fields)
        return replace(each, statement=rename(each.statement), fields=fields)

    def operation(each: OperationFact) -> OperationFact:
        return replace(
            each,
            statement=rename(each.statement),
            parameters=tuple(replace(p, statement=rename(p.statement)) for p in each.parameters),
            responses=tuple(replace(r, statement=rename(r.statement)) for r in each.responses),
        )

    return replace(
        facts,
        statements=tuple(replace(each, id=rename(each.id)) for each in facts.statements),
        entities=tuple(map(entity, facts.entities)),
        operations=tuple(map(operation, facts.operations)),
        clarifications=tuple(
            replace(each, statement=rename(each.statement)) for each in facts.clarifications
        ),
        plan=tuple(replace(each, statement=rename(each.statement)) for each in facts.plan),
        directives=tuple(
            replace(each, statement=rename(each.statement)) for each in facts.directives
        ),
    )
