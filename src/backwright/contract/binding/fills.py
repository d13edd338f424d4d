"""An entity's row, as one schema shows it."""

from dataclasses import replace
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding import named_rows, relations
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft
from backwright.contract.binding.inputs import add_column, amend
from backwright.contract.binding.matching import entity_of_name
from backwright.contract.binding.resources import is_key_name
from backwright.contract.binding.workbench import Workbench, written
from backwright.contract.entities import Auto, Derived, DerivedKind
from backwright.contract.names import identifier, snake
from backwright.contract.operations import Fill, Purpose, Source, View
from backwright.shape import ABSENT, Kind, Property, Schema

_EXACT: Final = (Kind.UUID, Kind.DATETIME, Kind.DATE, Kind.TIME, Kind.DECIMAL)
_NUMBERS: Final = (Kind.INTEGER, Kind.NUMBER, Kind.DECIMAL)


def row(work: Workbench, name: str, entity_name: str) -> str:
    """Record the view; why it cannot be filled, empty if it can."""
    known = work.views.get(name)
    if known is not None:
        return "" if known.entity == entity_name else f"{name} shows {known.entity} elsewhere"
    if name in work.unfillable:
        return work.unfillable[name]
    schema, entity = work.schemas.get(name), work.entities.get(entity_name)
    if schema is None or entity is None:
        return f"{name} is not described"
    work.views[name] = View(name, entity_name, ())
    found: list[Fill] = []
    for each in schema.properties:
        fill, why = _fill(work, entity, schema, each)
        if fill is None:
            del work.views[name]
            work.unfillable[name] = why
            return why
        found.append(fill)
    work.views[name] = View(name, entity_name, tuple(found))
    return ""


def _fill(
    work: Workbench, entity: EntityDraft, schema: Schema, own: Property
) -> tuple[Fill | None, str]:
    name = identifier(own.name)
    column = entity.columns.get(name) or (entity.key if is_key_name(entity, own.name) else None)
    if column is not None and column.auto is Auto.PASSWORD_HASH:
        return None, f"{own.name} would show a secret"
    if column is not None and not _nests(work, own):
        _soften(work, schema, own, column)
        return Fill(own.name, Source.COLUMN, column.name), ""
    if name in entity.derived:
        return Fill(own.name, Source.DERIVED, name), ""
    nested, why = _nested(work, entity, own)
    if nested is not None or why:
        return nested, why
    return _elsewhere(work, entity, own)


def _elsewhere(work: Workbench, entity: EntityDraft, own: Property) -> tuple[Fill | None, str]:
    name, told = identifier(own.name), said(own)
    if told is not None:
        return told, ""
    computed = _counted(work, entity, own) or _through(work, entity, own)
    if computed is not None:
        return computed, ""
    renamed = entity.columns.get(f"is_{name}") or entity.columns.get(name.removeprefix("is_"))
    if renamed is not None and own.shape.kind is Kind.BOOLEAN is renamed.shape.kind:
        return Fill(own.name, Source.COLUMN, renamed.name), ""
    return _union(work, entity, own)


def said(own: Property) -> Fill | None:
    """What an answer says of itself: a message, as the author's example words it; success."""
    name = identifier(own.name)
    if name in ("message", "detail", "msg") and own.shape.kind is Kind.STRING:
        worded = own.example is not ABSENT and isinstance(own.example, str)
        return Fill(own.name, Source.CONSTANT, value=own.example if worded else "Done")
    if name == "success" and own.shape.kind is Kind.BOOLEAN:
        return Fill(own.name, Source.CONSTANT, value=True)
    return None


def _nests(work: Workbench, own: Property) -> bool:
    """An object or list of objects that are entities of their own."""
    inner = own.shape.items if own.shape.kind is Kind.ARRAY else own.shape
    return (
        inner is not None
        and inner.kind is Kind.OBJECT
        and entity_of_name(work, inner.ref) is not None
    )


def _soften(work: Workbench, schema: Schema, own: Property, column: ColumnDraft) -> None:
    """A string that the column knows to be a UUID or a time is shown as one."""
    if own.shape.kind is Kind.STRING and column.shape.kind in _EXACT and not own.shape.values:
        shape = replace(column.shape, nullable=own.shape.nullable)
        amend(work, schema.name, own.name, shape)
    elif not column.modelled and column.shape.kind in (Kind.ANY, Kind.STRING):
        column.shape = (
            replace(own.shape, nullable=False) if own.shape.kind in _EXACT else column.shape
        )


def _nested(work: Workbench, entity: EntityDraft, own: Property) -> tuple[Fill | None, str]:
    shape = own.shape
    many = shape.kind is Kind.ARRAY
    inner = shape.items if many else shape
    if inner is None or inner.kind is not Kind.OBJECT:
        return _names_of_linked(work, entity, own), ""
    other = entity_of_name(work, inner.ref)
    if other is None or (other is entity and not many):
        child, _ = relations.children_named(work, entity, own.name)
        other = work.entities.get(child) if many else work.find(own.name)
    if other is None:
        return None, ""
    origin = written("", own.span)
    relate = relations.many if many else relations.single
    name = relate(work, entity, other.name, own.name, origin)
    if not name:
        return None, ""
    why = row(work, inner.ref, other.name)
    return (None, why) if why else (Fill(own.name, Source.RELATION, name), "")


def _names_of_linked(work: Workbench, entity: EntityDraft, own: Property) -> Fill | None:
    """`tag_ids` or `tags` as texts, beside a many-to-many relation."""
    name = snake(own.name)
    told = named_rows.shown(work, entity, own)
    if told:
        return Fill(own.name, Source.RELATION, told)
    if own.shape.kind is not Kind.ARRAY or not name.endswith("_ids"):
        return None
    target = work.find(name.removesuffix("_ids"))
    if target is None or identifier(own.name) in entity.columns:
        return None
    relation = relations.many(work, entity, target.name, target.table, written("", own.span))
    return Fill(own.name, Source.RELATION, f"{relation}.{target.key.name}") if relation else None


def _counted(work: Workbench, entity: EntityDraft, own: Property) -> Fill | None:
    """`line_count`, `total_items`: how many rows a relation holds."""
    name = snake(own.name)
    if own.shape.kind is not Kind.INTEGER:
        return None
    base = (
        name.removesuffix("_count")
        .removeprefix("total_")
        .removeprefix("num_")
        .removesuffix("_total")
    )
    if base == name:
        return None
    other, relation = relations.children_named(work, entity, base)
    if not other:
        return None
    origin = written("", own.span)
    made = relations.many(work, entity, other, relation, origin)
    if not made:
        return None
    derived = identifier(own.name)
    entity.derived[derived] = Derived(derived, DerivedKind.COUNT, own.shape, relation=made)
    work.origin(aspects.rule(entity.name, f"derived({derived})"), origin)
    return Fill(own.name, Source.DERIVED, derived)


def _through(work: Workbench, entity: EntityDraft, own: Property) -> Fill | None:
    """`category_name` of a row that refers to a category."""
    name = snake(own.name)
    for column in entity.columns.values():
        base = column.name.removesuffix("_id")
        if not column.references or not name.startswith(f"{base}_") or base == column.name:
            continue
        other = work.entities[column.references]
        wanted = other.columns.get(identifier(name.removeprefix(f"{base}_")))
        if wanted is None or wanted.write_only:
            continue
        relation = relations.single(work, entity, other.name, base, written("", own.span))
        if relation:
            return Fill(own.name, Source.RELATION, f"{relation}.{wanted.name}")
    return None


def _union(work: Workbench, entity: EntityDraft, own: Property) -> tuple[Fill | None, str]:
    """A value that only the answer names: a column that starts empty, or at nothing."""
    if not identifier(own.name):
        return None, f"{own.name!r} cannot be named"
    computed = work.computed.get((entity.name, identifier(own.name)))
    if computed is not None:
        return None, f"{own.name} is computed: {computed.derived}"
    inner = own.shape.items if own.shape.kind is Kind.ARRAY else own.shape
    nested = inner is not None and inner.kind is Kind.OBJECT
    open_ = not own.required or own.shape.nullable or own.default is not ABSENT
    timed = own.shape.kind is Kind.DATETIME
    countable = own.shape.kind in (*_NUMBERS, Kind.BOOLEAN)
    made_here = any(
        each.entity == entity.name and each.purpose in (Purpose.CREATE, Purpose.REGISTER)
        for each in work.operations
    )
    if made_here and nested and own.required and not own.shape.nullable:
        return None, f"nothing says where {own.name} comes from"
    column = None
    if not made_here and own.required and not own.shape.nullable:
        column = add_column(work, entity, own, written("", own.span))
        column.required = True
    elif open_ or countable or (timed and identifier(own.name) in ("created_at", "updated_at")):
        column = add_column(work, entity, own, written("", own.span))
        column.required = None if not open_ else own.default is not ABSENT
    if column is None:
        return None, f"nothing says where {own.name} comes from"
    return Fill(own.name, Source.COLUMN, column.name), ""
