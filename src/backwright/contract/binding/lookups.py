"""The rows that a path names, each found inside the one before."""

from typing import Final

from backwright.contract import aspects
from backwright.contract.binding import distinct_rows, owners
from backwright.contract.binding.columns import plain
from backwright.contract.binding.distinct_rows import Uses
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft, OperationDraft
from backwright.contract.binding.matching import entity_of_segment
from backwright.contract.binding.resources import is_key_name
from backwright.contract.binding.survey import limits
from backwright.contract.binding.workbench import Workbench, written
from backwright.contract.entities import Ownership
from backwright.contract.names import identifier, snake
from backwright.contract.operations import Lookup, ParameterUse
from backwright.read.facts import ParameterPlace
from backwright.shape import Kind

_USER: Final = frozenset(("user_id", "userid", "user"))


def find(work: Workbench, draft: OperationDraft) -> Uses:
    """Fill in the lookups; what each parameter of the path is for, with its columns."""
    uses: Uses = {}
    parent = before = ""
    for segment in draft.segments:
        wire = _wire(segment)
        if not wire:
            entity = entity_of_segment(work, segment, parent)
            before = (
                entity.name if entity is not None else (parent if _last(draft, segment) else "")
            )
            parent = entity.name if entity is not None else parent
            continue
        use, columns, found = _parameter(work, draft, wire, before or parent)
        uses[wire] = use, columns
        parent = found or parent
        before = ""
    if not any(each.entity == draft.entity for each in draft.lookups):
        _by_query(work, draft, uses)
    if not any(each.entity == draft.entity for each in draft.lookups):
        _singleton(work, draft)
    distinct_rows.narrow(work, draft, uses)
    return uses


def _by_query(work: Workbench, draft: OperationDraft, uses: Uses) -> None:
    """`GET /orders/track?order_id=&phone=`: one row, by what only one has; the rest must fit."""
    target = work.entities.get(draft.entity)
    asked = [
        each.property.name
        for each in draft.fact.parameters
        if each.place is ParameterPlace.QUERY and each.property.required
    ]
    if target is None or draft.rows or draft.method != "GET" or not draft.row_schema or not asked:
        return
    held = {wire: target.columns.get(identifier(wire)) for wire in asked}
    key = next((w for w, c in held.items() if c is not None and (c.unique or c.primary)), "")
    column = held.get(key)
    if column is None or any(each is None for each in held.values()):
        return
    draft.lookups.append(Lookup(identifier(key), target.name, column.name))
    for wire, each in held.items():
        use = ParameterUse.KEY if wire == key else ParameterUse.FILTER
        uses[wire] = use, (each.name,) if each is not None and wire != key else ()


def _wire(segment: str) -> str:
    """The parameter that a segment is; empty if it is plain text."""
    return segment[1:-1] if segment.startswith("{") and segment.endswith("}") else ""


def _last(draft: OperationDraft, segment: str) -> bool:
    return segment == draft.segments[-1]


def _parameter(
    work: Workbench, draft: OperationDraft, wire: str, before: str
) -> tuple[ParameterUse, tuple[str, ...], str]:
    target = work.entities.get(draft.entity)
    if is_caller(work, draft, wire):
        return ParameterUse.USER, (), ""
    entity = _entity(work, draft, wire, before)
    if entity is None:
        column = _scope(work, draft, target, wire) if target is not None else None
        if column is not None:
            return ParameterUse.FILTER, (column.name,), ""
        return ParameterUse.CUSTOM, (), ""
    column = _column(draft, entity, wire)
    if column is None:
        draft.give_up(f"no field of {entity.name} is named by {{{wire}}}")
        return ParameterUse.CUSTOM, (), ""
    if entity is target and draft.rows:
        return ParameterUse.FILTER, (column.name,), ""
    through = ""
    if draft.lookups:
        through = foreign_key(entity, draft.lookups[-1].entity)
        linked = link_between(work, draft.lookups[-1].entity, entity.name)
        if not through and linked is None:
            draft.give_up(f"nothing relates {entity.name} to {draft.lookups[-1].entity}")
    distinct_rows.settle(work, draft, entity, column, wire)
    draft.lookups.append(Lookup(identifier(wire), entity.name, column.name, through))
    return ParameterUse.KEY, (), entity.name


def _scope(
    work: Workbench, draft: OperationDraft, target: EntityDraft, wire: str
) -> ColumnDraft | None:
    """The column that the path narrows by; where nothing describes a ledger, the accounts of
    `/ledgers/{ledger_id}/accounts` still hold its id."""
    known = target.columns.get(identifier(wire))
    own = next((p for p in draft.fact.parameters if p.property.name == wire), None)
    inner = bool(draft.segments) and draft.segments[-1] != f"{{{wire}}}"
    if known is not None or own is None or not inner or not snake(wire).endswith("_id"):
        return known
    origin = written(own.statement, own.property.span or draft.fact.span)
    column = ColumnDraft(identifier(wire), plain(own.property.shape), origin, modelled=False)
    column.required = True
    target.columns[column.name] = column
    work.origin(aspects.column(target.name, column.name), origin)
    for what, held in limits(own.property).items():
        if held:
            work.origin(aspects.constraint(target.name, column.name, what), origin)
    return column


def is_caller(work: Workbench, draft: OperationDraft, wire: str) -> bool:
    """`{user_id}` before something that the caller owns."""
    if snake(wire) not in _USER or draft.entity == work.user != "":
        return False
    if any(part == "admin" for part in draft.segments) or draft.fact.roles:
        return False
    return owners.speaks_of_users(work)


def _entity(work: Workbench, draft: OperationDraft, wire: str, before: str) -> EntityDraft | None:
    """By the segment before it, else by its own name."""
    base = snake(wire).removesuffix("_id").removesuffix("_uuid")
    named = work.find(base) if base != snake(wire) else None
    told = work.entities.get(before)
    if told is not None and (is_key_name(told, wire) or identifier(wire) in told.columns):
        return told
    if named is not None:
        return named
    if told is not None:
        return told
    target = work.entities.get(draft.entity)
    return target if target is not None and is_key_name(target, wire) else None


def _column(draft: OperationDraft, entity: EntityDraft, wire: str) -> ColumnDraft | None:
    name = identifier(wire)
    if name in entity.columns and name != "id":
        return entity.columns[name]
    if is_key_name(entity, wire):
        return entity.key
    short = name.removeprefix(f"{snake(entity.name)}_")
    if short in entity.columns:
        return entity.columns[short]
    shape = next((p.property.shape for p in draft.fact.parameters if p.property.name == wire), None)
    fits = shape is None or shape.kind is entity.key.shape.kind or name.endswith("id")
    return (
        entity.key
        if fits and (shape is None or shape.kind is not Kind.STRING or name.endswith("id"))
        else None
    )


def foreign_key(entity: EntityDraft, parent: str) -> str:
    """The column that leads to the parent."""
    found = [each.name for each in entity.columns.values() if each.references == parent]
    preferred = f"{snake(parent)}_id"
    return preferred if preferred in found else (found[0] if found else "")


def link_between(work: Workbench, one: str, other: str) -> EntityDraft | None:
    """The entity that refers to both."""
    for entity in work.entities.values():
        if entity.name in (one, other) or one == other:
            continue
        held = {each.references for each in entity.columns.values() if each.references}
        if {one, other} <= held:
            return entity
    return None


def _singleton(work: Workbench, draft: OperationDraft) -> None:
    """The caller's one and only row, or a parent's."""
    target = work.entities.get(draft.entity)
    if target is None or draft.rows or draft.method == "POST":
        return
    last = draft.segments[-1] if draft.segments else ""
    if last.startswith("{"):
        return
    if draft.lookups:
        column = foreign_key(target, draft.lookups[-1].entity)
        if column:
            draft.lookups.append(Lookup("", target.name, column, column))
        return
    if target.owner.kind in (Ownership.COLUMN, Ownership.IDENTITY):
        draft.lookups.append(Lookup("", target.name, target.owner.column))
