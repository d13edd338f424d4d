"""What an operation itself says becomes of a row: a value, a flag turned over, the next status."""

from backwright.contract.entities import Entity
from backwright.contract.model import Contract
from backwright.contract.operations import Operation, Purpose
from backwright.emit.fastapi import conditions
from backwright.emit.fastapi.body_values import TAKEN, dumped
from backwright.emit.fastapi.changes import change, change_parents, known_version, moment
from backwright.emit.fastapi.domain import DomainModules
from backwright.emit.fastapi.moves import move
from backwright.emit.fastapi.rules import require_conditions, require_next
from backwright.emit.fastapi.work import Work
from backwright.emit.templates import literal
from backwright.plan.body_assigns import Given, always, given
from backwright.plan.names import model
from backwright.shape import Kind, Literal


def print_state(contract: Contract, operation: Operation, into: DomainModules) -> None:
    """Of a SET, a TOGGLE or a TRANSITION."""
    work = Work(contract, operation, into)
    require_conditions(work)
    _require_next(work)
    change_parents(work)
    _take_from_others(work)
    _change(work)
    work.finish(work.shown())


def _require_next(work: Work) -> None:
    for name, value in work.operation.changes:
        if name in _moved(work):
            function = require_next(work, work.entity, name)
            held = _spelled(work, work.entity, name, value)
            work.add(f"{function}({work.row(work.entity.name)}, {held})")


def _moved(work: Work) -> set[str]:
    """The columns that move by a state machine, where the operation is held to it."""
    machines = {each.field for each in work.entity.transitions}
    refused = any(each.reason == "transition" for each in work.operation.refusals)
    moves = work.operation.purpose is Purpose.TRANSITION or refused
    return machines & {name for name, _ in work.operation.changes} if moves else set()


def _change(work: Work) -> None:
    entity = work.entity
    values = [*of_body(work), *_of_operation(work)]
    states = [e.column for e in work.operation.conditions if e.entity == entity.name and e.column]
    held = tuple(dict.fromkeys((*sorted(_moved(work)), *states)))
    if entity.version or not held:
        work.add(*change(work, entity, *values, version=known_version(work)))
        return
    work.add(move(work, held, "transition" if _moved(work) else "state", *values))


def of_body(work: Work) -> list[str]:
    """What the body says beside it: `reason`, a note. What it leaves out stays as it is."""
    taken = given(work.contract, work.operation)
    plain = [each for each in taken if each.plain]
    other = [e for e in taken if not e.plain and e.assign.kind in TAKEN]
    optional = work.operation.body is not None and not work.operation.body.required
    if not plain and not other:
        return []
    told = dumped(work.data(), [each.name for each in taken if not each.plain]) if plain else "{}"
    if not optional and all(always(each) for each in other):
        found = [f"{each.assign.name}={work.data(each.name)}" for each in other]
        return [*found, f"**{told}"] if plain else found
    if not other:
        work.add(f"values = {told} if data is not None else {{}}")
        return ["**values"]
    if optional:
        work.service.use_from("typing", "Any")
    work.add("values: dict[str, Any] = {}" if optional else f"values = {told}")
    lines = [f"values |= {told}"] if plain and optional else []
    for each in other:
        lines += _unless_missing(work, each)
    work.add(*(_unless_absent(lines) if optional else lines))
    return ["**values"]


def _unless_absent(lines: list[str]) -> list[str]:
    """One condition where all depends on another one already."""
    first, *rest = lines
    if first.startswith("if ") and all(each.startswith("    ") for each in rest):
        return [f"if data is not None and {first.removeprefix('if ')}", *rest]
    return ["if data is not None:", *(f"    {line}" for line in lines)]


def _unless_missing(work: Work, each: Given) -> list[str]:
    value = work.data(each.name)
    line = f"values[{literal(each.assign.name)}] = {value}"
    if always(each):
        return [line]
    work.service.use_from("pydantic", "MISSING")
    return [f"if {value} is not MISSING:", f"    {line}"]


def _of_operation(work: Work) -> list[str]:
    """Whoever acts, then times before flags: these decide whether those are set or emptied."""
    name, entity = work.row(work.entity.name), work.entity
    turned = [column for column, _ in work.operation.changes] if _toggles(work) else []
    found = [f"{each}={work.user_id()}" for each in work.operation.actors]
    for each in work.operation.stamps:
        field = entity.get(each)
        if field is not None:
            now = moment(work.contract, entity, field, work.service)
            value = f"None if {name}.{turned[0]} else {now}" if turned else now
            found.append(f"{each}={value}")
    for column, given_value in work.operation.changes:
        if _is_exclusive(work, given_value):
            continue
        told = _spelled(work, entity, column, given_value)
        found.append(f"{column}={f'not {name}.{column}' if column in turned else told}")
    return found


def _toggles(work: Work) -> bool:
    return work.operation.purpose is Purpose.TOGGLE


def _take_from_others(work: Work) -> None:
    """One row among several has the flag: a single statement gives it and takes it, so that of
    two at a time the later wins."""
    operation, entity = work.operation, work.entity
    flag = next((name for name, value in operation.changes if _is_exclusive(work, value)), "")
    if not flag:
        return
    name, kind = work.row(entity.name), work.service.use(model(entity))
    where = []
    if not _names_owner(entity, operation.exclusive) and work.held.user:
        where += conditions.owned(work.contract, entity, work.service, work.user_id())
    for each in operation.exclusive:
        where.append(conditions.equals(entity, each, f"{name}.{each}", work.service))
    key = conditions.equals(entity, entity.key.name, f"{name}.{entity.key.name}", work.service)
    work.service.use_from("sqlmodel", "update")
    work.add(
        f"group = update({kind}).where({', '.join(where)})",
        f"await session.exec(group.values({flag}={key}))",
    )


def _is_exclusive(work: Work, value: Literal) -> bool:
    return bool(work.operation.exclusive) and value is True


def _names_owner(entity: Entity, columns: tuple[str, ...]) -> bool:
    return not entity.owner.column or entity.owner.column in columns


def _spelled(work: Work, entity: Entity, name: str, value: Literal) -> str:
    field = entity.get(name)
    if value is not None and field is not None and field.shape.kind is Kind.DECIMAL:
        work.service.use_from("decimal", "Decimal")
        return f'Decimal("{value}")'
    return conditions.spelled(work.contract, entity, name, value, work.service)
