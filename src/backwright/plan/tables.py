"""The table of an entity: what its model declares and its migration creates, from one source."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from backwright.contract.entities import Auto, CrossField, Entity, Unique
from backwright.contract.model import Contract
from backwright.plan import constraint_names
from backwright.plan.columns import Column, Sql, columns
from backwright.plan.sql_words import quoted, text
from backwright.shape import Kind, Shape


@dataclass(frozen=True, slots=True)
class Index:
    name: str
    columns: tuple[str, ...]
    unique: bool = False
    where: str = ""
    """SQL that both databases understand."""


@dataclass(frozen=True, slots=True)
class Check:
    name: str
    """Without the prefix that the naming convention adds."""
    full_name: str
    sql: str
    of_type: bool = False
    """The column's type brings it along: an enum."""


@dataclass(frozen=True, slots=True)
class ForeignKey:
    name: str
    column: str
    table: str
    target: str
    on_delete: str


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...]
    uniques: tuple[tuple[str, tuple[str, ...]], ...]
    """Name → columns."""
    checks: tuple[Check, ...]
    foreign_keys: tuple[ForeignKey, ...]
    indexes: tuple[Index, ...]


_RANGED: Final = (Sql.INTEGER, Sql.BIG_INTEGER, Sql.FLOAT, Sql.DECIMAL)
_NUMBERS: Final = (Kind.INTEGER, Kind.NUMBER, Kind.DECIMAL)


def table(contract: Contract, entity: Entity) -> Table:
    stored = columns(contract, entity)
    return Table(
        name=entity.table,
        columns=stored,
        primary_key=(entity.key.name,),
        uniques=tuple(_uniques(entity)),
        checks=tuple(_checks(entity, stored)),
        foreign_keys=tuple(_foreign_keys(entity, stored)),
        indexes=tuple(_indexes(entity)),
    )


def _uniques(entity: Entity) -> Iterator[tuple[str, tuple[str, ...]]]:
    found: list[tuple[str, ...]] = [
        (each.name,) for each in entity.fields if each.unique and each is not entity.key
    ]
    found += [each.columns for each in entity.uniques if not _partial(entity, each)]
    for each in dict.fromkeys(found):
        yield constraint_names.unique(entity.table, each), each


def _partial(entity: Entity, unique: Unique) -> bool:
    return unique.live_only and bool(entity.soft_delete)


def live(entity: Entity) -> str:
    """SQL that holds for the rows that are not deleted."""
    name = quoted(entity.soft_delete)
    field = entity.get(entity.soft_delete)
    if field is None or field.shape.kind is not Kind.BOOLEAN:
        return f"{name} IS NULL"
    return name if entity.soft_delete_value is False else f"NOT {name}"


def _indexes(entity: Entity) -> Iterator[Index]:
    for unique in entity.uniques:
        if _partial(entity, unique):
            name = constraint_names.unique(entity.table, unique.columns)
            yield Index(name, unique.columns, unique=True, where=live(entity))
    taken = {each.columns for each in entity.uniques if not _partial(entity, each)}
    single = [(e.name,) for e in entity.fields if e.index and not e.unique and e is not entity.key]
    for each in dict.fromkeys([*single, *entity.indexes]):
        if each and each not in taken:
            yield Index(constraint_names.index(entity.table, each), each)


def _foreign_keys(entity: Entity, stored: tuple[Column, ...]) -> Iterator[ForeignKey]:
    for each in stored:
        if each.references is not None:
            name = constraint_names.foreign_key(entity.table, each.name)
            target = each.references
            yield ForeignKey(name, each.name, target.table, target.key.name, each.on_delete)


def _checks(entity: Entity, stored: tuple[Column, ...]) -> Iterator[Check]:
    for each in stored:
        if each.sql is Sql.ENUM:
            yield _check(entity, each.name, _one_of(each), of_type=True)
        elif each.sql in _RANGED and each.references is None:
            sql = _one_of(each) if each.values else _range(each)
            if sql:
                yield _check(entity, each.name, sql)
    for cross in entity.cross_fields:
        sql = _crossed(cross, stored)
        if sql:
            yield _check(entity, f"{cross.left}_{cross.right}", sql)


def _check(entity: Entity, what: str, sql: str, *, of_type: bool = False) -> Check:
    full = constraint_names.check(entity.table, what)
    return Check(full.removeprefix(f"ck_{entity.table}_"), full, sql, of_type)


def _one_of(column: Column) -> str:
    listed = ", ".join(text(each) for each in column.values)
    return f"{quoted(column.name)} IN ({listed})"


def _range(column: Column) -> str:
    if column.field.auto is Auto.VERSION or column.primary:
        return ""
    name, shape = quoted(column.name), column.shape
    low, high = _bound(column, shape, "minimum"), _bound(column, shape, "maximum")
    if low and high and not (shape.exclusive_minimum or shape.exclusive_maximum):
        return f"{name} BETWEEN {low} AND {high}"
    parts = []
    if low:
        parts.append(f"{name} {'>' if shape.exclusive_minimum else '>='} {low}")
    if high:
        parts.append(f"{name} {'<' if shape.exclusive_maximum else '<='} {high}")
    return " AND ".join(parts)


def _bound(column: Column, shape: Shape, end: str) -> str:
    """In the units that the column keeps."""
    value: float | int | None = getattr(shape, end)
    if value is None or not math.isfinite(value):
        return ""
    if column.sql is Sql.DECIMAL:
        units = round(value * 10**column.places, 6)
        value = math.ceil(units) if end == "minimum" else math.floor(units)
    if column.sql in (Sql.INTEGER, Sql.BIG_INTEGER) and value == int(value):
        value = int(value)
    return text(value)


def _crossed(cross: CrossField, stored: tuple[Column, ...]) -> str:
    """Only of columns that one database compares like the other."""
    by_name = {each.name: each for each in stored}
    left, right = by_name.get(cross.left), by_name.get(cross.right)
    if left is None or right is None or left.sql is not right.sql or left.sql is Sql.JSON:
        return ""
    operator = {"==": "=", "!=": "<>"}.get(cross.operator, cross.operator)
    return f"{quoted(cross.left)} {operator} {quoted(cross.right)}"
