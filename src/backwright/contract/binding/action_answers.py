"""What an action answers about the row that it has changed: `decision`, `processed_at`."""

from typing import Final

from backwright.contract import aspects
from backwright.contract.binding import fills
from backwright.contract.binding.drafts import EntityDraft, OperationDraft
from backwright.contract.binding.resources import is_key_name
from backwright.contract.binding.workbench import Workbench, written
from backwright.contract.entities import Auto, Derived, DerivedKind
from backwright.contract.names import identifier, words
from backwright.contract.operations import Fill, Purpose, Source, View
from backwright.shape import Kind, Property

_ACTIONS: Final = (Purpose.SET, Purpose.TRANSITION, Purpose.ADJUST)
_STATES: Final = frozenset(("status", "state", "decision", "outcome"))
_SPELLINGS: Final = ((DerivedKind.LOWER, str.lower), (DerivedKind.UPPER, str.upper))


def fit(work: Workbench, draft: OperationDraft, name: str) -> bool:
    """Record the view if the row, as the action leaves it, holds each property."""
    schema, entity = work.schemas.get(name), work.entities.get(draft.entity)
    if schema is None or entity is None or draft.purpose not in _ACTIONS:
        return False
    found = [_fill(work, draft, entity, each) for each in schema.properties]
    known = tuple(each for each in found if each is not None)
    read = any(each.source is not Source.CONSTANT for each in known)
    if len(known) < len(found) or not read:
        return False
    view = View(name, entity.name, known)
    return work.views.setdefault(name, view) == view


def _fill(
    work: Workbench, draft: OperationDraft, entity: EntityDraft, own: Property
) -> Fill | None:
    column = entity.columns.get(draft.places.get(own.name, identifier(own.name)))
    if column is None and is_key_name(entity, own.name):
        column = entity.key
    if column is not None:
        shown = column.auto is not Auto.PASSWORD_HASH and column.shape.kind is own.shape.kind
        return Fill(own.name, Source.COLUMN, column.name) if shown else None
    if own.shape.kind is Kind.DATETIME:
        return Fill(own.name, Source.COLUMN, draft.stamps[0]) if len(draft.stamps) == 1 else None
    if own.shape.kind is Kind.STRING and words(own.name)[-1] in _STATES and draft.changes:
        return _state(work, draft, entity, own)
    return fills.said(own)


def _state(
    work: Workbench, draft: OperationDraft, entity: EntityDraft, own: Property
) -> Fill | None:
    """The status under another name, and it may be in other letters."""
    column = entity.columns[draft.changes[0][0]]
    held, told = [str(each) for each in column.shape.values], {str(e) for e in own.shape.values}
    if not held or told <= set(held):
        return Fill(own.name, Source.COLUMN, column.name) if held else None
    name = identifier(own.name)
    for kind, spell in _SPELLINGS:
        if name and told <= {spell(each) for each in held}:
            entity.derived.setdefault(name, Derived(name, kind, own.shape, columns=(column.name,)))
            origin = written(draft.fact.statement, own.span or draft.fact.span)
            work.origin(aspects.rule(entity.name, f"derived({name})"), origin)
            return Fill(own.name, Source.DERIVED, name)
    return None
