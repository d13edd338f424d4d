"""The Python types of columns, as rows have them."""

from typing import Final

from backwright.contract.entities import Entity
from backwright.contract.model import Contract
from backwright.emit.fastapi.value_text import Speller
from backwright.plan.columns import Column, Sql
from backwright.plan.names import Symbol
from backwright.plan.value_types import value_type
from backwright.shape import Kind, Shape

_TYPES: Final = {
    Sql.UUID: "UUID", Sql.TEXT: "str", Sql.INTEGER: "int", Sql.BIG_INTEGER: "int",
    Sql.FLOAT: "float", Sql.DECIMAL: "Decimal", Sql.BOOLEAN: "bool", Sql.DATETIME: "datetime",
    Sql.DATE: "date", Sql.TIME: "time", Sql.BINARY: "bytes",
}  # fmt: skip
_IN_JSON: Final = {
    Kind.INTEGER: "int", Kind.NUMBER: "float", Kind.BOOLEAN: "bool", Kind.ANY: "Any",
    Kind.UNION: "Any", Kind.NULL: "Any",
}  # fmt: skip


def row_type(contract: Contract, entity: Entity, column: Column, speller: Speller) -> str:
    """Without `| None`."""
    named = value_type(contract, entity, column.field)
    if named is not None:
        return speller.use(named.symbol)
    if column.enum is not None:
        return speller.use(column.enum)
    if column.sql is Sql.JSON:
        return json_type(column.shape, speller)
    return speller.base(_TYPES[column.sql])


def json_type(shape: Shape, speller: Speller) -> str:
    """What a JSON column gives back: ids, dates and exact numbers are text there."""
    if shape.kind is Kind.ARRAY:
        if shape.items is None:
            return f"{speller.base('list')}[{speller.base('Any')}]"
        inner = json_type(shape.items, speller)
        nullable = " | None" if shape.items.nullable and not is_any(shape.items) else ""
        return f"{speller.base('list')}[{inner}{nullable}]"
    if shape.kind in (Kind.MAP, Kind.OBJECT):
        any_value = speller.use(Symbol("typing", "Any"))
        return f"{speller.base('dict')}[{speller.base('str')}, {any_value}]"
    return speller.base(_IN_JSON.get(shape.kind, "str"))


def is_any(shape: Shape) -> bool:
    return _IN_JSON.get(shape.kind) == "Any"
