"""What must be there when a row is made, and where it comes from if no body gives it."""

import math
from dataclasses import replace
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft, OperationDraft
from backwright.contract.binding.inputs import amend
from backwright.contract.binding.workbench import Workbench, decided
from backwright.contract.entities import Auto, Ownership
from backwright.contract.model import QuestionKind
from backwright.contract.operations import AssignKind, Input, ParameterUse, Purpose, Source
from backwright.shape import ABSENT, Kind, Literal, Property

_ALWAYS: Final = (Auto.ID, Auto.CREATED, Auto.UPDATED, Auto.VERSION, Auto.OWNER, Auto.PASSWORD_HASH)
_MAKING: Final = (Purpose.CREATE, Purpose.REGISTER)
_NUMBERS: Final = (Kind.INTEGER, Kind.NUMBER, Kind.DECIMAL)


def settle(work: Workbench) -> None:
    by_entity = work.by_entity()
    for entity in work.entities.values():
        making = [each for each in by_entity.get(entity.name, ()) if each.purpose in _MAKING]
        bodies = [(each, _input(work, each, entity)) for each in making]
        children = [
            (None, made) for (schema, name), made in work.inputs.items()
            if name == entity.name and all(made is not body for _, body in bodies)
            and _is_child_body(work, schema)
        ]  # fmt: skip
        for column in entity.columns.values():
            _column(work, entity, column, [*bodies, *children])
    _shown_nulls(work)


def _is_child_body(work: Workbench, schema: str) -> bool:
    """Its objects stand in a list of some other body."""
    return any(
        own.shape.items is not None and own.shape.items.ref == schema
        for name, _ in work.inputs
        for own in work.schemas[name].properties
    )


def _input(work: Workbench, draft: OperationDraft, entity: EntityDraft) -> Input | None:
    if draft.body is None:
        return None
    shape = draft.body.shape.items if draft.body.multiple else draft.body.shape
    return work.inputs.get((shape.ref if shape is not None else "", entity.name))


def _column(
    work: Workbench,
    entity: EntityDraft,
    column: ColumnDraft,
    bodies: list[tuple[OperationDraft | None, Input | None]],
) -> None:
    if column.primary and column.auto is Auto.NONE:
        column.required = True
        return
    if column.copies or column.slug_of or column.auto in _ALWAYS:
        column.required = True
        return
    if column.auto is Auto.DELETED:
        column.required = column.shape.kind is Kind.BOOLEAN
        return
    given = [(draft, _property(work, made, column)) for draft, made in bodies]
    for draft, own in given:
        if own is None:
            _not_given(work, entity, column, draft)
        else:
            _given(work, entity, column, own[0], own[1])
    if column.required is None and not bodies and _is_shown(work, entity, column):
        column.required = True
    if column.required is None:
        column.required = column.default is not ABSENT and column.default is not None
    if column.required and column.default is None:
        column.required = False


def _property(
    work: Workbench, made: Input | None, column: ColumnDraft
) -> tuple[str, Property] | None:
    if made is None:
        return None
    for assign in made.assigns:
        if assign.kind is AssignKind.COLUMN and assign.name == column.name:
            own = work.schemas[made.schema].get(assign.property)
            return (made.schema, own) if own is not None else None
    return None


def _given(
    work: Workbench, entity: EntityDraft, column: ColumnDraft, schema: str, own: Property
) -> None:
    if column.default is ABSENT and own.default is not ABSENT:
        column.default = own.default
        if own.span is not None:
            aspect = aspects.constraint(entity.name, column.name, "default")
            work.origins.setdefault(
                aspect, list(work.origins[aspects.column(entity.name, column.name)][-1:])
            )
    sure = own.required and not own.shape.nullable
    if sure:
        if column.required is None:
            column.required = True
        return
    if column.default is not ABSENT and column.default is not None:
        column.required = not own.shape.nullable if column.required is None else column.required
        return
    if column.required and not _start(work, entity, column):
        _insist(work, entity, column, schema, own)
    elif column.required is None:
        column.required = False


def _insist(
    work: Workbench, entity: EntityDraft, column: ColumnDraft, schema: str, own: Property
) -> None:
    """The data model requires what the body may leave out."""
    spans = [each for each in (column.origin.span, own.span) if each is not None]
    taken = work.choose(
        "required_or_not", f"{entity.name}.{column.name}", ("optional", "required"),
        kind=QuestionKind.CONTRADICTION, spans=spans,
    )  # fmt: skip
    if taken == "optional":
        column.required = False
        return
    known = work.schemas[schema]
    work.schemas[schema] = replace(
        known,
        properties=tuple(
            replace(each, required=True) if each.name == own.name else each
            for each in known.properties
        ),
    )


def _not_given(
    work: Workbench, entity: EntityDraft, column: ColumnDraft, draft: OperationDraft | None
) -> None:
    """The system gives it, it comes with the path, or it starts empty."""
    if column.default is not ABSENT and column.default is not None:
        column.required = True if column.required is None else column.required
        return
    if draft is not None and _in_path(draft, column.name):
        column.required = True
        return
    if column.references and draft is not None:
        found = {each.entity for each in draft.lookups}
        if column.references in found or entity.owner.column == column.name:
            column.required = True
            return
    if entity.owner.kind is Ownership.PARENT and entity.owner.column == column.name:
        column.required = True
        return
    if column.required is None and _is_shown(work, entity, column):
        column.required = True
    if column.required is None and _is_state(column):
        column.required = True
    if not column.required or _start(work, entity, column):
        column.required = bool(column.required)
        return
    if draft is not None and _is_shown(work, entity, column):
        draft.give_up(f"nothing says where {column.name} of a new {entity.name} comes from")
        return
    work.choose(
        "unfilled", f"{entity.name}.{column.name}", ("empty",),
        spans=(column.origin.span,) if column.origin.span else (),
    )  # fmt: skip
    if column.modelled and column.required:
        aspect = aspects.column(entity.name, column.name)
        work.needs_code[aspect] = f"nothing says how {column.name} is made"
    column.required = False


def _is_state(column: ColumnDraft) -> bool:
    """A row is in some state from the beginning."""
    named = column.name in ("status", "state") or column.name.endswith(("_status", "_state"))
    return named and bool(column.shape.values)


def _in_path(draft: OperationDraft, name: str) -> bool:
    return any(
        each.place == "path" and each.use is ParameterUse.FILTER and name in each.columns
        for each in draft.parameters
    )


def _is_shown(work: Workbench, entity: EntityDraft, column: ColumnDraft) -> bool:
    """Some answer promises a value."""
    for view in work.views.values():
        for fill in view.fills:
            if (
                view.entity == entity.name
                and fill.source is Source.COLUMN
                and fill.name == column.name
            ):
                own = work.schemas[view.schema].get(fill.property)
                if own is not None and own.required and not own.shape.nullable:
                    return True
    return False


def _start(work: Workbench, entity: EntityDraft, column: ColumnDraft) -> bool:
    """Booleans start as false, numbers at nought, lists empty, a state in its first."""
    if column.references:
        return False
    value: Literal = None
    kind = column.shape.kind
    if column.shape.values:
        value = column.shape.values[0]
    elif kind is Kind.BOOLEAN:
        value = False
    elif kind in _NUMBERS:
        value = _first_number(column)
    elif kind in (Kind.ARRAY, Kind.MAP):
        value = ()
    elif kind is Kind.DATETIME:
        column.auto = Auto.CREATED if entity.auto(Auto.CREATED) is None else Auto.SYSTEM
        return column.auto is Auto.CREATED
    if value is None:
        return False
    subject = f"{entity.name}.{column.name}"
    shown = str(value).lower() if value != () else "empty"
    work.choose(
        "starts_at", subject, (shown,), spans=(column.origin.span,) if column.origin.span else ()
    )
    column.default = value
    column.required = True
    work.origin(
        aspects.constraint(entity.name, column.name, "default"), decided(f"starts_at/{subject}")
    )
    return True


def _first_number(column: ColumnDraft) -> int | None:
    """Nought, or the least that is allowed; none where it must be more than that."""
    least = column.shape.minimum or 0
    if column.shape.exclusive_minimum and least >= 0:
        return None
    return max(0, math.ceil(least))


def _shown_nulls(work: Workbench) -> None:
    """A value that may be missing is shown as null, whatever the answer's schema hoped."""
    for view in work.views.values():
        entity = work.entities.get(view.entity)
        for fill in view.fills:
            if entity is None or fill.source is not Source.COLUMN:
                continue
            column, own = (
                entity.columns.get(fill.name),
                work.schemas[view.schema].get(fill.property),
            )
            if column is None or own is None or column.required or own.shape.nullable:
                continue
            if own.required:
                amend(work, view.schema, own.name, replace(own.shape, nullable=True))
