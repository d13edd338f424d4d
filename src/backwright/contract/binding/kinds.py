"""Fields that a data model names without a type: what the contract shows, else what names tell."""

import re
from dataclasses import replace
from typing import Final

from backwright.contract.binding.columns import plain
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft
from backwright.contract.binding.workbench import Workbench
from backwright.contract.entities import Auto
from backwright.contract.names import identifier
from backwright.shape import Kind, Shape

_TIMES: Final = (Auto.CREATED, Auto.UPDATED, Auto.DELETED)
_NAMED: Final = (
    (re.compile(r"\w+_at|timestamp"), Kind.DATETIME),
    (re.compile(r"(?:\w+_)?date(?:_of_\w+)?|\w+_on"), Kind.DATE),
    (re.compile(r"(?:is|has|can)_\w+"), Kind.BOOLEAN),
    (re.compile(r"(?:\w+_)?(?:count|quantity|position|sort_order|priority)"), Kind.INTEGER),
)


def settle(work: Workbench) -> None:
    for entity in work.entities.values():
        for column in entity.columns.values():
            if column.shape.kind is Kind.ANY and column.modelled and not column.primary:
                column.shape = _shown(work, entity, column) or _by_name(column)


def _shown(work: Workbench, entity: EntityDraft, column: ColumnDraft) -> Shape | None:
    """As a schema about the entity has it."""
    for schema in work.schemas.values():
        if work.entity_of.get(schema.name) != entity.name:
            continue
        for own in schema.properties:
            typed = own.shape.kind not in (Kind.ANY, Kind.NULL, Kind.UNION)
            if identifier(own.name) == column.name and typed:
                return replace(plain(own.shape), nullable=False)
    return None


def _by_name(column: ColumnDraft) -> Shape:
    """Text is what people write without saying more."""
    if column.auto in _TIMES:
        return Shape(Kind.DATETIME)
    for pattern, kind in _NAMED:
        if pattern.fullmatch(column.name):
            return Shape(kind)
    return Shape(Kind.STRING)
