"""What rows hold so that their numbers have room to move, no room left, or just enough."""

from collections.abc import Iterator
from decimal import Decimal

from backwright.contract.entities import DerivedKind, Entity, Field
from backwright.contract.model import Contract
from backwright.contract.operations import Limit, Operation
from backwright.emit.fastapi.tests.values import in_row
from backwright.shape import Kind

_MANY = 500
_MOST = 1000
Held = dict[str, Decimal]


def room(contract: Contract, operation: Operation, entity: Entity) -> Iterator[tuple[str, str]]:
    """Enough for a request or two: column → source."""
    yield from _sources(contract, entity, _room(operation, entity))


def at_limit(
    contract: Contract, operation: Operation, entity: Entity, limit: Limit, amount: Decimal
) -> dict[str, str]:
    """A row on which just that amount can be moved and no more; of a negative one likewise."""
    found = _room(operation, entity)
    own, other = entity.get(limit.column), entity.get(limit.other)
    if own is None:
        return {}
    size, strict = abs(amount), int(limit.operator in ("<", ">"))
    grows = limit.operator.startswith("<")
    if other is not None and grows:
        found[own.name] = _low(own)
        found[other.name] = _low(own) + size + strict
    elif other is not None:
        found[other.name] = _low(other)
        found[own.name] = _low(other) + size + strict
    else:
        value = Decimal(str(limit.value))
        found[own.name] = value - size - strict if grows else value + size + strict
        _widen(operation, entity, limit, found)
    return dict(_sources(contract, entity, found))


def short_by_one(
    contract: Contract, operation: Operation, entity: Entity, limit: Limit, amount: Decimal
) -> dict[str, str]:
    """The same with one less to take, or one less of room."""
    more = amount - 1 if amount > 0 else amount + 1
    return at_limit(contract, operation, entity, limit, more)


def _room(operation: Operation, entity: Entity) -> Held:
    found: Held = {}
    for shift in operation.shifts:
        own = entity.get(shift.column)
        if own is not None:
            found[own.name] = _low(own) if shift.sign > 0 else min(_most(own), Decimal(_MANY))
    for less, more in _pairs(operation, entity):
        lesser, greater = entity.get(less), entity.get(more)
        if greater is not None and less in found and more not in found:
            found[more] = _most(greater)
        elif lesser is not None and more in found and less not in found:
            found[less] = _low(lesser)
    return found


def _widen(operation: Operation, entity: Entity, limit: Limit, found: Held) -> None:
    """Whatever lies beside the number makes way for it."""
    for less, more in _pairs(operation, entity):
        if less == limit.column and more in found:
            found[more] = max(found[more], found[less])
        if more == limit.column and less in found:
            found[less] = min(found[less], found[more])


def _pairs(operation: Operation, entity: Entity) -> Iterator[tuple[str, str]]:
    """Columns of which the first stays at or below the second."""
    for each in operation.limits:
        if each.other:
            less = (each.column, each.other)
            yield less if each.operator.startswith("<") else (less[1], less[0])
    for rule in entity.cross_fields:
        if rule.operator in ("<", "<="):
            yield rule.left, rule.right
        elif rule.operator in (">", ">="):
            yield rule.right, rule.left
    for derived in entity.derived:
        if derived.kind is DerivedKind.DIFFERENCE:
            yield derived.columns[1], derived.columns[0]


def _sources(contract: Contract, entity: Entity, held: Held) -> Iterator[tuple[str, str]]:
    for name, value in held.items():
        own = entity.get(name)
        if own is not None:
            yield name, spelled(contract, entity, own, value)


def spelled(contract: Contract, entity: Entity, own: Field, value: Decimal) -> str:
    """A number as a row holds it."""
    if own.shape.kind is Kind.INTEGER:
        return in_row(contract, entity, own, int(value))
    if own.shape.kind is Kind.NUMBER:
        return in_row(contract, entity, own, float(value))
    return in_row(contract, entity, own, str(value))


def _low(own: Field) -> Decimal:
    least = own.shape.minimum
    found = Decimal(str(least)) + int(own.shape.exclusive_minimum) if least is not None else 0
    return max(Decimal(found), Decimal(0))


def _most(own: Field) -> Decimal:
    most = own.shape.maximum
    if most is None:
        return Decimal(_MOST)
    return min(Decimal(str(most)) - int(own.shape.exclusive_maximum), Decimal(_MOST))
