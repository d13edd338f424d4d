"""Columns that bodies and answers name, before anybody asks what the operations do with them."""

from typing import Final

from backwright.contract import aspects
from backwright.contract.binding import accounts, action_places
from backwright.contract.binding.columns import inferred_auto, plain
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft, OperationDraft
from backwright.contract.binding.matching import entity_of_name, entity_of_segment
from backwright.contract.binding.resources import is_key_name
from backwright.contract.binding.workbench import Workbench, written
from backwright.contract.names import identifier, snake, words
from backwright.contract.operations import Purpose
from backwright.shape import ABSENT, Kind, Property

_NEVER: Final = ("password", "token", "confirm")
_SAID: Final = ("message", "success", "detail", "msg")
"""What an answer says of itself, not of the row in it."""
_COUNTED: Final = ("_count", "_total")
_CREDENTIALS: Final = (
    Purpose.LOGIN, Purpose.REFRESH, Purpose.LOGOUT, Purpose.CHANGE_PASSWORD, Purpose.REQUEST_RESET,
    Purpose.RESET_PASSWORD, Purpose.REQUEST_VERIFICATION, Purpose.VERIFY,
)  # fmt: skip


def settle(work: Workbench) -> None:
    """Bodies first: what can be written is a column, what is only shown may be computed."""
    for draft in work.operations:
        entity = _written(work, draft)
        body = draft.fact.body
        schema = work.schemas.get(body.shape.ref) if body is not None else None
        if entity is not None and schema is not None:
            for own in schema.properties:
                _add(work, entity, own, draft)
    for draft in work.operations:
        schema = work.schemas.get(draft.row_schema)
        shown = work.entities.get(work.entity_of.get(draft.row_schema, ""))
        done = action_places.answered_by_actions(work, draft.row_schema)
        if schema is not None and shown is not None and not done:
            for own in schema.properties:
                if not _computed(shown, own) and snake(own.name) not in _SAID:
                    _add(work, shown, own, draft)


def _written(work: Workbench, draft: OperationDraft) -> EntityDraft | None:
    """The entity that the body is a whole of; no word that changes something follows the row."""
    if (
        draft.method not in ("POST", "PUT", "PATCH")
        or draft.fact.body is None
        or not draft.segments
    ):
        return None
    if accounts.purpose(work, draft) in _CREDENTIALS:
        return None
    last = draft.segments[-1]
    named = entity_of_segment(work, last)
    of_body = entity_of_name(work, draft.fact.body.shape.ref)
    entity = work.entities.get(draft.entity)
    if draft.method != "POST" and (entity is None or not speaks_of(work, draft, entity)):
        return None
    plain_place = last.startswith("{") or (named is not None and named is entity)
    if plain_place or accounts.purpose(work, draft) is not None:
        return entity
    return of_body if of_body is entity and len(draft.segments) <= 2 else None


def speaks_of(work: Workbench, draft: OperationDraft, entity: EntityDraft) -> bool:
    """`UpdateTask` is a task; `AdjustInventory` is something that is done to one."""
    body = draft.fact.body
    if body is None or not body.shape.ref:
        return False
    made = words(draft.fact.operation_id or draft.id)
    inline = bool(made) and words(body.shape.ref)[: len(made)] == made
    return inline or entity_of_name(work, body.shape.ref) is entity


def _computed(entity: EntityDraft, own: Property) -> bool:
    """Counts, and names of rows that are referred to."""
    name = snake(own.name)
    if own.shape.kind is Kind.INTEGER and (name.endswith(_COUNTED) or name.startswith("total_")):
        return True
    heads = (each.removesuffix("_id") for each in entity.columns if each.endswith("_id"))
    return any(name.startswith(f"{head}_") and not name.endswith("_id") for head in heads)


def _add(work: Workbench, entity: EntityDraft, own: Property, draft: OperationDraft) -> None:
    name = identifier(own.name)
    if not name or name in entity.columns or is_key_name(entity, own.name):
        return
    if f"is_{name}" in entity.columns or any(each in name for each in _NEVER):
        return
    items = own.shape.items
    nested = own.shape.kind is Kind.OBJECT or (items is not None and items.kind is Kind.OBJECT)
    if nested or own.shape.kind in (Kind.BINARY, Kind.NULL) or name.endswith("_ids"):
        return
    if (entity.name, name) in work.computed or (entity.name, name) in work.attributes:
        return
    origin = written("", own.span or draft.fact.span)
    shape = plain(own.shape)
    entity.columns[name] = ColumnDraft(
        name, shape, origin, default=own.default, auto=inferred_auto(name, shape),
        doc=own.description, modelled=False,
    )  # fmt: skip
    work.origin(aspects.column(entity.name, name), origin)
    for what, held in limits(own).items():
        if held:
            work.origin(aspects.constraint(entity.name, name, what), origin)


def limits(own: Property) -> dict[str, bool]:
    """Which constraints a property states."""
    shape = own.shape
    bounds = (shape.minimum, shape.maximum, shape.multiple_of)
    return {
        "length": shape.min_length is not None or shape.max_length is not None,
        "range": any(each is not None for each in bounds),
        "pattern": bool(shape.pattern),
        "format": bool(shape.format),
        "enum": bool(shape.values),
        "default": own.default is not ABSENT,
    }
