"""What rows must hold so that an operation succeeds on them."""

from collections.abc import Iterator

from backwright.contract.entities import Entity, Field
from backwright.contract.model import Contract
from backwright.contract.operations import Operation, Purpose
from backwright.emit.fastapi.tests import adjusted_rows
from backwright.emit.fastapi.tests.values import in_row
from backwright.shape import ABSENT, Kind, Literal


def wanted(contract: Contract, operation: Operation, entity: Entity) -> Iterator[tuple[str, str]]:
    """What any row has to hold: column → source."""
    for each in operation.conditions:
        own = entity.get(each.column)
        held = each.entity == entity.name and bool(each.values)
        if held and own is not None and own.default not in each.values:
            yield each.column, in_row(contract, entity, own, each.values[0])


def of_target(
    contract: Contract, operation: Operation, entity: Entity
) -> Iterator[tuple[str, str]]:
    """What the row has to hold besides that the operation changes or shows."""
    for name, value in operation.fixed:
        own = entity.get(name)
        if own is not None:
            yield name, in_row(contract, entity, own, value)
    yield from adjusted_rows.room(contract, operation, entity)
    yield from _before(contract, operation, entity)


def _before(contract: Contract, operation: Operation, entity: Entity) -> Iterator[tuple[str, str]]:
    """What a SET, TOGGLE or TRANSITION is to change, and what a COPY must not take over."""
    if operation.purpose is Purpose.COPY:
        for each in entity.fields:
            other = _other(each, each.default) if each.shape.values else ABSENT
            if each.name not in operation.copied and other is not ABSENT:
                yield each.name, in_row(contract, entity, each, other)
    held = {each.column for each in operation.conditions}
    for name, value in operation.changes:
        own = entity.get(name)
        if own is None or name in held:
            continue
        if operation.purpose is Purpose.TOGGLE:
            yield name, "False"
        elif operation.purpose is Purpose.TRANSITION and sources(entity, name, value):
            first = sources(entity, name, value)
            start = own.default if own.default in first else first[0]
            if start != own.default:
                yield name, in_row(contract, entity, own, start)
        else:
            other = _other(own, value)
            if other is not ABSENT and other != own.default:
                yield name, in_row(contract, entity, own, other)


def sources(entity: Entity, name: str, target: Literal) -> tuple[str, ...]:
    """The values from which a column may become the target."""
    return tuple(
        each.source for each in entity.transitions if (each.field, each.target) == (name, target)
    )


def _other(own: Field, value: Literal) -> Literal:
    if own.shape.kind is Kind.BOOLEAN:
        return not value
    if own.default not in (ABSENT, value):
        return own.default
    return next((each for each in own.shape.values if each != value), ABSENT)
