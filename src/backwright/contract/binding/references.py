"""Columns that hold another entity's key."""

from dataclasses import replace
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft
from backwright.contract.binding.workbench import Workbench, decided
from backwright.contract.entities import Auto
from backwright.contract.names import entity_name, identifier, key, table_name
from backwright.diagnostics import binding as diagnostics
from backwright.shape import Kind, Shape

USERS: Final = frozenset(("user", "users", "account", "customer", "member", "owner", "author"))
_USER_KEYS: Final = frozenset(("user", "appuser", "authuser", "betterauthuser", "externaluser"))
OWNER_COLUMNS: Final = (
    "user_id", "owner_id", "owner", "customer_id", "account_id", "member_id", "author_id",
    "created_by", "created_by_id", "creator_id", "created_by_user_id", "owner_user_id", "userid",
    "patient_id", "client_id",
)  # fmt: skip


def resolve(work: Workbench) -> None:
    """Stated references first, then those that a name tells."""
    for draft in tuple(work.entities.values()):
        for column in draft.columns.values():
            if column.references:
                _stated(work, draft, column)
            else:
                infer(work, draft, column)


def _stated(work: Workbench, draft: EntityDraft, column: ColumnDraft) -> None:
    named = column.references.split("(")[0].split(".")[0].strip('`" ')
    target = work.find(named)
    other = _other_key(column, target) if target is not None else None
    if target is not None and other is None:
        _refer(work, draft, column, target)
        return
    column.references = ""
    if other is not None:
        _as_there(work, draft, column, other)
        return
    if is_user_word(named):
        column.owner = column.owner or column.name in OWNER_COLUMNS
        return
    name = entity_name(named) or named
    work.diagnostics.append(
        diagnostics.UNKNOWN_REFERENCE.at(
            *((column.origin.span,) if column.origin.span else ()),
            column=f"{draft.name}.{column.name}",
            target=name,
        )
    )
    taken = work.choose(
        "undefined_entity", name, ("plain", "table"), note=f"{draft.name}.{column.name}",
        spans=(column.origin.span,) if column.origin.span else (),
    )  # fmt: skip
    if taken == "table" and entity_name(named):
        _refer(work, draft, column, _made(work, name, column))


def _other_key(column: ColumnDraft, target: EntityDraft) -> ColumnDraft | None:
    """The column of the target that is referred to, where that is not its key."""
    there = target.columns.get(identifier(column.references_field))
    return there if there is not None and not there.primary else None


def _as_there(work: Workbench, draft: EntityDraft, column: ColumnDraft, other: ColumnDraft) -> None:
    """The same value without a foreign key, which leads to keys alone. Where both tell whose row
    it is, as of an address and a profile, they hold the same user, and nothing is left out."""
    column.shape = replace(other.shape, nullable=False)
    column.on_delete = ""
    if {column.name, other.name} <= set(OWNER_COLUMNS):
        column.owner = True
        return
    spans = [each.origin.span for each in (column, other) if each.origin.span is not None]
    work.choose("other_key", f"{draft.name}.{column.name}", ("plain",), spans=spans)


def _made(work: Workbench, name: str, column: ColumnDraft) -> EntityDraft:
    """A table that holds nothing but the key."""
    known = work.find(name)
    if known is not None:
        return known
    origin = decided(f"undefined_entity/{name}")
    made = work.put(EntityDraft(name, origin, table=table_name(name)))
    kind = column.shape.kind if column.shape.kind is Kind.INTEGER else Kind.UUID
    made.columns["id"] = ColumnDraft(
        "id", Shape(kind), origin, required=True, auto=Auto.ID, primary=True, modelled=False
    )
    work.origin(aspects.entity(name), origin)
    work.origin(aspects.column(name, "id"), origin)
    return made


def is_user_word(name: str) -> bool:
    return key(name) in _USER_KEYS or key(name) in USERS


def infer(work: Workbench, draft: EntityDraft, column: ColumnDraft) -> None:
    """`category_id` refers to Category where there is one and the types allow it."""
    if column.primary or not column.name.endswith("_id") or column.shape.values:
        return
    base = column.name.removesuffix("_id")
    target = work.find(base)
    if target is None and base in ("parent", f"parent_{key(draft.name)}"):
        target = draft
    if target is draft and base == key(draft.name):
        return  # `order_id` of an order is another name of its own, no reference.
    if target is None or column.shape.kind not in (Kind.UUID, Kind.INTEGER, Kind.STRING, Kind.ANY):
        return
    if Kind.STRING in (column.shape.kind, target.key.shape.kind) and (
        column.shape.kind is not target.key.shape.kind and target.key.shape.kind is not Kind.UUID
    ):
        return
    _refer(work, draft, column, target)
    if column.origin.span is not None or column.origin.code:
        work.origin(aspects.constraint(draft.name, column.name, "references"), column.origin)


def _refer(work: Workbench, draft: EntityDraft, column: ColumnDraft, target: EntityDraft) -> None:
    column.references = target.name
    shape = target.key.shape
    column.shape = replace(shape, nullable=False)
    if column.auto is Auto.ID and not column.primary:
        column.auto = Auto.NONE
    if not work.origins.get(aspects.constraint(draft.name, column.name, "references")):
        work.origin(aspects.constraint(draft.name, column.name, "references"), column.origin)


def forget(work: Workbench, gone: EntityDraft) -> None:
    """The entity is kept elsewhere: columns that refer to it are plain."""
    for draft in work.entities.values():
        for column in draft.columns.values():
            if column.references == gone.name:
                column.references = ""
                column.on_delete = ""
                column.owner = column.owner or column.name in OWNER_COLUMNS
                work.origins.pop(aspects.constraint(draft.name, column.name, "references"), None)
