"""Bounded values that tables and bodies share: named once, beside the table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from backwright.contract import names
from backwright.contract.entities import Auto, Entity, Field
from backwright.contract.model import Contract
from backwright.contract.operations import AssignKind
from backwright.plan.attributes import class_names
from backwright.plan.columns import as_held, stored_shape
from backwright.plan.memo import once
from backwright.plan.names import Symbol, enum, module
from backwright.plan.queries import query_names
from backwright.plan.values import Value, value
from backwright.shape import ABSENT, Absent, Kind, Literal, Property, Shape

_SCALARS: Final = (Kind.STRING, Kind.INTEGER, Kind.NUMBER, Kind.DECIMAL)


@dataclass(frozen=True, slots=True)
class ValueType:
    symbol: Symbol
    value: Value


def value_type(contract: Contract, entity: Entity, field: Field) -> ValueType | None:
    """The named value of a column; None if nothing bounds it, or no body says the same."""
    return _value_types(contract).get((entity.name, field.name))


def value_types(contract: Contract, domain: str) -> tuple[ValueType, ...]:
    """All that stand in a domain's models, in the order of its columns."""
    found = (each for each in _value_types(contract).values())
    home = module(domain, "models")
    return tuple(dict.fromkeys(each for each in found if each.symbol.module == home))


def column_value(contract: Contract, entity: Entity, field: Field) -> Value:
    """What a body may send for a column, whether it is named or not."""
    return value(stored_shape(contract, entity, field), normalise=field.normalise)


@once
def _value_types(contract: Contract) -> Mapping[tuple[str, str], ValueType]:
    taken = {*class_names(contract), *query_names(contract)}
    found: dict[tuple[str, str], ValueType] = {}
    for entity in contract.entities:
        for field in entity.fields:
            if not _nameable(contract, entity, field):
                continue
            made = column_value(contract, entity, field)
            bodies = list(_sent(contract, entity, field))
            stored = stored_shape(contract, entity, field)
            alike = [each for each in bodies if made.same(_of(each, field, stored))]
            if not made.bounded or not alike:
                continue
            named = replace(made, example=_example(alike))
            found[entity.name, field.name] = _named(entity, field, named, found, taken)
    return found


def _nameable(contract: Contract, entity: Entity, field: Field) -> bool:
    plain = field.shape.kind in _SCALARS and not field.shape.values and not field.references
    return plain and field.auto is not Auto.PASSWORD_HASH and enum(contract, entity, field) is None


def _named(
    entity: Entity,
    field: Field,
    value: Value,
    found: Mapping[tuple[str, str], ValueType],
    taken: set[str],
) -> ValueType:
    home = module(entity.domain, "models")
    plain = names.class_name(field.name)
    full = names.class_name(f"{entity.name}_{field.name}")
    known = {each.symbol.name: each for each in found.values() if each.symbol.module == home}
    tries = (plain, full, *(f"{full}{end}" for end in ("Value", *map(str, range(2, 1000)))))
    for name in tries:
        shared = known.get(name)
        if shared is not None and shared.value.same(value):
            return shared
        if shared is None and name not in taken:
            return ValueType(Symbol(home, name), value)
    raise AssertionError(f"a thousand values are called {full}")


def _sent(contract: Contract, entity: Entity, field: Field) -> Iterator[Property]:
    """The properties of bodies that go into the column."""
    for each in contract.inputs:
        if each.entity != entity.name:
            continue
        schema = contract.schema(each.schema)
        for assign in each.assigns:
            into = assign.kind in (AssignKind.COLUMN, AssignKind.VERSION)
            own = schema.get(assign.property)
            if into and assign.name == field.name and own is not None and not own.read_only:
                yield own


def _of(own: Property, field: Field, stored: Shape) -> Value:
    return value(as_held(_bare(own.shape), stored), normalise=field.normalise)


def _bare(shape: Shape) -> Shape:
    return replace(shape, nullable=False)


def _example(found: list[Property]) -> Literal | Absent:
    return next((each.example for each in found if each.example is not ABSENT), ABSENT)
