"""Where each property of a body goes."""

from dataclasses import replace
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding import (
    accounts,
    named_rows,
    recovery,
    references,
    relations,
    reorders,
    survey,
)
from backwright.contract.binding.columns import disagree, inferred_auto, plain
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft, OperationDraft
from backwright.contract.binding.matching import entity_of_name
from backwright.contract.binding.resources import is_key_name
from backwright.contract.binding.shapes import merge
from backwright.contract.binding.workbench import Workbench, written
from backwright.contract.entities import Auto
from backwright.contract.model import Origin
from backwright.contract.names import identifier, snake
from backwright.contract.operations import Assign, AssignKind, Body, Input, Purpose
from backwright.shape import Kind, Property, Schema, Shape

_SYSTEM: Final = (Auto.ID, Auto.CREATED, Auto.UPDATED, Auto.DELETED, Auto.OWNER)
_PRIVILEGES: Final = frozenset(
    (
        "role",
        "roles",
        "is_admin",
        "is_superuser",
        "is_staff",
        "is_verified",
        "email_verified",
        "permissions",
    )
)
_RECOVERY: Final = (
    Purpose.REQUEST_RESET, Purpose.RESET_PASSWORD, Purpose.REQUEST_VERIFICATION, Purpose.VERIFY,
)  # fmt: skip
_LIMITED: Final = (Kind.STRING, Kind.INTEGER, Kind.NUMBER, Kind.DECIMAL)
_CREDENTIALS: Final = (
    Purpose.LOGIN, Purpose.REFRESH, Purpose.LOGOUT, Purpose.CHANGE_PASSWORD, *_RECOVERY,
)  # fmt: skip
_REFRESH: Final = frozenset(("refresh_token", "token", "refresh"))


def read(work: Workbench, draft: OperationDraft) -> None:
    fact = draft.fact.body
    if fact is None:
        return
    shape, multiple = fact.shape, False
    if shape.kind is Kind.ARRAY and shape.items is not None and shape.items.kind is Kind.OBJECT:
        shape, multiple = shape.items, True
    draft.body = Body(fact.shape, fact.content_type, fact.required, multiple)
    schema = work.schemas.get(shape.ref)
    if draft.custom:
        return
    entity = work.entities.get(draft.entity)
    if schema is None or entity is None or (multiple and draft.purpose is not Purpose.CREATE):
        draft.give_up("its body is no object with named properties")
        return
    assigns = tuple(_assign(work, draft, entity, schema, each) for each in schema.properties)
    lost = [each.property for each in assigns if each.kind is AssignKind.CUSTOM]
    if lost:
        draft.give_up(f"where {', '.join(lost)} of its body goes is not said")
        return
    known = work.inputs.get((schema.name, entity.name))
    moved = {each.kind for each in (*assigns, *(known.assigns if known is not None else ()))}
    apart = bool(draft.places) or AssignKind.AMOUNT in moved
    if known is not None and apart and known.assigns != assigns:
        draft.give_up(f"{schema.name} is kept elsewhere by another operation")
    elif known is None or draft.purpose is Purpose.REGISTER:
        work.inputs[schema.name, entity.name] = Input(schema.name, entity.name, assigns)


def _assign(
    work: Workbench, draft: OperationDraft, entity: EntityDraft, schema: Schema, own: Property
) -> Assign:
    name = snake(own.name)
    if draft.purpose is Purpose.REORDER:
        return reorders.assign(entity, own)
    if draft.purpose is Purpose.ADJUST and own.name == draft.amount:
        return Assign(own.name, AssignKind.AMOUNT)
    if draft.purpose in _CREDENTIALS:
        return _credential(draft, entity, own)
    if name in ("password", "plain_password") and entity.name == work.user:
        hashed = entity.auto(Auto.PASSWORD_HASH)
        return Assign(own.name, AssignKind.PASSWORD, hashed.name if hashed is not None else "")
    if entity.version and identifier(own.name) == entity.version:
        return Assign(own.name, AssignKind.VERSION, entity.version)
    return _stored(work, draft, entity, schema, own)


def _stored(
    work: Workbench, draft: OperationDraft, entity: EntityDraft, schema: Schema, own: Property
) -> Assign:
    placed = entity.columns.get(draft.places.get(own.name, ""))
    column = placed or _existing(entity, own.name)
    if placed is None and _ignored(draft, entity, own, column):
        return Assign(own.name, AssignKind.IGNORED)
    rows = _rows(work, entity, own) or named_rows.assign(work, entity, own)
    if rows is not None:
        return rows
    if column is not None:
        _agree(work, entity, schema, own, column)
        return Assign(own.name, AssignKind.COLUMN, column.name)
    return _union(work, draft, entity, own)


def _existing(entity: EntityDraft, wire: str) -> ColumnDraft | None:
    name = identifier(wire)
    return entity.columns.get(name) or entity.columns.get(f"is_{name}")


def _ignored(
    draft: OperationDraft, entity: EntityDraft, own: Property, column: ColumnDraft | None
) -> bool:
    """What a body never decides: ids, owners, timestamps, roles."""
    name = snake(own.name)
    if own.read_only:
        return True
    if column is not None and (column.auto in _SYSTEM or column.primary):
        return not (column.primary and column.auto is Auto.NONE)
    if column is None and is_key_name(entity, own.name):
        return True
    if name in ("user_id", "owner_id") and column is None:
        return True
    by_path = {each.entity for each in draft.lookups}
    if column is not None and column.references in by_path and draft.purpose is Purpose.CREATE:
        return True
    privileged = name in _PRIVILEGES and not draft.access.roles
    return privileged and (draft.purpose in (Purpose.REGISTER, Purpose.UPDATE_ME))


def _credential(draft: OperationDraft, entity: EntityDraft, own: Property) -> Assign:
    name = snake(own.name)
    hashed = entity.auto(Auto.PASSWORD_HASH)
    secret = hashed.name if hashed is not None else ""
    if draft.purpose is Purpose.CHANGE_PASSWORD and name in (
        "current_password", "old_password", "password",
    ):  # fmt: skip
        return Assign(own.name, AssignKind.OLD_PASSWORD, secret)
    if "password" in name and ("confirm" in name or "repeat" in name):
        return Assign(own.name, AssignKind.CUSTOM)
    if "password" in name:
        return Assign(own.name, AssignKind.PASSWORD, secret)
    if draft.purpose in _RECOVERY and name in recovery.TOKENS:
        return Assign(own.name, AssignKind.TOKEN)
    asks = draft.purpose is Purpose.LOGIN and name in accounts.LOGIN_NAMES
    if asks or (draft.purpose in _RECOVERY and name in recovery.ADDRESSES):
        column = _existing(entity, own.name) or entity.columns.get("email")
        if column is not None:
            return Assign(own.name, AssignKind.LOGIN, column.name)
    return _beside_credentials(draft, own)


def _beside_credentials(draft: OperationDraft, own: Property) -> Assign:
    name = snake(own.name)
    if draft.purpose in (Purpose.REFRESH, Purpose.LOGOUT) and name in _REFRESH:
        return Assign(own.name, AssignKind.TOKEN)
    if name in ("grant_type", "scope", "client_id", "client_secret") and not own.required:
        return Assign(own.name, AssignKind.IGNORED)
    return Assign(own.name, AssignKind.CUSTOM)


def _agree(
    work: Workbench, entity: EntityDraft, schema: Schema, own: Property, column: ColumnDraft
) -> None:
    """The body and the column keep the same limits, of two the stricter."""
    merged, found = merge(column.shape, own.shape)
    for each in found:
        subject = f"{entity.name}.{column.name}"
        taken = disagree(work, subject, each, column.origin.span, own.span)
        if taken != each.taken:
            merged = replace(merged, **{each.attribute: each.rest})  # type: ignore[arg-type]
    if not column.references:
        column.shape = replace(merged, nullable=False)
        if merged.kind in (Kind.ARRAY, Kind.MAP, Kind.OBJECT, Kind.UNION):
            column.shape = plain(merged)
    if own.shape.kind in _LIMITED and merged.kind is own.shape.kind:
        amend(work, schema.name, own.name, replace(merged, nullable=own.shape.nullable))
    origin = written("", own.span)
    if own.span is not None:
        work.origin(aspects.column(entity.name, column.name), origin)
        limit_origins(work, entity.name, replace(own, name=column.name), origin)


def limit_origins(work: Workbench, entity: str, own: Property, origin: Origin) -> None:
    for what, held in survey.limits(own).items():
        if held:
            work.origin(aspects.constraint(entity, identifier(own.name), what), origin)


def amend(work: Workbench, schema: str, name: str, shape: Shape) -> None:
    """The schema says of one property what the documents together say."""
    known = work.schemas[schema]
    work.schemas[schema] = replace(
        known,
        properties=tuple(
            replace(each, shape=shape) if each.name == name else each for each in known.properties
        ),
    )


def _rows(work: Workbench, entity: EntityDraft, own: Property) -> Assign | None:
    """A list of objects that are children, or a list of ids of linked rows."""
    items = own.shape.items
    if own.shape.kind is not Kind.ARRAY or items is None:
        return None
    origin = written("", own.span)
    if items.kind is Kind.OBJECT:
        child = entity_of_name(work, items.ref)
        if child is None or child is entity:
            named, _ = relations.children_named(work, entity, own.name)
            child = work.entities.get(named)
        if child is not None:
            name = relations.many(work, entity, child.name, own.name, origin)
            if name and not entity.relations[name].link:
                _children(work, child, items.ref)
                return Assign(own.name, AssignKind.CHILDREN, name)
    elif snake(own.name).endswith("_ids"):
        target = work.find(snake(own.name).removesuffix("_ids"))
        if target is not None:
            name = relations.many(work, entity, target.name, target.table, origin)
            if name and entity.relations[name].link:
                return Assign(own.name, AssignKind.LINKS, name)
    return None


def _children(work: Workbench, child: EntityDraft, ref: str) -> None:
    """The items of the list are bodies of the child entity."""
    schema = work.schemas.get(ref)
    if schema is None or (ref, child.name) in work.inputs:
        return
    assigns = []
    for own in schema.properties:
        column = _existing(child, own.name)
        if is_key_name(child, own.name) or (column is not None and column.auto in _SYSTEM):
            assigns.append(Assign(own.name, AssignKind.IGNORED))
            continue
        rows = _rows(work, child, own)
        if rows is not None:
            assigns.append(rows)
            continue
        if column is None:
            column = add_column(work, child, own, written("", own.span))
        else:
            _agree(work, child, schema, own, column)
        assigns.append(Assign(own.name, AssignKind.COLUMN, column.name))
    work.inputs[ref, child.name] = Input(ref, child.name, tuple(assigns))


def _union(work: Workbench, draft: OperationDraft, entity: EntityDraft, own: Property) -> Assign:
    """A property that the data model does not name becomes a column."""
    name = snake(own.name)
    writes = (Purpose.CREATE, Purpose.UPDATE, Purpose.REPLACE, Purpose.REGISTER, Purpose.UPDATE_ME)
    actions = (Purpose.TRANSITION, Purpose.SET, Purpose.ADJUST)
    aside = draft.purpose in actions and not own.required
    if draft.purpose in (Purpose.UPDATE, Purpose.REPLACE) and not survey.speaks_of(
        work, draft, entity
    ):
        return Assign(own.name, AssignKind.CUSTOM)
    if not (draft.purpose in writes or aside) or "password" in name or not identifier(own.name):
        return Assign(own.name, AssignKind.CUSTOM)
    if own.shape.kind is Kind.BINARY or own.shape.format == "binary":
        return Assign(own.name, AssignKind.CUSTOM)
    return Assign(
        own.name, AssignKind.COLUMN, add_column(work, entity, own, written("", own.span)).name
    )


def add_column(work: Workbench, entity: EntityDraft, own: Property, origin: Origin) -> ColumnDraft:
    name = identifier(own.name)
    shape = plain(own.shape)
    column = ColumnDraft(
        name, shape, origin, default=own.default, auto=inferred_auto(name, shape),
        doc=own.description, modelled=False,
    )  # fmt: skip
    entity.columns[name] = column
    work.origin(aspects.column(entity.name, name), origin)
    limit_origins(work, entity.name, own, origin)
    references.infer(work, entity, column)
    return column
