"""What sentences say of columns: limits, formats, defaults, uniqueness."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding.columns import disagree
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft
from backwright.contract.binding.matching import entity_of_name
from backwright.contract.binding.shapes import alike, merge
from backwright.contract.binding.workbench import Workbench
from backwright.contract.names import identifier
from backwright.read.facts import SentenceFact, SentenceKind
from backwright.shape import ABSENT, Kind, Scalar, Shape

_STEPS: Final = ("lower", "trim", "upper", "empty_to_null")

Reader = Callable[[Workbench, EntityDraft, ColumnDraft, SentenceFact], bool]


def settle(work: Workbench) -> None:
    for kind, (what, read) in _READERS.items():
        for fact in work.sentences(kind):
            entity = work.find(fact.entity)
            if entity is None:
                continue
            for name in fact.fields:
                column = entity.columns.get(identifier(name))
                if column is not None and read(work, entity, column, fact):
                    work.says(aspects.constraint(entity.name, column.name, what), fact)


def _limits(
    work: Workbench, entity: EntityDraft, column: ColumnDraft, said: Shape, fact: SentenceFact
) -> bool:
    column.shape, found = merge(column.shape, said)
    for each in found:
        taken = disagree(work, f"{entity.name}.{column.name}", each, column.origin.span, fact.span)
        if taken != each.taken:
            column.shape = replace(column.shape, **{each.attribute: each.rest})  # type: ignore[arg-type]
    return True


def _length(work: Workbench, entity: EntityDraft, column: ColumnDraft, fact: SentenceFact) -> bool:
    if column.shape.kind is not Kind.STRING or column.write_only or column.shape.values:
        return False
    low = int(fact.minimum) if fact.minimum is not None else None
    high = int(fact.maximum) if fact.maximum is not None else None
    return _limits(work, entity, column, Shape(Kind.STRING, min_length=low, max_length=high), fact)


def _range(work: Workbench, entity: EntityDraft, column: ColumnDraft, fact: SentenceFact) -> bool:
    if column.shape.kind not in (Kind.INTEGER, Kind.NUMBER, Kind.DECIMAL):
        return False
    exclusive = "exclusive" in map(str, fact.values)
    said = Shape(
        column.shape.kind, minimum=fact.minimum, maximum=fact.maximum,
        exclusive_minimum=exclusive and fact.minimum is not None,
        exclusive_maximum=exclusive and fact.maximum is not None,
    )  # fmt: skip
    return _limits(work, entity, column, said, fact)


def _format(_: Workbench, __: EntityDraft, column: ColumnDraft, fact: SentenceFact) -> bool:
    if column.shape.kind is not Kind.STRING:
        return False
    column.shape = replace(column.shape, format=column.shape.format or str(fact.value))
    return column.shape.format == fact.value


def _pattern(_: Workbench, __: EntityDraft, column: ColumnDraft, fact: SentenceFact) -> bool:
    if column.shape.kind is not Kind.STRING:
        return False
    column.shape = replace(column.shape, pattern=column.shape.pattern or str(fact.value))
    return True


def _enum(work: Workbench, entity: EntityDraft, column: ColumnDraft, fact: SentenceFact) -> bool:
    if column.shape.kind is not Kind.STRING or not fact.values:
        return False
    said = _as_declared(work, entity, column, fact.values)
    return _limits(work, entity, column, Shape(Kind.STRING, values=said), fact)


def _as_declared(
    work: Workbench, entity: EntityDraft, column: ColumnDraft, values: tuple[Scalar, ...]
) -> tuple[Scalar, ...]:
    """Spelled as the contract does what clients send: prose says Expense for EXPENSE."""
    for schema in work.schemas.values():
        for own in schema.properties:
            same = identifier(own.name) == column.name and alike(own.shape.values, values)
            if same and entity_of_name(work, schema.name) is entity:
                return own.shape.values
    return values


def _required(_: Workbench, __: EntityDraft, column: ColumnDraft, ___: SentenceFact) -> bool:
    if column.required is None:
        column.required = True
    return column.required


def _default(_: Workbench, __: EntityDraft, column: ColumnDraft, fact: SentenceFact) -> bool:
    if column.default is ABSENT and _suits(column.shape, fact):
        column.default = fact.value
    return column.default == fact.value


def _suits(shape: Shape, fact: SentenceFact) -> bool:
    value = fact.value
    if shape.values:
        return value in shape.values
    if shape.kind is Kind.BOOLEAN:
        return isinstance(value, bool)
    if shape.kind in (Kind.INTEGER, Kind.NUMBER, Kind.DECIMAL):
        return isinstance(value, int | float) and not isinstance(value, bool)
    return shape.kind is Kind.STRING and isinstance(value, str)


def _immutable(_: Workbench, __: EntityDraft, column: ColumnDraft, ___: SentenceFact) -> bool:
    column.immutable = True
    return True


def _normalise(_: Workbench, __: EntityDraft, column: ColumnDraft, fact: SentenceFact) -> bool:
    if column.shape.kind is not Kind.STRING or fact.value not in _STEPS:
        return False
    if str(fact.value) not in column.normalise:
        column.normalise = (*column.normalise, str(fact.value))
    return True


_READERS: Final[dict[SentenceKind, tuple[str, Reader]]] = {
    SentenceKind.ENUM: ("enum", _enum),
    SentenceKind.LENGTH: ("length", _length),
    SentenceKind.RANGE: ("range", _range),
    SentenceKind.FORMAT: ("format", _format),
    SentenceKind.PATTERN: ("pattern", _pattern),
    SentenceKind.REQUIRED: ("required", _required),
    SentenceKind.DEFAULT: ("default", _default),
    SentenceKind.IMMUTABLE: ("immutable", _immutable),
    SentenceKind.NORMALISE: ("normalise", _normalise),
}
