"""Rows in an order of somebody's own: `PATCH /boards/reorder` with the ids as they shall stand."""

from typing import Final

from backwright.contract.binding.drafts import ColumnDraft, EntityDraft, OperationDraft
from backwright.contract.binding.gather import properties
from backwright.contract.binding.matching import ORDERS
from backwright.contract.binding.workbench import Workbench
from backwright.contract.names import identifier, snake
from backwright.contract.operations import Assign, AssignKind
from backwright.shape import Kind, Property

_WORDS: Final = frozenset(("reorder", "order", "sort", "positions", "rearrange", "ordering"))
_KEYS: Final = (Kind.UUID, Kind.INTEGER, Kind.STRING)


def is_one(work: Workbench, draft: OperationDraft) -> bool:
    """By the word, the body and a column that holds the order."""
    entity = work.entities.get(draft.entity)
    body = draft.fact.body
    if entity is None or body is None or draft.method not in ("POST", "PUT", "PATCH"):
        return False
    if snake(draft.segments[-1]) not in _WORDS or column(entity) is None:
        return False
    given = properties(work, body.shape)
    found = [each for each in given if _ids(each)]
    rest = [each for each in given if not _ids(each)]
    scoped = all(identifier(each.name) in entity.columns for each in rest)
    if len(found) != 1 or not scoped:
        return False
    draft.lookups = [each for each in draft.lookups if each.entity != entity.name]
    return True


def column(entity: EntityDraft) -> ColumnDraft | None:
    """The one that holds the order."""
    found = [entity.columns[each] for each in ORDERS if each in entity.columns]
    return next((each for each in found if each.shape.kind is Kind.INTEGER), None)


def _ids(own: Property) -> bool:
    items = own.shape.items
    return own.shape.kind is Kind.ARRAY and items is not None and items.kind in _KEYS


def assign(entity: EntityDraft, own: Property) -> Assign:
    """Where a property of the body goes."""
    held = column(entity)
    if _ids(own):
        return Assign(own.name, AssignKind.IDS, held.name if held is not None else "")
    return Assign(own.name, AssignKind.SCOPE, identifier(own.name))
