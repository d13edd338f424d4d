"""What sentences say of whole entities: states, versions, deletion, bounds, derived values."""

from collections.abc import Callable
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding import relations
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft
from backwright.contract.binding.lookups import foreign_key
from backwright.contract.binding.workbench import Workbench, written
from backwright.contract.entities import (
    Auto,
    CountLimit,
    CrossField,
    Derived,
    DerivedKind,
    Transition,
)
from backwright.contract.model import QuestionKind
from backwright.contract.names import identifier
from backwright.read.facts import SentenceFact, SentenceKind, StatementKind
from backwright.shape import ABSENT, Kind, Shape

_NUMBERS: Final = (Kind.INTEGER, Kind.NUMBER, Kind.DECIMAL)
Reader = Callable[[Workbench, EntityDraft, SentenceFact], None]


def settle(work: Workbench) -> None:
    for entity in work.entities.values():
        _stamped(work, entity)
    for kind, read in _READERS.items():
        for fact in work.sentences(kind):
            meant = work.find(fact.entity)
            if meant is not None:
                read(work, meant, fact)
    for entity in work.entities.values():
        _initial_state(work, entity)


def _stamped(work: Workbench, entity: EntityDraft) -> None:
    """Columns that the data model itself calls version or deletion mark."""
    version, deleted = entity.auto(Auto.VERSION), entity.auto(Auto.DELETED)
    if version is not None and version.shape.kind is Kind.INTEGER:
        entity.version = version.name
        version.default = 1 if version.default is ABSENT else version.default
        work.origin(aspects.rule(entity.name, "version"), version.origin)
        work.origin(aspects.constraint(entity.name, version.name, "default"), version.origin)
    if deleted is not None:
        _mark(entity, deleted)
        work.origin(aspects.rule(entity.name, "soft_delete"), deleted.origin)


def _mark(entity: EntityDraft, column: ColumnDraft) -> None:
    entity.soft_delete = column.name
    column.auto = Auto.DELETED
    if column.shape.kind is not Kind.BOOLEAN:
        column.shape = Shape(Kind.DATETIME)
        column.required = False


def _soft(work: Workbench, entity: EntityDraft, fact: SentenceFact) -> None:
    if fact.value == "hard":
        _both(work, entity, fact)
        return
    if not entity.soft_delete:
        name = identifier(fact.fields[0]) if fact.fields else _usual_mark(entity)
        column = entity.columns.get(name)
        if column is None:
            column = ColumnDraft(
                "deleted_at", Shape(Kind.DATETIME), written(fact.statement, fact.span),
                required=False, auto=Auto.DELETED, modelled=False,
            )  # fmt: skip
            entity.columns["deleted_at"] = column
            work.says(aspects.column(entity.name, "deleted_at"), fact)
        _mark(entity, column)
        if column.shape.kind is Kind.BOOLEAN:
            alive = "active" in column.name or "enabled" in column.name
            said = fact.values[0] if fact.values else not alive
            entity.soft_delete_value = bool(said)
            if column.default is ABSENT:
                column.default = not entity.soft_delete_value
                work.says(aspects.constraint(entity.name, column.name, "default"), fact)
    work.says(aspects.rule(entity.name, "soft_delete"), fact)


def _usual_mark(entity: EntityDraft) -> str:
    names = (
        "deleted_at",
        "is_deleted",
        "deleted",
        "is_active",
        "active",
        "archived_at",
        "is_archived",
    )
    return next((each for each in names if each in entity.columns), "deleted_at")


def _both(work: Workbench, entity: EntityDraft, fact: SentenceFact) -> None:
    """Soft and hard deletion are both spoken of."""
    if not entity.soft_delete:
        work.says(aspects.entity(entity.name), fact)
        return
    first = work.origins[aspects.rule(entity.name, "soft_delete")][0]
    spans = [each for each in (first.span, fact.span) if each is not None]
    taken = work.choose(
        "deletion", entity.name, ("soft", "hard"), kind=QuestionKind.CONTRADICTION, spans=spans,
        statements=(fact.statement,),
    )  # fmt: skip
    if taken == "hard":
        entity.columns[entity.soft_delete].auto = Auto.SYSTEM
        entity.soft_delete = ""


def _version(work: Workbench, entity: EntityDraft, fact: SentenceFact) -> None:
    if not entity.version:
        name = identifier(fact.fields[0]) if fact.fields else "version"
        column = entity.columns.get(name)
        if column is None:
            column = ColumnDraft(
                "version", Shape(Kind.INTEGER, minimum=1), written(fact.statement, fact.span),
                required=True, default=1, modelled=False,
            )  # fmt: skip
            entity.columns["version"] = column
            work.says(aspects.column(entity.name, "version"), fact)
        if column.shape.kind is not Kind.INTEGER:
            return
        column.auto = Auto.VERSION
        column.default = 1 if column.default is ABSENT else column.default
        entity.version = column.name
        work.says(aspects.constraint(entity.name, column.name, "default"), fact)
        work.says(aspects.constraint(entity.name, column.name, "range"), fact)
    work.says(aspects.rule(entity.name, "version"), fact)


def _timestamps(work: Workbench, entity: EntityDraft, fact: SentenceFact) -> None:
    aspect = aspects.rule(entity.name, "timestamps")
    for auto, name in ((Auto.CREATED, "created_at"), (Auto.UPDATED, "updated_at")):
        wanted = not fact.fields or any(identifier(each) == name for each in fact.fields)
        column = entity.auto(auto)
        # A row of the data model tells of its own field only.
        whole = work.kind_of(fact.statement) is not StatementKind.FIELD
        if column is None and whole and wanted and (not fact.value or fact.value == auto.value):
            column = ColumnDraft(
                name, Shape(Kind.DATETIME), written(fact.statement, fact.span), required=True,
                auto=auto, modelled=False,
            )  # fmt: skip
            entity.columns[name] = column
        if column is not None:
            work.says(aspects.column(entity.name, column.name), fact)
    if entity.auto(Auto.CREATED) is not None:
        work.says(aspect, fact)


def _transition(work: Workbench, entity: EntityDraft, fact: SentenceFact) -> None:
    if not fact.fields or len(fact.values) < 2:
        return
    column = entity.columns.get(identifier(fact.fields[0]))
    if column is None or not column.shape.values:
        return
    known = {str(each).lower(): str(each) for each in column.shape.values}
    source, target = (known.get(str(each).lower(), "") for each in fact.values[:2])
    move = Transition(column.name, source, target)
    if source and target and move not in entity.transitions:
        entity.transitions.append(move)
    if source and target:
        work.says(aspects.rule(entity.name, "transitions"), fact)


def _initial_state(work: Workbench, entity: EntityDraft) -> None:
    """A status that moves begins where nothing moves to it."""
    for name in dict.fromkeys(each.field for each in entity.transitions):
        column = entity.columns[name]
        targets = {each.target for each in entity.transitions if each.field == name}
        sources = [each.source for each in entity.transitions if each.field == name]
        first = next((each for each in sources if each not in targets), None)
        if column.default is ABSENT and first is not None:
            column.default = first
            for origin in work.origins[aspects.rule(entity.name, "transitions")]:
                work.origin(aspects.constraint(entity.name, name, "default"), origin)


def _cross(work: Workbench, entity: EntityDraft, fact: SentenceFact) -> None:
    names = [identifier(each) for each in fact.fields]
    if len(names) == 2 and all(each in entity.columns for each in names):
        rule = CrossField(names[0], str(fact.value), names[1])
        if rule not in entity.cross_fields:
            entity.cross_fields.append(rule)
        work.says(aspects.rule(entity.name, f"cross_field({names[0]},{names[1]})"), fact)


def _count_limit(work: Workbench, entity: EntityDraft, fact: SentenceFact) -> None:
    """At most so many of this entity in one of another."""
    parent = work.find(fact.scope[0]) if fact.scope else None
    if parent is None or not fact.maximum or not foreign_key(entity, parent.name):
        return
    name = relations.known_or_made(work, parent, entity, written(fact.statement, fact.span))
    if name:
        limit = CountLimit(name, int(fact.maximum))
        if all(each.relation != name for each in parent.count_limits):
            parent.count_limits.append(limit)
        work.says(aspects.rule(parent.name, f"count_limit({name})"), fact)


def _derived(work: Workbench, entity: EntityDraft, fact: SentenceFact) -> None:
    """A sum over children; its name is the computed field that the data model lists."""
    child = work.find(fact.scope[0]) if fact.scope else None
    columns = tuple(identifier(each) for each in fact.fields)
    if child is None or not foreign_key(child, entity.name):
        return
    if fact.value == "sum" and not (columns and all(each in child.columns for each in columns)):
        return
    name = _computed_name(work, entity, fact)
    relation = relations.known_or_made(work, entity, child, written(fact.statement, fact.span))
    if not name or not relation:
        return
    kind = DerivedKind.SUM if fact.value == "sum" else DerivedKind.COUNT
    decimal = any(child.columns[each].shape.kind is Kind.DECIMAL for each in columns)
    shape = Shape(Kind.DECIMAL if decimal else Kind.INTEGER)
    entity.columns.pop(name, None)
    entity.derived[name] = Derived(name, kind, shape, relation, columns)
    work.says(aspects.rule(entity.name, f"derived({name})"), fact)


def _computed_name(work: Workbench, entity: EntityDraft, fact: SentenceFact) -> str:
    listed = [name for owner, name in work.computed if owner == entity.name]
    text = work.text_of(fact)
    named = [each for each in listed if each in text]
    if named or listed:
        return (named or listed)[0]
    shown = [
        identifier(each.name)
        for schema in work.schemas.values()
        if work.entity_of.get(schema.name) == entity.name
        for each in schema.properties
        if each.shape.kind in _NUMBERS
    ]
    return next(
        (
            each
            for each in shown
            if each not in entity.derived
            and ((each not in entity.columns and f"`{each}`" in text) or each in text.split())
        ),
        "",
    )


_READERS: Final[dict[SentenceKind, Reader]] = {
    SentenceKind.SOFT_DELETE: _soft,
    SentenceKind.VERSION: _version,
    SentenceKind.TIMESTAMPS: _timestamps,
    SentenceKind.TRANSITION: _transition,
    SentenceKind.CROSS_FIELD: _cross,
    SentenceKind.COUNT_LIMIT: _count_limit,
    SentenceKind.DERIVED: _derived,
}
