"""Answers that nothing stored goes into: what the contract says, and the time of day."""

from dataclasses import dataclass

from backwright.contract.model import Contract
from backwright.contract.operations import Fill, Source
from backwright.emit.fastapi.module import Module
from backwright.emit.fastapi.plain_types import plain
from backwright.emit.templates import literal
from backwright.plan.attributes import attributes, schema_class
from backwright.plan.names import core, enum
from backwright.shape import Kind, Literal, Shape


@dataclass(frozen=True, slots=True)
class Made:
    annotation: str
    expression: str
    """Empty if there is nothing to answer."""


def made(contract: Contract, shape: Shape | None, into: Module) -> Made:
    """The whole answer of an operation, as its route returns it."""
    if shape is None:
        return Made("None", "")
    if shape.ref and contract.view(shape.ref) is not None:
        return Made(into.use(schema_class(contract, shape.ref)), _object(contract, shape, into))
    if shape.kind is Kind.ARRAY and shape.items is not None and shape.items.values:
        return _listed(contract, shape.items, into)
    return Made(plain(contract, shape, into), _value(shape, (), into))


def _listed(contract: Contract, items: Shape, into: Module) -> Made:
    """The values of an enum: by the enum itself, if a column has it."""
    for entity in contract.entities:
        for field in entity.fields:
            symbol = enum(contract, entity, field)
            if symbol is not None and field.shape.values == items.values:
                name = into.use(symbol)
                return Made(f"list[{name}]", f"list({name})")
    told = literal([each for each in items.values if each is not None])
    inner = "str" if all(isinstance(each, str) for each in items.values) else "int"
    return Made(f"list[{inner}]", told)


def _object(contract: Contract, shape: Shape, into: Module) -> str:
    """A call of the schema's class; what nothing is said about is left to the class."""
    view = contract.view(shape.ref)
    fills = {each.property: each for each in view.fills} if view is not None else {}
    given = []
    for each in attributes(contract, shape.ref):
        value = _filled(contract, each.property.shape, fills.get(each.wire), into)
        given.append(f"{each.name}={value}")
    return f"{into.use(schema_class(contract, shape.ref))}({', '.join(given)})"


def _filled(contract: Contract, shape: Shape, fill: Fill | None, into: Module) -> str:
    if fill is None:
        return "None"
    if fill.source is Source.NOW:
        moment = f"{into.use(core('db', 'utcnow'))}()"
        return f"{moment}.isoformat()" if shape.kind is Kind.STRING else moment
    if fill.source is Source.NESTED and shape.ref:
        return _object(contract, shape, into)
    return _value(shape, fill.value, into)


def _value(shape: Shape, value: Literal, into: Module) -> str:
    """A constant as its kind has it; text of other kinds is left to the class to read."""
    if value == () and shape.kind in (Kind.MAP, Kind.OBJECT, Kind.ANY):
        return "{}"
    if shape.kind is Kind.DECIMAL and isinstance(value, str | int | float):
        into.use_from("decimal", "Decimal")
        return f"Decimal({literal(str(value))})"
    return literal(list(value)) if isinstance(value, tuple) else literal(value)
