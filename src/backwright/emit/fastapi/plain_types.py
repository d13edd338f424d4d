"""Shapes as plain types, with nothing to check: what hooks take and give back."""

from dataclasses import dataclass
from typing import Final

from backwright.contract.model import Contract
from backwright.contract.operations import Source, View
from backwright.emit.fastapi.module import Module
from backwright.emit.templates import literal
from backwright.plan.attributes import attributes, schema_class
from backwright.plan.names import model
from backwright.shape import Kind, Shape

_IMPORTED: Final = {
    Kind.UUID: ("uuid", "UUID"),
    Kind.DATETIME: ("datetime", "datetime"),
    Kind.DATE: ("datetime", "date"),
    Kind.TIME: ("datetime", "time"),
    Kind.DECIMAL: ("decimal", "Decimal"),
    Kind.ANY: ("pydantic", "JsonValue"),
    Kind.UNION: ("pydantic", "JsonValue"),
}
_BUILT_IN: Final = {
    Kind.STRING: "str",
    Kind.INTEGER: "int",
    Kind.NUMBER: "float",
    Kind.BOOLEAN: "bool",
    Kind.BINARY: "bytes",
    Kind.NULL: "None",
}


@dataclass(frozen=True, slots=True)
class Returned:
    """What a function gives back, and the class it is shown in where that is another one."""

    annotation: str
    model: str = ""


def plain(contract: Contract, shape: Shape, into: Module, *, body: bool = False) -> str:
    """`list[OrderPublic]`, `dict[str, int]`, `UUID | None`."""
    told = _plain(contract, shape, into, body=body)
    return f"{told} | None" if shape.nullable and told not in ("None", "JsonValue") else told


def _plain(contract: Contract, shape: Shape, into: Module, *, body: bool) -> str:
    if shape.ref:
        return into.use(schema_class(contract, shape.ref, body=body))
    if shape.kind is Kind.ARRAY:
        inner = shape.items or Shape(Kind.ANY)
        return f"list[{plain(contract, inner, into, body=body)}]"
    if shape.kind in (Kind.MAP, Kind.OBJECT):
        inner = shape.items or Shape(Kind.ANY)
        return f"dict[str, {plain(contract, inner, into, body=body)}]"
    if shape.kind is Kind.UNION and shape.options and all(each.ref for each in shape.options):
        told = (plain(contract, each, into, body=body) for each in shape.options)
        return " | ".join(dict.fromkeys(told))
    return _scalar(shape, into)


def _scalar(shape: Shape, into: Module) -> str:
    if shape.values and all(isinstance(each, str | int) for each in shape.values):
        into.use_from("typing", "Literal")
        return f"Literal[{', '.join(literal(each) for each in shape.values)}]"
    if shape.kind in _IMPORTED:
        home, name = _IMPORTED[shape.kind]
        into.use_from(home, name)
        return name
    return _BUILT_IN[shape.kind]


def returned(contract: Contract, shape: Shape | None, into: Module) -> Returned:
    """Rows where the answer is made of nothing else; the answer's own class otherwise."""
    told = returned_type(contract, shape, into)
    shown = plain(contract, shape, Module(into.name, "")) if shape is not None else "None"
    if shape is None or told == shown:
        return Returned(told)
    return Returned(told, plain(contract, shape, into))


def returned_type(contract: Contract, shape: Shape | None, into: Module) -> str:
    """The annotation of `returned`, without importing the class that it is shown in."""
    if shape is None:
        return "None"
    if shape.kind is Kind.ARRAY and shape.items is not None and not shape.nullable:
        inner = _row(contract, shape.items, into)
        return f"list[{inner}]" if inner else plain(contract, shape, into)
    return _row(contract, shape, into) or plain(contract, shape, into)


def _row(contract: Contract, shape: Shape, into: Module) -> str:
    view = contract.view(shape.ref) if shape.ref and not shape.nullable else None
    if view is None or not view.entity or not _told_by_row(contract, view):
        return ""
    return into.use(model(contract.entity(view.entity)))


def _told_by_row(contract: Contract, view: View) -> bool:
    """Whether every property of the answer can be read from a row."""
    sources = {each.property: each.source for each in view.fills}
    of_rows = (Source.COLUMN, Source.RELATION, Source.DERIVED, Source.CONSTANT)
    return all(sources.get(each.wire) in of_rows for each in attributes(contract, view.schema))
