"""What narrows a list: conditions in its statement, and the values that they are bound to."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from backwright.contract.entities import Entity
from backwright.contract.model import Contract
from backwright.contract.names import identifier, snake
from backwright.contract.operations import Operation, Parameter, ParameterUse, is_now
from backwright.emit.fastapi import conditions
from backwright.emit.fastapi.module import Module
from backwright.emit.templates import literal
from backwright.plan.columns import Column, Sql, column
from backwright.plan.finder_loads import relation
from backwright.plan.lists import bound_name
from backwright.plan.names import core, model
from backwright.shape import Kind

_COMPARED: Final = frozenset(("==", "!=", ">=", "<=", ">", "<"))
Compared = tuple[str, dict[str, str]]
"""A condition, and the values that it is bound to: parameter of the statement → expression."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """One parameter of a list, as the statement and its callers know it."""

    parameter: Parameter
    flag: str
    """The argument of the statement's function that says whether it narrows: `by_status`."""
    flag_type: str
    flag_value: str
    condition: str
    bound: tuple[tuple[str, str], ...]
    """Parameter of the statement → the expression of its value."""


@dataclass(frozen=True, slots=True)
class _Narrowing:
    """Where one parameter is printed."""

    contract: Contract
    operation: Operation
    parameter: Parameter
    into: Module

    @property
    def entity(self) -> Entity:
        return self.contract.entity(self.operation.entity)

    @property
    def given(self) -> str:
        """The value as the service has it."""
        name = self.parameter.name
        return name if self.parameter.place == "path" else f"query.{name}"

    @property
    def text(self) -> str:
        """The same where it has to be a text."""
        return self.given if self.parameter.required else f'({self.given} or "")'

    @property
    def argument(self) -> str:
        """The same as the argument of a call."""
        return self.given if self.parameter.required else f'{self.given} or ""'

    @property
    def bind(self) -> str:
        return bound_name(self.parameter)

    def bound(self, name: str = "") -> str:
        return conditions.bound(name or self.bind, self.into)


def narrowed(
    contract: Contract, operation: Operation, parameter: Parameter, into: Module
) -> Narrowed:
    """Its condition and values in the service's module."""
    work = _Narrowing(contract, operation, parameter, into)
    if parameter.operator == "is_null":
        return _emptiness(work)
    found = [_compared(work, name) for name in parameter.columns]
    values = {name: value for _, bound in found for name, value in bound.items()}
    told = found[0][0]
    if len(found) > 1:
        into.use_from("sqlmodel", "or_")
        told = f"or_({', '.join(each for each, _ in found)})"
    flag_value = f"{work.given} is not None"
    if parameter.meanings:
        words = _words(work)
        flag_value = f"{work.given} in {words}"
        values = dict.fromkeys(values, f"{words}.get({work.argument})")
    flag = f"by_{parameter.name.strip('_')}"
    return Narrowed(parameter, flag, "bool", flag_value, told, tuple(values.items()))


def _emptiness(work: _Narrowing) -> Narrowed:
    """Rows with or without a value: the statement has a shape for each."""
    held = conditions.column(work.entity, work.parameter.columns[0], work.into)
    flag = work.parameter.name.strip("_")
    told = f"{held}.is_(None) if {flag} else {held}.is_not(None)"
    return Narrowed(work.parameter, flag, "bool | None", work.given, told, ())


def _compared(work: _Narrowing, name: str) -> Compared:
    before, _, last = name.rpartition(".")
    through = relation(work.entity, before) if before else None
    if through is None:
        return _of_column(work, work.entity, name)
    told, values = _of_column(work, work.contract.entity(through.entity), last)
    test = "any" if through.many else "has"
    return f"{work.into.use(model(work.entity))}.{through.name}.{test}({told})", values


def _of_column(work: _Narrowing, entity: Entity, name: str) -> Compared:
    field = entity.get(name)
    if field is None:
        raise ValueError(f"{entity.name} has no column {name} to narrow a list by")
    parameter, stored = work.parameter, column(work.contract, entity, field)
    held = conditions.column(entity, name, work.into)
    if parameter.use is ParameterUse.SEARCH or looks_inside(parameter, stored):
        return _part(work, stored, held)
    if compares_days(parameter, stored):
        return _day(work, held)
    if parameter.operator == "in":
        work.into.use_from("sqlmodel", "bindparam")
        test = f"{held}.in_(bindparam({literal(work.bind)}, expanding=True))"
        return test, {work.bind: f"{work.given} or []"}
    operator = parameter.operator if parameter.operator in _COMPARED else "=="
    value = work.given
    for step in ("lower", "upper"):
        if step in field.normalise:
            value = f"{work.text}.{step}()"
    return f"{held} {operator} {work.bound()}", {work.bind: value}


def looks_inside(parameter: Parameter, stored: Column) -> bool:
    """Whether a part of the value is enough."""
    return parameter.operator == "contains" or stored.sql is Sql.JSON


def _part(work: _Narrowing, stored: Column, held: str) -> Compared:
    """A part of a text in any letter case, or one of the texts that a column lists."""
    escaped = work.into.use(core("paging", "escaped"))
    if stored.sql is not Sql.TEXT:
        work.into.use_from("sqlmodel", "String", "cast")
        held = f"cast({held}, String)"
    text = work.argument
    if stored.sql is Sql.JSON:
        text = f"f'\"{{{work.given}}}\"'"
    test = f'{held}.icontains({work.bound()}, escape="!")'
    return test, {work.bind: f"{escaped}({text})"}


def compares_days(parameter: Parameter, stored: Column) -> bool:
    return parameter.shape.kind is Kind.DATE and stored.sql is Sql.DATETIME


def _day(work: _Narrowing, held: str) -> Compared:
    """A day, compared with moments: from its first to its last."""
    operator = work.parameter.operator
    first = f"{work.into.use(core('paging', 'day_start'))}({work.given})"
    last = f"{work.into.use(core('paging', 'day_end'))}({work.given})"
    if operator in (">=", "<"):
        return f"{held} {operator} {work.bound()}", {work.bind: first}
    if operator in ("<=", ">"):
        return f"{held} {operator} {work.bound()}", {work.bind: last}
    start, end = f"{work.bind}_start", f"{work.bind}_end"
    between = f"{held}.between({work.bound(start)}, {work.bound(end)})"
    return between, {start: first, end: last}


def _words(work: _Narrowing) -> str:
    """The table of what the words of a filter mean."""
    name = f"{snake(work.operation.entity)}_{identifier(work.parameter.name)}_words".upper()
    held = work.parameter.columns[0]
    told = ", ".join(
        f"{literal(word)}: {conditions.spelled(work.contract, work.entity, held, value, work.into)}"
        for word, value in work.parameter.meanings
    )
    work.into.add_once(name, f"{name} = {{{told}}}")
    return name


def whose(contract: Contract, operation: Operation, into: Module) -> Iterator[str]:
    """What every row of the list must be, whatever the caller asks for."""
    entity = contract.entity(operation.entity)
    yield from conditions.fixed(contract, entity, operation.fixed, into)
    for each in operation.compared:
        yield conditions.compared(contract, entity, each, into)
    yield from conditions.live(entity, into)


def moments(contract: Contract, operation: Operation, into: Module) -> dict[str, str]:
    """The present time, as far as the statement compares with it: parameter → expression."""
    entity = contract.entity(operation.entity)
    found = {}
    for each in operation.compared:
        if is_now(each):
            name = conditions.moment(contract, entity, each.column)
            now = f"{into.use(core('db', 'utcnow'))}()"
            found[name] = f"{now}.date()" if name == conditions.TODAY else now
    return found
