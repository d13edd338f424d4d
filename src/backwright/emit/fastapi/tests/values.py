"""Values as source text: as a row holds them, and as an answer shows them."""

from typing import Final

from backwright.contract.entities import Entity, Field
from backwright.contract.model import Contract
from backwright.emit.templates import literal
from backwright.plan.names import enum, member
from backwright.plan.samples import Json
from backwright.shape import Kind, Literal

_CALLS: Final = {
    Kind.UUID: "UUID({})",
    Kind.DATE: "date.fromisoformat({})",
    Kind.TIME: "time.fromisoformat({})",
    Kind.DECIMAL: "Decimal({})",
}


def in_row(contract: Contract, entity: Entity, field: Field, value: Json | Literal) -> str:
    """The value of a column as Python source."""
    if value is None:
        return "None"
    made = enum(contract, entity, field)
    if made is not None and isinstance(value, str) and value in field.shape.values:
        return f"{made.name}.{member(value)}"
    if field.shape.kind is Kind.DATETIME:
        return f"datetime.fromisoformat({literal(str(value).replace('Z', '+00:00'))})"
    call = _CALLS.get(field.shape.kind)
    return call.format(literal(str(value))) if call else literal(value)


def in_answer(field: Field, value: Json | Literal) -> str:
    """The same value as JSON shows it: an instant and a decimal compare by what they mean."""
    if value is None:
        return "None"
    if field.shape.kind is Kind.DATETIME:
        return f"At({literal(value)})"
    if field.shape.kind is Kind.DECIMAL:
        return f"Number({literal(str(value))})"
    return literal(value)


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
                if not value:
                    return None
    return value
