"""Columns as attributes of a row class: `note: Note | None = Field(max_length=500)`."""

from collections.abc import Iterator
from typing import Final

from backwright.contract.entities import Entity
from backwright.contract.model import Contract
from backwright.emit.fastapi import core_db
from backwright.emit.fastapi.row_types import is_any, row_type
from backwright.emit.fastapi.value_text import Speller
from backwright.emit.templates import literal
from backwright.plan import constraint_names
from backwright.plan.columns import Column, Sql
from backwright.plan.defaults import Default, Make, default
from backwright.plan.names import Symbol, core, member
from backwright.plan.tables import Table
from backwright.plan.value_types import value_type

_ON_DELETE: Final = {"cascade": "CASCADE", "set null": "SET NULL", "restrict": "RESTRICT"}
_PARSERS: Final = {Sql.DATETIME: "datetime", Sql.DATE: "date", Sql.TIME: "time"}
_UUID_TEXT: Final = 36


def column_line(
    contract: Contract, entity: Entity, table: Table, column: Column, speller: Speller
) -> str:
    known = row_type(contract, entity, column, speller)
    optional = column.nullable and not column.primary and not _is_any(column)
    made = default(contract, entity, column)
    value = _default(made, column, speller)
    arguments = [
        *([value] if value else []),
        *_arguments(contract, entity, table, column, speller),
    ]
    left = f"{column.name}: {known}{' | None' if optional else ''}"
    if not arguments:
        return left
    if len(arguments) == 1 and value.startswith("default="):
        return f"{left} = {value.removeprefix('default=')}"
    return f"{left} = {speller.use(Symbol('sqlmodel', 'Field'))}({', '.join(arguments)})"


def _arguments(
    contract: Contract, entity: Entity, table: Table, column: Column, speller: Speller
) -> Iterator[str]:
    if column.primary:
        yield "primary_key=True"
    for key in table.foreign_keys:
        if key.column == column.name and key.name == f"fk_{table.name}_{column.name}":
            yield f"foreign_key={literal(f'{key.table}.{key.target}')}"
            if key.on_delete:
                yield f"ondelete={literal(_ON_DELETE[key.on_delete])}"
    if (f"uq_{table.name}_{column.name}", (column.name,)) in table.uniques:
        yield "unique=True"
    if any(each.name == f"ix_{table.name}_{column.name}" for each in table.indexes):
        yield "index=True"
    if column.length is not None and column.sql is Sql.TEXT:
        named = value_type(contract, entity, column.field)
        if named is None or column.nullable or "trim" in named.value.steps:
            yield f"max_length={column.length}"
    yield from _type(table, column, speller)


def _type(table: Table, column: Column, speller: Speller) -> Iterator[str]:
    if column.enum is not None:
        made = speller.use(core("db", "text_enum"))
        full = constraint_names.check(table.name, column.name)
        check = next(each.name for each in table.checks if each.full_name == full)
        yield f"sa_type={made}({speller.use(column.enum)}, name={literal(check)})"
    elif column.sql is Sql.BIG_INTEGER:
        yield f"sa_type={speller.use(Symbol('sqlmodel', 'BigInteger'))}"
    elif column.sql is Sql.DECIMAL:
        yield f"sa_type={speller.use(core('db', 'ExactNumber'))}({column.places})"
    elif column.sql is Sql.JSON:
        json = speller.use(Symbol("sqlmodel", "JSON"))
        yield f"sa_type={json}(none_as_null=True)" if column.nullable else f"sa_type={json}"
        if _is_any(column):  # which says nothing about null
            yield f"nullable={column.nullable}"


def _is_any(column: Column) -> bool:
    return column.sql is Sql.JSON and is_any(column.shape)


def _default(made: Default, column: Column, speller: Speller) -> str:
    if made.make is Make.NOTHING:
        return ""
    if made.make is Make.BY_DATABASE:
        return "default=None"
    if made.make in core_db.NOW:
        name = speller.use(core("db", core_db.NOW[made.make]))
        return f"default_factory={name}"
    factory = _factory(made, column, speller)
    return f"default_factory={factory}" if factory else f"default={_value(made, column, speller)}"


def _factory(made: Default, column: Column, speller: Speller) -> str:
    if made.make in (Make.NEW_ID, Make.NEW_TEXT_ID):
        uuid4 = speller.use(Symbol("uuid", "uuid4"))
        if made.make is Make.NEW_ID:
            return uuid4
        if column.length is None or column.length >= _UUID_TEXT:
            return f"lambda: {speller.base('str')}({uuid4}())"
        cut = f"[:{column.length}]" if column.length < 32 else ""
        return f"lambda: {uuid4}().hex{cut}"
    if made.make is Make.MAPPING:
        return speller.base("dict")
    if made.make is Make.LIST:
        listed = list(made.value) if isinstance(made.value, tuple) else []
        return f"lambda: {literal(listed)}" if listed else speller.base("list")
    return ""


def _value(made: Default, column: Column, speller: Speller) -> str:
    if made.make is Make.MEMBER and column.enum is not None:
        return f"{speller.use(column.enum)}.{member(str(made.value), column.values)}"
    if made.make is Make.DECIMAL:
        return f"{speller.base('Decimal')}({literal(made.value)})"
    if made.make is Make.MOMENT:
        if column.sql is Sql.UUID:
            return f"{speller.base('UUID')}({literal(made.value)})"
        return f"{speller.base(_PARSERS[column.sql])}.fromisoformat({literal(made.value)})"
    return literal(made.value)
