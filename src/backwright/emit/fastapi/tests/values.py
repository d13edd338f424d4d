"""Values as source text: as a row holds them, as JSON has them, and as an address has them."""

import json
from typing import Final
from urllib.parse import quote

from backwright.contract.entities import Entity, Field
from backwright.contract.model import Contract
from backwright.emit.templates import literal
from backwright.plan.columns import Sql, column
from backwright.plan.names import enum, member
from backwright.plan.samples import Json
from backwright.shape import Kind, Literal

_CALLS: Final = {
    Sql.UUID: "UUID({})",
    Sql.DATE: "date.fromisoformat({})",
    Sql.TIME: "time.fromisoformat({})",
    Sql.DECIMAL: "Decimal({})",
}
_LONG: Final = 60


def in_row(contract: Contract, entity: Entity, field: Field, value: Json | Literal) -> str:
    """The value of a column as Python source."""
    if value is None:
        return "None"
    made = enum(contract, entity, field)
    if made is not None and isinstance(value, str) and value in field.shape.values:
        return f"{made.name}.{member(value, field.shape.values)}"
    sql = column(contract, entity, field).sql
    if sql is Sql.DATETIME:
        return f"datetime.fromisoformat({literal(str(value).replace('Z', '+00:00'))})"
    call = _CALLS.get(sql)
    return call.format(literal(str(value))) if call else in_json(value)


def in_json(value: Json | Literal) -> str:
    """A value of a body; texts that only fill up a length are told by their length."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, tuple | list):
        return f"[{', '.join(in_json(each) for each in value)}]"
    if isinstance(value, dict):
        pairs = ", ".join(f"{literal(name)}: {in_json(each)}" for name, each in value.items())
        return f"{{{pairs}}}"
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 2**31 - 1:
        return _power(value)
    return literal(value)


def _text(value: str) -> str:
    if len(value) <= _LONG:
        return literal(value)
    run = len(value) - len(value.rstrip(value[-1]))
    head = value[: len(value) - run]
    if run > 1 and len(head) <= _LONG:
        made = f"{literal(value[-1])} * {run}"
        return f"{literal(head)} + {made}" if head else made
    return _repeated(value)


def _repeated(value: str) -> str:
    """A text of one piece over and over, and what is left of it."""
    for size in range(1, min(len(value), 70)):
        piece = value[:size]
        if (piece * (len(value) // size + 1))[: len(value)] == value:
            count, rest = divmod(len(value), size)
            end = f" + {literal(value[-rest:])}" if rest else ""
            return f"{literal(piece)} * {count}{end}"
    return "(" + " ".join(literal(value[s : s + _LONG]) for s in range(0, len(value), _LONG)) + ")"


def _power(value: int) -> str:
    for power in (31, 32, 53, 63, 64):
        for offset in (-1, 0, 1):
            if abs(value) == 2**power + offset:
                more = f" {'+' if offset > 0 else '-'} {abs(offset)}" if offset else ""
                return f"2**{power}{more}" if value > 0 else f"-(2**{power}{more})"
    return literal(value)


def in_address(value: Json | Literal) -> str:
    """A value as a path or a query spells it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple | dict):
        return quote(json.dumps(value), safe="")
    return quote(str(value), safe="")


def in_query(value: Json | Literal) -> str:
    """The source of a value for `params`, where numbers and flags may stay what they are."""
    if value is None or isinstance(value, dict | list | tuple):
        return literal("")
    return in_json(value)


def normalised(field: Field, value: Json) -> Json:
    """What becomes of a text on its way into a column."""
    if not isinstance(value, str):
        return value
    for step in field.normalise:
        match step:
            case "trim":
                value = value.strip()
            case "lower":
                value = value.lower()
            case "upper":
                value = value.upper()
            case "empty_to_null":
                if not value.strip():
                    return None
    return value


def is_exact(field: Field) -> bool:
    return field.shape.kind is Kind.DECIMAL
