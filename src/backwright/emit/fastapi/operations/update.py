"""Changing a row, in part or as a whole: what the body leaves out stays as it is."""

from backwright.contract.entities import Entity
from backwright.contract.model import Contract
from backwright.contract.operations import RELATED, AssignKind, Operation
from backwright.emit.fastapi import conditions
from backwright.emit.fastapi.body_values import TAKEN, dumped, hashed, referred
from backwright.emit.fastapi.changes import change, change_parents, known_version, stamps
from backwright.emit.fastapi.domain import DomainModules
from backwright.emit.fastapi.making import full_check, related
from backwright.emit.fastapi.moves import move
from backwright.emit.fastapi.rules import require_conditions, require_next
from backwright.emit.fastapi.work import Work
from backwright.emit.templates import literal
from backwright.plan.body_assigns import Given, always, given, relation_of
from backwright.plan.finder_loads import answered
from backwright.plan.names import model


def print_update(contract: Contract, operation: Operation, into: DomainModules) -> None:
    work = Work(contract, operation, into)
    work.fill_body()
    require_conditions(work)
    bodies = given(contract, operation)
    excluded = [each.name for each in bodies if not each.plain or _fixed(work, each)]
    values = dumped("data", excluded) if len(excluded) < len(bodies) else "{}"
    if _needs_values(work):
        kind = "dict[str, object] = " if values == "{}" else "= "
        work.add(f"values{': ' if values == '{}' else ' '}{kind}{values}")
        values = "values"
        _take(work)
        _find_referred(work)
        _move(work)
    change_parents(work)
    _change(work, values)
    _relate(work)
    work.finish(work.shown())


def _relate(work: Work) -> None:
    """Children and links that the body names take the place of those that were."""
    entity, service = work.entity, work.service
    for each in given(work.contract, work.operation):
        relation = relation_of(entity, each)
        if relation is None or each.assign.kind not in RELATED:
            continue
        value, name = work.data(each.name), work.row(entity.name)
        if each.assign.kind is AssignKind.NAMES:
            _rename(work, each, f"{name}.{relation.name}")
            continue
        lines = []
        if each.assign.kind is AssignKind.CHILDREN:
            child = work.contract.entity(relation.entity)
            service.use_from("sqlmodel", "delete")
            inside = conditions.equals(child, relation.column, f"{name}.{entity.key.name}", service)
            lines += _room(work, each, value)
            kind = service.use(model(child))
            lines.append(f"await session.exec(delete({kind}).where({inside}))")
        lines.append(f"{name}.{relation.name} = {related(work, entity, each, value)}")
        if always(each):
            work.add(*lines)
            continue
        work.add(f"if {literal(each.name)} in data.model_dump(exclude_none=True):")
        work.add(*(f"    {line}" for line in lines))


def _rename(work: Work, each: Given, held: str) -> None:
    """The rows that the body names take the place of those that were."""
    if always(each):
        work.add(f"{held} = {related(work, work.entity, each, work.data(each.name))}")
        return
    names = f"data.model_dump(exclude_none=True).get({literal(each.name)})"
    line = f"{held} = {related(work, work.entity, each, 'names')}"
    work.add(f"names = {names}", "if names is not None:", f"    {line}")


def _room(work: Work, each: Given, value: str) -> list[str]:
    for limit in work.entity.count_limits:
        if each.assign.name == limit.relation:
            return full_check(work, work.entity, limit, f"len({value}) >")
    return []


def _needs_values(work: Work) -> bool:
    """Whether more than a dump of the body is looked at."""
    for each in given(work.contract, work.operation):
        column = work.entity.get(each.assign.name)
        moved = column is not None and _has_machine(work.entity, column.name)
        if referred(work, work.entity, each) is not None or moved:
            return True
        if each.assign.kind is AssignKind.PASSWORD or (
            each.assign.kind in TAKEN and not each.plain
        ):
            return True
    states = any(e.entity == work.entity.name and e.column for e in work.operation.conditions)
    return bool(work.entity.version and known_version(work)) or states


def _fixed(work: Work, each: Given) -> bool:
    column = work.entity.get(each.assign.name)
    return column is not None and column.immutable


def _take(work: Work) -> None:
    """Properties that are called otherwise than their columns."""
    for each in given(work.contract, work.operation):
        if each.plain or _fixed(work, each):
            continue
        value = work.data(each.name)
        if each.assign.kind is AssignKind.PASSWORD:
            value = hashed(work, value)
        elif each.assign.kind not in TAKEN:
            continue
        line = f"values[{literal(each.assign.name)}] = {value}"
        if each.attribute.property.required:
            work.add(line)
        else:
            work.service.use_from("pydantic", "MISSING")
            work.add(f"if {work.data(each.name)} is not MISSING:", f"    {line}")


def _find_referred(work: Work) -> None:
    """A row moves only to what its owner may refer to."""
    for each in given(work.contract, work.operation):
        known = referred(work, work.entity, each)
        if known is None or _fixed(work, each):
            continue
        field, finder = known
        held = f"values[{literal(field.name)}]"
        relation = _shown_relation(work, field.name)
        call = work.find(finder, held)
        line = f"{work.row(work.entity.name)}.{relation} = {call}" if relation else call
        if always(each):
            work.add(line)
        else:
            work.add(f"if values.get({literal(field.name)}) is not None:", f"    {line}")


def _shown_relation(work: Work, column: str) -> str:
    """The relation behind a column, if the answer shows it."""
    shown = answered(work.contract, work.operation).get(work.entity.name, ())
    read = {each.partition(".")[0] for each in shown}
    for each in work.entity.relations:
        if not each.many and each.column == column and each.name in read:
            return each.name
    return ""


def _move(work: Work) -> None:
    """A status that the body names follows the state machine, or stays as it is."""
    for each in given(work.contract, work.operation):
        name = each.assign.name
        if each.assign.kind is not AssignKind.COLUMN or not _has_machine(work.entity, name):
            continue
        row = work.row(work.entity.name)
        held = f"values.get({literal(name)}, {row}.{name})"
        function = require_next(work, work.entity, name)
        work.add(f"if {held} != {row}.{name}:", f"    {function}({row}, values[{literal(name)}])")


def _has_machine(entity: Entity, column: str) -> bool:
    return any(each.field == column for each in entity.transitions)


def _change(work: Work, values: str) -> None:
    """By a guarded UPDATE where it depends on how the row was read, else as an object."""
    entity = work.entity
    name = work.row(entity.name)
    if entity.version:
        work.add(*change(work, entity, f"**{values}", version=known_version(work)))
        return
    states = [e.column for e in work.operation.conditions if e.entity == entity.name and e.column]
    moved = [e.assign.name for e in given(work.contract, work.operation) if _moves(entity, e)]
    if states or moved:
        held = tuple(dict.fromkeys((*moved, *states)))
        moving = move(work, held, "transition" if moved else "state", f"**{values}")
        stamped = stamps(work.contract, entity, work.service)
        work.add(*([moving] if stamped else ["if values:", f"    {moving}"]))
        return
    touched = [each.split(" = ") for each in stamps(work.contract, entity, work.service)]
    update = ", ".join(f"{literal(left)}: {right}" for left, right in touched)
    extra = f", update={{{update}}}" if update else ""
    work.add(f"{name}.sqlmodel_update({values}{extra})")


def _moves(entity: Entity, each: Given) -> bool:
    return each.assign.kind is AssignKind.COLUMN and _has_machine(entity, each.assign.name)
