"""Values that are computed when they are read, in the words of the data model."""

import re
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding import relations
from backwright.contract.binding.drafts import EntityDraft
from backwright.contract.binding.lookups import foreign_key
from backwright.contract.binding.workbench import Workbench, written
from backwright.contract.entities import Derived, DerivedKind
from backwright.contract.model import Origin
from backwright.contract.names import identifier, singular, words
from backwright.read.facts import StatementKind
from backwright.shape import Kind, Shape

_NAMED: Final = (
    re.compile(r"(?:derived|computed|calculated)\W+`?(?P<name>\w+)`?\W+(?P<how>.+)", re.IGNORECASE),
    re.compile(
        r"^\W*`?(?P<entity>\w+)\.(?P<name>\w+)`?\s*(?::|=|is\b|\W-)\W*"
        r"(?P<how>(?:the )?(?:sum|total|number|count)\b.+)",
        re.IGNORECASE,
    ),
)
_COUNT: Final = re.compile(r"\b(?:number|count|how many)\b", re.IGNORECASE)
_SUM: Final = re.compile(r"\b(?:sum|total)\b", re.IGNORECASE)
_NUMBERS: Final = (Kind.INTEGER, Kind.NUMBER, Kind.DECIMAL)


def settle(work: Workbench) -> None:
    for (owner, name), fact in sorted(work.computed.items()):
        entity = work.entities.get(owner)
        if entity is not None:
            origin = written(fact.statement, fact.span)
            _derive(work, entity, name, f"{fact.derived} {fact.description}", origin)
    for statement in work.facts.statements:
        if statement.kind is not StatementKind.MODEL_RULE:
            continue
        match = next((found for each in _NAMED if (found := each.search(statement.text))), None)
        if match is None:
            continue
        name, of = identifier(match["name"]), work.find(match.groupdict().get("entity") or "")
        for entity in work.entities.values() if of is None else (of,):
            if name in _shown(work, entity) and name not in entity.derived:
                _derive(work, entity, name, match["how"], written(statement.id, statement.span))


def _shown(work: Workbench, entity: EntityDraft) -> set[str]:
    return {
        identifier(each.name)
        for schema in work.schemas.values()
        if work.entity_of.get(schema.name) == entity.name
        for each in schema.properties
    }


def _derive(work: Workbench, entity: EntityDraft, name: str, how: str, origin: Origin) -> None:
    said = [singular(each) for each in words(how)]
    for child in work.entities.values():
        if not foreign_key(child, entity.name) or child is entity:
            continue
        own = singular(words(child.name)[-1])
        if own not in said and singular(words(child.table)[-1]) not in said:
            continue
        columns = _columns(child, said)
        if columns and _SUM.search(how):
            _record(
                work,
                entity,
                child,
                Derived(name, DerivedKind.SUM, _shape(child, columns), columns=columns),
                origin,
            )
            return
        if _COUNT.search(how):
            _record(
                work, entity, child, Derived(name, DerivedKind.COUNT, Shape(Kind.INTEGER)), origin
            )
            return


def _columns(child: EntityDraft, said: list[str]) -> tuple[str, ...]:
    """Numbers whose words are all said, units of money left aside."""
    found = []
    for column in child.columns.values():
        own = [singular(each) for each in words(column.name) if each not in ("cents", "amount")]
        if column.shape.kind in _NUMBERS and own and all(each in said for each in own):
            found.append(column.name)
    return tuple(found)


def _shape(child: EntityDraft, columns: tuple[str, ...]) -> Shape:
    kinds = {child.columns[each].shape.kind for each in columns}
    for kind in (Kind.DECIMAL, Kind.NUMBER):
        if kind in kinds:
            return Shape(kind)
    return Shape(Kind.INTEGER)


def _record(
    work: Workbench, entity: EntityDraft, child: EntityDraft, made: Derived, origin: Origin
) -> None:
    relation = relations.known_or_made(work, entity, child, origin)
    if not relation:
        return
    entity.columns.pop(made.name, None)
    for aspect in [
        a for a in work.origins if aspects.covers(a, aspects.column(entity.name, made.name))
    ]:
        del work.origins[aspect]
    entity.derived[made.name] = Derived(made.name, made.kind, made.shape, relation, made.columns)
    work.origin(aspects.rule(entity.name, f"derived({made.name})"), origin)
