"""Numbers that move by what the body says, in one statement: nothing is read beforehand that
another request could change meanwhile."""

from collections.abc import Iterator

from backwright.contract.entities import Entity, Ownership
from backwright.contract.model import Contract
from backwright.contract.operations import Limit, Operation
from backwright.emit.fastapi import conditions
from backwright.emit.fastapi.body_values import TAKEN
from backwright.emit.fastapi.changes import change_parents, moment, stamps
from backwright.emit.fastapi.domain import DomainModules
from backwright.emit.fastapi.operations.state import of_body
from backwright.emit.fastapi.rules import require_conditions
from backwright.emit.fastapi.work import Work
from backwright.emit.templates import literal
from backwright.plan.amounts import amount, is_signed, lower, upper
from backwright.plan.body_assigns import given
from backwright.plan.names import model
from backwright.shape import Kind


def print_adjust(contract: Contract, operation: Operation, into: DomainModules) -> None:
    work = Work(contract, operation, into)
    require_conditions(work)
    change_parents(work)
    _move(work)
    shown = work.shown()
    if shown == operation.entity:
        name, read = work.row(shown), ", ".join(literal(each) for each in _changed(work))
        work.add(f"await session.refresh({name}, [{read}])")
    work.finish(shown)


def _move(work: Work) -> None:
    kind = work.service.use(model(work.entity))
    values = [*of_body(work), *_values(work)]
    where = [*_where(work)]
    bound = [*_bounds(work)]
    if _turns(work) and bound:
        where += ["room"]
        work.add(*_room(work))
    else:
        where += bound
    work.service.use_from("sqlmodel", "update")
    work.add(
        "statement = (",
        f"    update({kind})",
        f"    .where({', '.join(where)})",
        f"    .values({', '.join(values)})",
        "    .execution_options(synchronize_session=False)",
        ")",
    )
    reason = "exhausted" if work.operation.limits else "missing"
    refused = work.refusal(reason, work.entity.name)
    work.add("if (await session.exec(statement)).rowcount == 0:", f"    raise {refused}")


def _amount(work: Work) -> str:
    found = amount(work.contract, work.operation)
    return work.data(found.name) if found is not None else "0"


def _turns(work: Work) -> bool:
    """Whether the amount may go both ways, and each way has limits of its own."""
    found = amount(work.contract, work.operation)
    return found is not None and is_signed(found)


def _where(work: Work) -> Iterator[str]:
    """Which row, and whose."""
    entity, into = work.entity, work.service
    name, key = work.row(entity.name), entity.key.name
    yield conditions.equals(entity, key, f"{name}.{key}", into)
    if entity.owner.kind is Ownership.COLUMN:
        yield conditions.equals(entity, entity.owner.column, work.owner_id(entity), into)
    elif entity.owner.kind is Ownership.PARENT and entity.owner.column != key:
        above = entity.owner.column
        yield conditions.equals(entity, above, f"{name}.{above}", into)


def _bounds(work: Work) -> Iterator[str]:
    for each in work.operation.limits:
        yield _bound(work, each)


def _bound(work: Work, limit: Limit) -> str:
    """Written so that no number leaves the column's range before it is compared: what is taken
    is taken from the greater side."""
    entity, into, moved = work.entity, work.service, _amount(work)
    held, grows = conditions.column(entity, limit.column, into), limit.operator.startswith("<")
    if limit.other:
        beside = conditions.column(entity, limit.other, into)
        if grows:
            return f"{held} {limit.operator} {beside} - {moved}"
        return f"{held} {_taken(work)} {moved} {limit.operator} {beside}"
    value = _number(work, entity, limit)
    if grows:
        return f"{held} {limit.operator} {value} - {moved}"
    if value == "0" and not _turns(work):
        return f"{held} {limit.operator} {moved}"
    own = entity.get(limit.column)
    if own is not None and own.shape.kind is not Kind.INTEGER:
        # Exact numbers are kept scaled: the database is to compare them with one value.
        return f"{held} {limit.operator} {value} {'-' if _turns(work) else '+'} {moved}"
    return f"{held} {_taken(work)} {moved} {limit.operator} {value}"


def _taken(work: Work) -> str:
    """An amount that is negative itself is added."""
    return "+" if _turns(work) else "-"


def _room(work: Work) -> list[str]:
    """Limits of the way that this amount goes."""
    less = _all(work, [_bound(work, each) for each in lower(work.operation)])
    more = _all(work, [_bound(work, each) for each in upper(work.operation)])
    return [f"room = {less} if {_amount(work)} < 0 else {more}"]


def _all(work: Work, bounds: list[str]) -> str:
    if not bounds:
        work.service.use_from("sqlmodel", "true")
        return "true()"
    if len(bounds) == 1:
        return bounds[0]
    work.service.use_from("sqlmodel", "and_")
    return f"and_({', '.join(bounds)})"


def _number(work: Work, entity: Entity, limit: Limit) -> str:
    value = int(limit.value) if float(limit.value).is_integer() else limit.value
    own = entity.get(limit.column)
    if own is not None and own.shape.kind is Kind.DECIMAL and not isinstance(value, int):
        work.service.use_from("decimal", "Decimal")
        return f'Decimal("{value}")'
    return "2**31 - 1" if value == 2**31 - 1 else literal(value)


def _values(work: Work) -> Iterator[str]:
    entity, into = work.entity, work.service
    for each in work.operation.shifts:
        sign = "+" if each.sign > 0 else "-"
        held = conditions.column(entity, each.column, into)
        yield f"{each.column}={held} {sign} {_amount(work)}"
    for name in work.operation.stamps:
        field = entity.get(name)
        if field is not None:
            yield f"{name}={moment(work.contract, entity, field, into)}"
    if entity.version:
        yield f"{entity.version}={conditions.column(entity, entity.version, into)} + 1"
    yield from (each.replace(" = ", "=", 1) for each in stamps(work.contract, entity, into))


def _changed(work: Work) -> list[str]:
    """The columns that the answer has to be read again for."""
    found = [each.partition("=")[0] for each in _values(work)]
    taken = given(work.contract, work.operation)
    found += [each.assign.name for each in taken if each.assign.kind in TAKEN]
    return list(dict.fromkeys(found))
