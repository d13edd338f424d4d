"""Parameters as arguments: `order_id: UUID`, `key: Annotated[Text, Header(alias="X-Key")]`."""

import builtins
from dataclasses import replace
from typing import Final

from backwright.contract.model import Contract
from backwright.contract.operations import Operation, Parameter
from backwright.emit.fastapi.module import Module
from backwright.emit.fastapi.value_text import Speller, annotation
from backwright.emit.templates import literal
from backwright.plan.columns import stored_shape
from backwright.plan.names import Symbol, enum
from backwright.plan.values import value
from backwright.shape import ABSENT, Kind, Shape

_MARKS: Final = {"path": "Path", "query": "Query", "header": "Header", "cookie": "Cookie"}
_SCALARS: Final = frozenset(
    (
        Kind.STRING, Kind.INTEGER, Kind.NUMBER, Kind.DECIMAL, Kind.BOOLEAN, Kind.UUID,
        Kind.DATETIME, Kind.DATE, Kind.TIME,
    )
)  # fmt: skip
_PLAIN: Final = {
    "Text": "str", "EmailStr": "str", "Number": "Decimal", "AwareDatetime": "datetime",
}  # fmt: skip


def argument(contract: Contract, operation: Operation, parameter: Parameter, into: Module) -> str:
    """As a route or a dependency declares it, default and all."""
    shape = _shape(contract, operation, parameter)
    symbol = _enum(contract, operation, parameter)
    told = into.use(symbol) if symbol is not None else read_type(shape, into)
    if _may_be_none(parameter):
        told = f"{told} | None"
    marks = _marks(parameter, shape)
    if marks is not None:
        name = _MARKS[parameter.place]
        into.use_from("fastapi", name)
        into.use_from("typing", "Annotated")
        told = f"Annotated[{told}, {name}({marks})]"
    default = _default(parameter)
    declared = f"{argument_name(parameter)}: {told}"
    return f"{declared} = {default}" if default else declared


def argument_name(parameter: Parameter) -> str:
    """`id_`, for an argument called `id` would hide the builtin."""
    return f"{parameter.name}_" if parameter.name in dir(builtins) else parameter.name


def plain_type(contract: Contract, operation: Operation, parameter: Parameter, into: Module) -> str:
    """What is left of it once it is read and checked: `int | None`."""
    told = _known(_shape(contract, operation, parameter), into)
    return f"{told} | None" if _may_be_none(parameter) else told


def read_type(shape: Shape, into: Module) -> str:
    """The annotation that reads and checks one value of a request's head."""
    if shape.kind is Kind.ARRAY:
        return f"list[{read_type(shape.items or Shape(Kind.STRING), into)}]"
    if shape.values and _told_apart(shape):
        return _one_of(shape, into)
    known = replace(shape, nullable=False) if shape.kind in _SCALARS else Shape(Kind.STRING)
    return annotation(Speller(into), value(known, strict=False))


def _shape(contract: Contract, operation: Operation, parameter: Parameter) -> Shape:
    """A key is read as the column holds it, whatever kind of text the author calls it."""
    for lookup in operation.lookups:
        field = contract.entity(lookup.entity).get(lookup.column)
        if lookup.parameter == parameter.name and field is not None:
            stored = stored_shape(contract, contract.entity(lookup.entity), field)
            return parameter.shape if stored.kind is parameter.shape.kind else stored
    return parameter.shape


def _enum(contract: Contract, operation: Operation, parameter: Parameter) -> Symbol | None:
    """The class of the column that the key is compared with."""
    for lookup in operation.lookups:
        entity = contract.entity(lookup.entity)
        field = entity.get(lookup.column)
        if lookup.parameter == parameter.name and field is not None:
            return enum(contract, entity, field)
    return None


def _default(parameter: Parameter) -> str:
    """The source of the default; empty where the value has to be given."""
    if parameter.place == "path" or parameter.required:
        return ""
    given = parameter.default
    written = given is not ABSENT and isinstance(given, bool | int | float | str)
    same = parameter.shape.kind in (Kind.STRING, Kind.INTEGER, Kind.NUMBER, Kind.BOOLEAN)
    return literal(given) if written and same else "None"


def _may_be_none(parameter: Parameter) -> bool:
    return _default(parameter) == "None"


def _marks(parameter: Parameter, shape: Shape) -> str | None:
    """What FastAPI has to be told because it would guess otherwise; None if nothing."""
    name = argument_name(parameter)
    if parameter.place == "path":
        return f"alias={literal(parameter.name)}" if name != parameter.name else None
    if parameter.place != "query" or parameter.wire != name:
        return f"alias={literal(parameter.wire)}"
    return "" if shape.kind is Kind.ARRAY else None


def _told_apart(shape: Shape) -> bool:
    """Python's Literal has no fractions."""
    return all(each is None or isinstance(each, str | int) for each in shape.values)


def _one_of(shape: Shape, into: Module) -> str:
    """Numbers come as text, and a Literal of numbers would not know them."""
    told = _literal(shape, into)
    if all(isinstance(each, str) for each in shape.values):
        return told
    into.use_from("typing", "Annotated")
    into.use_from("pydantic", "BeforeValidator")
    return f"Annotated[{told}, BeforeValidator(int)]"


def _known(shape: Shape, into: Module) -> str:
    if shape.kind is Kind.ARRAY:
        return f"list[{_known(shape.items or Shape(Kind.STRING), into)}]"
    if shape.values and _told_apart(shape):
        return _literal(shape, into)
    if shape.kind not in _SCALARS:
        return "str"
    base = value(replace(shape, nullable=False), strict=False).base
    return Speller(into).base(_PLAIN.get(base, base))


def _literal(shape: Shape, into: Module) -> str:
    into.use_from("typing", "Literal")
    return f"Literal[{', '.join(literal(each) for each in shape.values if each is not None)}]"
