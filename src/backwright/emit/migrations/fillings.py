"""What the rows that stand get in a new column that must hold something."""

import json
from decimal import Decimal
from typing import Final

from backwright.contract.entities import Entity
from backwright.contract.model import Contract
from backwright.plan.columns import Column, Sql
from backwright.plan.defaults import Make, default
from backwright.plan.sql_words import text

_PRESENT: Final = {
    Make.NOW: "CURRENT_TIMESTAMP", Make.TODAY: "CURRENT_DATE", Make.LIST: "'[]'",
    Make.MAPPING: "'{}'", Make.STAMP: "CAST(CURRENT_TIMESTAMP AS VARCHAR)",
}  # fmt: skip


def filling(contract: Contract, entity: Entity, column: Column) -> str:
    """SQL that both databases understand; empty if only somebody who knows the rows can tell."""
    made = default(contract, entity, column)
    if column.sql is Sql.JSON:
        return _json(made.make, made.value)
    if made.make in _PRESENT:
        return _PRESENT[made.make]
    if made.make in (Make.VALUE, Make.MEMBER) and made.value is not None:
        return text(made.value)
    if made.make is Make.DECIMAL:
        return text(_units(str(made.value), column.places))
    if made.make is Make.MOMENT and column.sql in (Sql.DATE, Sql.TIME):
        return text(made.value)
    return ""


def _json(make: Make, value: object) -> str:
    if make is Make.LIST and isinstance(value, tuple) and value:
        return text(json.dumps(value))
    if make is Make.VALUE and value is not None:
        return text(json.dumps(value))
    return _PRESENT.get(make, "") if make in (Make.LIST, Make.MAPPING) else ""


def _units(value: str, places: int) -> int:

    return int(Decimal(value).scaleb(places).to_integral_value())
