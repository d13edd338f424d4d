"""Rows that belong together: which relation leads from one entity to another."""

from backwright.contract import aspects
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft
from backwright.contract.binding.lookups import foreign_key, link_between
from backwright.contract.binding.workbench import Workbench
from backwright.contract.entities import Auto, Relation
from backwright.contract.model import Origin
from backwright.contract.names import identifier, key, snake
from backwright.shape import Kind


def many(work: Workbench, entity: EntityDraft, other: str, name: str, origin: Origin) -> str:
    """The relation from an entity to its children, or over a link; its name, or empty."""
    child = work.entities[other]
    column = foreign_key(child, entity.name)
    wanted = identifier(name)
    if wanted in entity.columns and not _gives_way(work, entity, wanted):
        return ""
    known = entity.relations.get(wanted)
    if known is not None:
        return wanted if known.entity == other and known.many else ""
    if column:
        created = child.auto(Auto.CREATED)
        order = (created.name, child.key.name) if created is not None else ()
        cascade = _cascades(child.columns[column], entity, child)
        relation = Relation(wanted, other, True, column, order_by=order, cascade=cascade)
    else:
        between = link_between(work, entity.name, other)
        if between is None:
            return ""
        column = foreign_key(between, entity.name)
        relation = Relation(wanted, other, True, column, link=between.name)
    entity.relations[wanted] = relation
    work.origin(aspects.rule(entity.name, f"relation({wanted})"), origin)
    return wanted


def _gives_way(work: Workbench, entity: EntityDraft, name: str) -> bool:
    """A data model that lists `questions` among the fields means the rows."""
    column = entity.columns[name]
    if column.shape.kind not in (Kind.ANY, Kind.ARRAY, Kind.MAP, Kind.STRING) or column.references:
        return False
    del entity.columns[name]
    aspect = aspects.column(entity.name, name)
    moved = [
        each
        for known in work.origins
        if aspects.covers(known, aspect)
        for each in work.origins[known]
    ]
    for known in [each for each in work.origins if aspects.covers(each, aspect)]:
        del work.origins[known]
    for origin in moved:
        work.origin(aspects.rule(entity.name, f"relation({name})"), origin)
    return True


def _cascades(column: ColumnDraft, entity: EntityDraft, child: EntityDraft) -> bool:
    """Rows that are only marked as deleted take nothing along."""
    part = child.owner.parent == entity.name and not entity.soft_delete
    return column.on_delete == "cascade" or part


def single(work: Workbench, entity: EntityDraft, other: str, name: str, origin: Origin) -> str:
    """The relation from an entity to the row that one of its columns refers to."""
    wanted = identifier(name)
    column = _column(entity, other, wanted)
    if not column or wanted in entity.columns:
        return ""
    known = entity.relations.get(wanted)
    if known is None:
        entity.relations[wanted] = Relation(wanted, other, False, column)
        work.origin(aspects.rule(entity.name, f"relation({wanted})"), origin)
    elif known.entity != other or known.many:
        return ""
    return wanted


def _column(entity: EntityDraft, other: str, name: str) -> str:
    named = entity.columns.get(f"{name}_id")
    if named is not None and named.references == other:
        return named.name
    return foreign_key(entity, other)


def children_named(work: Workbench, entity: EntityDraft, name: str) -> tuple[str, str]:
    """`item` or `items` → the child entity that it means, and the relation's name."""
    for child in work.entities.values():
        if not foreign_key(child, entity.name):
            continue
        full = key(child.name)
        short = full.removeprefix(key(entity.name))
        if key(name) in (full, short) or (short == "" and key(name) == "child"):
            return child.name, _plural_name(child, entity)
    target = work.find(name)
    if target is not None and link_between(work, entity.name, target.name) is not None:
        return target.name, target.table
    return "", ""


def _plural_name(child: EntityDraft, entity: EntityDraft) -> str:
    own = f"{snake(entity.name)}_"
    return child.table.removeprefix(own) or child.table


def known_or_made(work: Workbench, entity: EntityDraft, child: EntityDraft, origin: Origin) -> str:
    """The relation to the children under whatever name; made if there is none."""
    for relation in entity.relations.values():
        if relation.entity == child.name and relation.many:
            return relation.name
    return many(work, entity, child.name, _shown_name(work, entity, child), origin)


def _shown_name(work: Workbench, entity: EntityDraft, child: EntityDraft) -> str:
    """As an answer names the children, so that the two are one relation."""
    for schema in work.schemas.values():
        if work.entity_of.get(schema.name) != entity.name:
            continue
        for own in schema.properties:
            items = own.shape.items
            if items is not None and items.ref and work.entity_of.get(items.ref) == child.name:
                return own.name
    return _plural_name(child, entity)
