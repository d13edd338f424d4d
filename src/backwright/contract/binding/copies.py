"""Values that are kept as they were when the row was made: the price of an order line."""

import re
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft
from backwright.contract.binding.shapes import merge
from backwright.contract.binding.workbench import Workbench
from backwright.contract.entities import Auto
from backwright.contract.names import snake, words
from backwright.shape import ABSENT

_THEN: Final = re.compile(
    r"\b(?:when|snapshot|at (?:the )?(?:time|moment|order|purchase|checkout)|copied|captured|"
    r"at_(?:time|purchase|order)|frozen|locked)\b",
    re.IGNORECASE,
)
_THEN_NAMES: Final = re.compile(r"_at_(?:time|purchase|order|sale|checkout)\w*$|_snapshot$")


def settle(work: Workbench) -> None:
    """Where the field's own words name the other entity's field, or its name does."""
    for entity in work.entities.values():
        for column in entity.columns.values():
            if _open(column):
                column.copies = _source(work, entity, column)
                if column.copies:
                    _as_its_source(work, entity, column)
                    column.auto = Auto.SYSTEM
                    column.required = True
                    column.immutable = True
                    aspect = aspects.constraint(entity.name, column.name, "immutable")
                    work.origin(aspect, column.origin)


def _as_its_source(work: Workbench, entity: EntityDraft, column: ColumnDraft) -> None:
    """Kept as it was, it keeps the bounds of what it was taken from."""
    key, _, name = column.copies.partition(".")
    source = work.entities[entity.columns[key].references].columns[name]
    column.shape, _ = merge(column.shape, source.shape)
    aspect = aspects.constraint(entity.name, column.name, "range")
    for origin in (column.origin, source.origin):
        work.origin(aspect, origin)


def _open(column: ColumnDraft) -> bool:
    plain = column.auto in (Auto.NONE, Auto.SYSTEM) and not column.primary
    return plain and not column.references and column.default is ABSENT


def _source(work: Workbench, entity: EntityDraft, column: ColumnDraft) -> str:
    text = f"{work.texts_of(column.origin)} {column.doc}"
    named = _THEN_NAMES.search(column.name) is not None
    if not named and _THEN.search(text) is None:
        return ""
    bare = _THEN_NAMES.sub("", column.name).removeprefix("unit_")
    said = set(words(text))
    for key in entity.columns.values():
        other = work.entities.get(key.references)
        if other is None or other is entity or other.name == work.user:
            continue
        base = f"{snake(other.name)}_"
        wanted = other.columns.get(bare) or other.columns.get(bare.removeprefix(base))
        if wanted is None or wanted.shape.kind is not column.shape.kind:
            continue
        if named or set(words(other.name)) & said:
            return f"{key.name}.{wanted.name}"
    return ""
