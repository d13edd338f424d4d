"""What a column holds when nobody gives it a value."""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Final
from uuid import UUID

from backwright.contract.entities import Auto, Entity
from backwright.contract.model import Contract
from backwright.plan.columns import Column, Sql
from backwright.plan.givens import given
from backwright.shape import ABSENT, Kind, Literal, Shape


class Make(StrEnum):
    """How the value comes about."""

    NOTHING = "nothing"
    """It must be given."""
    VALUE = "value"
    MEMBER = "member"
    """`value` is a value of the column's enum."""
    NOW = "now"
    TODAY = "today"
    STAMP = "stamp"
    """The moment as text."""
    SECONDS = "seconds"
    """The moment as a number."""
    NEW_ID = "new_id"
    NEW_TEXT_ID = "new_text_id"
    BY_DATABASE = "by_database"
    """Numbered when the row is written."""
    LIST = "list"
    MAPPING = "mapping"
    DECIMAL = "decimal"
    MOMENT = "moment"
    """`value` is the ISO text of a date, a time or a datetime."""


@dataclass(frozen=True, slots=True)
class Default:
    make: Make = Make.NOTHING
    value: Literal = None


NOTHING: Final = Default()
NULL: Final = Default(Make.VALUE, None)
_NOW: Final = re.compile(
    r"(?:now|current[_ ]?(?:timestamp|time|date)|utc_?now|sysdate|today|datetime\.\w+|func\.now)"
    r"(?:\(.*\))?(?: at time zone .*)?",
    re.IGNORECASE,
)
_ZEROS: Final = {
    Sql.TEXT: Default(Make.VALUE, ""),
    Sql.INTEGER: Default(Make.VALUE, 0),
    Sql.BIG_INTEGER: Default(Make.VALUE, 0),
    Sql.FLOAT: Default(Make.VALUE, 0.0),
    Sql.DECIMAL: Default(Make.DECIMAL, "0"),
    Sql.BOOLEAN: Default(Make.VALUE, False),
    Sql.DATETIME: Default(Make.NOW),
    Sql.DATE: Default(Make.TODAY),
    Sql.UUID: Default(Make.NEW_ID),
}
_STAMPS: Final = {
    Sql.DATETIME: Make.NOW, Sql.DATE: Make.TODAY, Sql.TEXT: Make.STAMP, Sql.JSON: Make.STAMP,
    Sql.INTEGER: Make.SECONDS, Sql.BIG_INTEGER: Make.SECONDS, Sql.FLOAT: Make.SECONDS,
}  # fmt: skip


def default(contract: Contract, entity: Entity, column: Column) -> Default:
    """What the author wrote, else what the system gives, else null where that is allowed."""
    system = _system(entity, column)
    if system is not None:
        return system
    written = typed(column, column.field.default)
    if written is not None and written != NULL:
        return written
    if column.field.auto is Auto.VERSION:
        return Default(Make.VALUE, 1)
    if column.nullable and not column.primary:
        return NULL
    return NOTHING if given(contract, entity, column.field) else _zero(column)


def _system(entity: Entity, column: Column) -> Default | None:
    """Of keys, timestamps and the flag of deleted rows."""
    field = column.field
    if column.primary and field.auto is Auto.ID:
        return _key(column)
    if field.auto in (Auto.CREATED, Auto.UPDATED):
        return Default(_STAMPS.get(column.sql, Make.NOTHING))
    if field.name == entity.soft_delete and column.sql is Sql.BOOLEAN:
        return Default(Make.VALUE, entity.soft_delete_value is False)
    return None


def _key(column: Column) -> Default:
    makes = {Sql.UUID: Make.NEW_ID, Sql.INTEGER: Make.BY_DATABASE, Sql.TEXT: Make.NEW_TEXT_ID}
    if column.references is not None:
        return NOTHING
    return Default(makes.get(column.sql, Make.NOTHING))


def _zero(column: Column) -> Default:
    """A column that must hold something, and that nothing may fill: it starts at nothing."""
    if column.references is not None or column.primary:
        return NOTHING
    if column.sql is Sql.ENUM:
        return Default(Make.MEMBER, column.values[0])
    if column.values:
        return Default(Make.VALUE, column.values[0])
    if column.sql is Sql.JSON:
        return Default(Make.LIST, ()) if column.shape.kind is Kind.ARRAY else Default(Make.MAPPING)
    low = column.shape.minimum
    if column.sql in (Sql.INTEGER, Sql.BIG_INTEGER) and low is not None and low > 0:
        return Default(Make.VALUE, math.ceil(low))
    return _ZEROS.get(column.sql, NOTHING)


def typed(column: Column, value: Literal | object) -> Default | None:
    """A written default as the column's type has it; None if it makes no sense there."""
    if value is ABSENT:
        return None
    if value is None:
        return NULL if column.nullable else None
    if column.sql is Sql.ENUM:
        return Default(Make.MEMBER, str(value)) if value in column.values else None
    if column.sql is Sql.JSON:
        return _collection(column.shape, value)
    return Default(Make.VALUE, str(value)) if column.sql is Sql.TEXT else _written(column, value)


def _written(column: Column, value: object) -> Default | None:
    text = value.strip() if isinstance(value, str) else value
    if isinstance(text, str) and column.sql in (Sql.DATETIME, Sql.DATE) and _NOW.fullmatch(text):
        return Default(Make.NOW if column.sql is Sql.DATETIME else Make.TODAY)
    return _scalar(column, value)


def _collection(shape: Shape, value: object) -> Default | None:
    if shape.kind is Kind.ARRAY and isinstance(value, tuple):
        return Default(Make.LIST, value)
    if value in ((), "{}", "[]", ""):
        return Default(Make.LIST, ()) if shape.kind is Kind.ARRAY else Default(Make.MAPPING)
    plain = shape.kind in (Kind.ANY, Kind.UNION) and isinstance(value, str | int | float)
    return Default(Make.VALUE, value) if plain else None  # type: ignore[arg-type]  # a scalar


def _scalar(column: Column, value: object) -> Default | None:
    """Numbers and flags may be written as text; anything else has to be what it says."""
    text = str(value).strip()
    try:
        read = _READERS.get(column.sql)
        return read(text) if read is not None else _moment(column, text)
    except (ValueError, KeyError, InvalidOperation, OverflowError):
        return None


def _whole(text: str) -> Default:
    return Default(Make.VALUE, int(float(text)) if "." in text else int(text))


_FLAGS: Final = {"true": True, "false": False, "1": True, "0": False}
_READERS: Final[dict[Sql, Callable[[str], Default]]] = {
    Sql.BOOLEAN: lambda text: Default(Make.VALUE, _FLAGS[text.lower()]),
    Sql.INTEGER: _whole,
    Sql.BIG_INTEGER: _whole,
    Sql.FLOAT: lambda text: Default(Make.VALUE, float(text)),
    Sql.DECIMAL: lambda text: Default(Make.DECIMAL, str(Decimal(text))),
}


def _moment(column: Column, text: str) -> Default | None:
    if column.sql is Sql.UUID:
        made = re.search(r"uuid|random", text, re.IGNORECASE)
        return Default(Make.NEW_ID) if made else Default(Make.MOMENT, str(UUID(text)))
    if column.sql is Sql.DATETIME:
        read = datetime.fromisoformat(text)
        return Default(Make.MOMENT, read.isoformat()) if read.tzinfo is not None else None
    if column.sql is Sql.DATE:
        return Default(Make.MOMENT, date.fromisoformat(text).isoformat())
    if column.sql is Sql.TIME:
        return Default(Make.MOMENT, time.fromisoformat(text).replace(tzinfo=None).isoformat())
    return None
