"""Enums keep the name that a contract gives them, in the column as well."""

from collections.abc import Iterator
from dataclasses import replace

from backwright.contract.binding.drafts import ColumnDraft
from backwright.contract.binding.workbench import Workbench
from backwright.contract.operations import ParameterUse, Source
from backwright.shape import Shape


def settle(work: Workbench) -> None:
    for column, shape in _shown(work):
        same = set(map(str, column.shape.values)) == set(map(str, shape.values))
        if shape.values_name and shape.values and same and not column.shape.values_name:
            column.shape = replace(column.shape, values_name=shape.values_name)


def _shown(work: Workbench) -> Iterator[tuple[ColumnDraft, Shape]]:
    """Columns, with what answers and filters say about them."""
    for view in work.views.values():
        entity = work.entities.get(view.entity)
        for fill in view.fills:
            own = work.schemas[view.schema].get(fill.property)
            named = fill.source is Source.COLUMN and entity is not None
            column = entity.columns.get(fill.name) if named and entity is not None else None
            if column is not None and own is not None:
                yield column, own.shape
    for draft in work.operations:
        entity = work.entities.get(draft.entity)
        for parameter in draft.parameters:
            if parameter.use is ParameterUse.FILTER and entity is not None:
                for name in parameter.columns:
                    if name in entity.columns:
                        yield entity.columns[name], parameter.shape
