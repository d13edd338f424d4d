"""How the fields of an entity are stored."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from backwright.contract.entities import Auto, Entity, Field, Ownership
from backwright.contract.model import Contract
from backwright.plan.names import Symbol, enum
from backwright.shape import Kind, Scalar, Shape

INT32: Final = 2**31 - 1
INT64: Final = 2**63 - 1
PLACES: Final = 6
"""Decimal places of an exact number whose author gave none."""
_LONGEST_TEXT: Final = 10_485_760
"""PostgreSQL's VARCHAR is not longer."""


class Sql(StrEnum):
    UUID = "uuid"
    TEXT = "text"
    ENUM = "enum"
    INTEGER = "integer"
    BIG_INTEGER = "big_integer"
    FLOAT = "float"
    DECIMAL = "decimal"
    """Stored as a whole number of its smallest units, on every database."""
    BOOLEAN = "boolean"
    DATETIME = "datetime"
    DATE = "date"
    TIME = "time"
    BINARY = "binary"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Column:
    field: Field
    sql: Sql
    shape: Shape
    """As it is stored: that of the key, where the field refers to one."""
    nullable: bool
    primary: bool = False
    length: int | None = None
    places: int = 0
    """Of an exact number: how many decimal places it keeps."""
    enum: Symbol | None = None
    values: tuple[Scalar, ...] = ()
    references: Entity | None = None
    on_delete: str = ""

    @property
    def name(self) -> str:
        return self.field.name


_KINDS: Final = {
    Kind.UUID: Sql.UUID, Kind.STRING: Sql.TEXT, Kind.INTEGER: Sql.INTEGER, Kind.NUMBER: Sql.FLOAT,
    Kind.DECIMAL: Sql.DECIMAL, Kind.BOOLEAN: Sql.BOOLEAN, Kind.DATETIME: Sql.DATETIME,
    Kind.DATE: Sql.DATE, Kind.TIME: Sql.TIME, Kind.BINARY: Sql.BINARY,
}  # fmt: skip


def columns(contract: Contract, entity: Entity) -> tuple[Column, ...]:
    return tuple(column(contract, entity, each) for each in entity.fields)


def column(contract: Contract, entity: Entity, field: Field) -> Column:
    target = _target(contract, field)
    shape = stored_shape(contract, entity, field)
    symbol = None if target is not None else enum(contract, entity, field)
    sql = Sql.ENUM if symbol is not None else _sql(shape)
    return Column(
        field=field,
        sql=sql,
        shape=shape,
        nullable=not field.required,
        primary=field is entity.key,
        length=_length(field, shape, sql),
        places=places(shape) if sql is Sql.DECIMAL else 0,
        enum=symbol,
        values=shape.values,
        references=target,
        on_delete=on_delete(contract, entity, field),
    )


def stored_shape(contract: Contract, entity: Entity, field: Field) -> Shape:
    """A reference is stored like the key that it holds."""
    seen = {(entity.name, field.name)}
    target = _target(contract, field)
    while target is not None and (target.name, target.key.name) not in seen:
        seen.add((target.name, target.key.name))
        field = target.key
        target = _target(contract, field)
    return field.shape


def as_held(shape: Shape, stored: Shape) -> Shape:
    """A number that goes into a column of exact numbers is read as one, with its places."""
    if shape.kind is not Kind.NUMBER or stored.kind is not Kind.DECIMAL or shape.values:
        return shape
    return replace(
        shape,
        kind=Kind.DECIMAL,
        multiple_of=shape.multiple_of or stored.multiple_of,
        max_digits=stored.max_digits,
        decimal_places=stored.decimal_places,
    )


def _target(contract: Contract, field: Field) -> Entity | None:
    return contract.find_entity(field.references)


def _sql(shape: Shape) -> Sql:
    sql = _KINDS.get(shape.kind, Sql.JSON)
    if sql is Sql.INTEGER and wide(shape):
        return Sql.BIG_INTEGER
    return sql


def wide(shape: Shape) -> bool:
    """Whether a whole number needs eight bytes."""
    bounds = [each for each in (shape.minimum, shape.maximum) if each is not None]
    bounds += [each for each in shape.values if isinstance(each, int)]
    return any(abs(each) > INT32 for each in bounds)


def places(shape: Shape) -> int:
    if shape.decimal_places is not None:
        return min(shape.decimal_places, 12)
    if shape.multiple_of is not None and 0 < shape.multiple_of < 1:
        match = re.fullmatch(r"0\.(0*1)|1e-0?(\d+)", repr(float(shape.multiple_of)))
        if match is not None:
            return min(len(match[1]) if match[1] else int(match[2]), 12)
    return PLACES


def digits(shape: Shape) -> int:
    """How many digits an exact number may have in all; eighteen fit into eight bytes."""
    return min(shape.max_digits or 18, 18)


def _length(field: Field, shape: Shape, sql: Sql) -> int | None:
    if sql is Sql.ENUM:
        return max(20, *(len(str(each)) for each in shape.values))
    if sql is not Sql.TEXT:
        return None
    if field.auto is Auto.PASSWORD_HASH:
        return 255
    most = shape.max_length
    if most is None and shape.format == "email":
        most = 254
    return most if most is not None and 0 < most <= _LONGEST_TEXT else None


def on_delete(contract: Contract, entity: Entity, field: Field) -> str:
    """What becomes of this row when the row that it refers to goes: `cascade`, `set null`,
    `restrict`, or empty, which means that the other row stays."""
    target = _target(contract, field)
    if target is None:
        return ""
    said = field.on_delete.lower().replace("_", " ")
    if said == "set null" and field.required:
        said = ""
    if said in ("cascade", "set null", "restrict"):
        return said
    if target.name == entity.name:
        return "cascade" if field.required else "set null"
    owned = entity.owner.kind is Ownership.PARENT and entity.owner.column == field.name
    goes_along = any(
        each.cascade and each.entity == entity.name and each.column == field.name
        for each in target.relations
    )
    if goes_along or (owned and not target.soft_delete) or _links(contract, entity, target):
        return "cascade"
    return ""


def _links(contract: Contract, entity: Entity, target: Entity) -> bool:
    """Rows that only tie two others together go with either, unless that one is then in use."""
    ties = any(
        relation.link == entity.name and target.name in (owner.name, relation.entity)
        for owner in contract.entities
        for relation in owner.relations
    )
    return ties and not any(
        (refusal.reason, refusal.entity) == ("in_use", target.name)
        for operation in contract.operations
        for refusal in operation.refusals
    )
