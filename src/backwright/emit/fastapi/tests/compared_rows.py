"""Rows on both sides of a comparison, and on its border."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from backwright.contract.entities import Entity, Field
from backwright.contract.model import Contract
from backwright.contract.operations import Comparison, is_now
from backwright.emit.fastapi.conditions import TODAY, moment
from backwright.emit.fastapi.tests.values import in_row
from backwright.shape import ABSENT, Absent

_FAR: Final = 1000
_NEAR: Final = 10


@dataclass(frozen=True, slots=True)
class Beside:
    """What the columns of a comparison hold: column → source."""

    below: dict[str, str]
    border: dict[str, str]
    """Empty where no row can lie on it: no test is asked at the very moment that a row names."""
    above: dict[str, str]


def holding(contract: Contract, entity: Entity, compared: Iterable[Comparison]) -> dict[str, str]:
    """What a row that is listed holds, with room for other values of the compared column."""
    found: dict[str, str] = {}
    for told in compared:
        own, other = entity.get(told.column), entity.get(told.other)
        if own is None or own.name in found:
            continue
        if is_now(told):
            near = beside(contract, entity, told)
            found |= near.below if told.operator.startswith("<") else near.above
        elif other is not None:
            less = told.operator.startswith("<")
            found |= _first(contract, entity, told, _low(own) if less else _most(own))
            found[other.name] = in_row(
                contract, entity, other, _most(other) if less else _low(other)
            )
        else:
            found |= _kept(contract, entity, own, compared)
    return found


def _kept(
    contract: Contract, entity: Entity, own: Field, compared: Iterable[Comparison]
) -> dict[str, str]:
    """Another value than those that are left out; nothing where new rows start with another."""
    out = [each.value for each in compared if each.column == own.name]
    if own.default is not ABSENT and own.default not in out:
        return {}
    other = next((each for each in own.shape.values if each not in out), None)
    return {own.name: in_row(contract, entity, own, other)} if other is not None else {}


def beside(contract: Contract, entity: Entity, told: Comparison) -> Beside:
    if is_now(told):
        return _around_now(contract, entity, told)
    own, other = entity.get(told.column), entity.get(told.other)
    if own is None or other is None:
        return Beside({}, {}, {})
    middle = max(_low(own) + 1, _low(other), min(_NEAR, _most(own) - 1, _most(other)))
    held = {other.name: in_row(contract, entity, other, middle)}
    below, border, above = (
        {**_first(contract, entity, told, each), **held}
        for each in (middle - 1, middle, middle + 1)
    )
    return Beside(below, border, above)


def _first(contract: Contract, entity: Entity, told: Comparison, value: int) -> dict[str, str]:
    """The compared column, or, of a difference, both: something is taken wherever it can be."""
    own, taken = entity.get(told.column), entity.get(told.minus)
    if own is None:
        return {}
    part = min(max(_low(taken), 1), _most(own) - value, _most(taken)) if taken is not None else 0
    found = {own.name: in_row(contract, entity, own, value + part)}
    if taken is not None:
        found[taken.name] = in_row(contract, entity, taken, part)
    return found


def ordered(contract: Contract, entity: Entity, told: Comparison) -> list[str]:
    """Times that are all listed, from the first to the last."""
    now = _now(contract, entity, told)
    sign, days = ("-", (3, 2, 1)) if told.operator.startswith("<") else ("+", (1, 2, 3))
    return [f"{now} {sign} timedelta(days={each})" for each in days]


def _now(contract: Contract, entity: Entity, told: Comparison) -> str:
    of_days = moment(contract, entity, told.column) == TODAY
    return "utcnow().date()" if of_days else "utcnow()"


def _around_now(contract: Contract, entity: Entity, told: Comparison) -> Beside:
    now, name = _now(contract, entity, told), told.column
    border = {name: now} if now.endswith("date()") else {}
    return Beside(
        {name: f"{now} - timedelta(days=1)"}, border, {name: f"{now} + timedelta(days=1)"}
    )


def left_out(contract: Contract, entity: Entity, told: Comparison) -> dict[str, str]:
    """A row that holds the value that the list leaves out."""
    own = entity.get(told.column)
    if own is None or isinstance(told.value, Absent):
        return {}
    return {own.name: in_row(contract, entity, own, told.value)}


def _low(own: Field) -> int:
    least = own.shape.minimum
    return max(int(least if least is not None else 0) + int(own.shape.exclusive_minimum), 0)


def _most(own: Field) -> int:
    most = own.shape.maximum
    return _FAR if most is None else min(int(most) - int(own.shape.exclusive_maximum), _FAR)
