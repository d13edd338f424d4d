"""Making a row: of the body, the caller, the rows of the path, and what the body refers to."""

from backwright.contract.entities import Entity
from backwright.contract.model import Contract
from backwright.contract.operations import AssignKind, Operation
from backwright.emit.fastapi.body_values import (
    TAKEN,
    Values,
    copied,
    hashed,
    referred,
    scoped,
    settled,
)
from backwright.emit.fastapi.changes import change_parents
from backwright.emit.fastapi.domain import DomainModules
from backwright.emit.fastapi.new_rows import numbered
from backwright.emit.fastapi.rules import require_conditions
from backwright.emit.fastapi.work import Work
from backwright.plan.body_assigns import Given, given, relation_of
from backwright.plan.columns import Sql, column
from backwright.plan.finder_loads import answered, finder_loads
from backwright.plan.finder_names import row
from backwright.plan.names import count_limit, model


def print_create(contract: Contract, operation: Operation, into: DomainModules) -> None:
    work = Work(contract, operation, into)
    require_conditions(work)
    _require_room(work)
    values = Values()
    fixed = settled(work, work.entity) | scoped(work, work.entity)
    found = _find_referred(work, fixed)
    change_parents(work)
    values.arguments += [f"{name}={value}" for name, value in fixed.items()]
    _take(work, values, fixed)
    _keep(work, values, found)
    _make(work, values)
    work.finish(work.shown() or (operation.entity if work.into.name else ""))


def _require_room(work: Work) -> None:
    """At most so many children in one parent."""
    for each in work.held.standing:
        parent = work.contract.entity(each.finder.entity)
        for limit in parent.count_limits:
            counted = next(r for r in parent.relations if r.name == limit.relation)
            if counted.entity == work.entity.name:
                most = work.service.use(count_limit(parent, limit.relation))
                work.add(
                    f"if len({work.row(parent.name)}.{limit.relation}) >= {most}:",
                    f"    raise {work.refusal('count', parent.name)}",
                )


def _find_referred(work: Work, fixed: dict[str, str]) -> dict[str, str]:
    """Look up what the body refers to: column → variable of the row, where it is needed again."""
    found: dict[str, str] = {}
    for each in given(work.contract, work.operation):
        known = referred(work, work.entity, each)
        if known is None or known[0].name in fixed:
            continue
        field, finder = known
        target = work.contract.entity(field.references)
        name = row(target)
        again = _asked_again(work, field.name)
        call = work.find(finder, work.data(each.name))
        line = f"{name} = {call}" if again else call
        if field.required and each.attribute.property.required:
            work.add(line)
        else:
            work.add(f"if {work.data(each.name)} is not None:", f"    {line}")
        if again:
            found[field.name] = name
    return found


def _asked_again(work: Work, name: str) -> bool:
    """Whether the new row copies from it, or is answered with it."""
    shown = answered(work.contract, work.operation).get(work.entity.name, ())
    read = {each.partition(".")[0] for each in shown}
    held = any(not r.many and r.column == name and r.name in read for r in work.entity.relations)
    return held or bool(copied(work.entity, name))


def _take(work: Work, values: Values, fixed: dict[str, str]) -> None:
    """What the body says itself."""
    for each in given(work.contract, work.operation):
        if each.plain and each.assign.name not in fixed:
            continue
        values.excluded.append(each.name)
        if each.assign.kind in TAKEN and each.assign.name not in fixed:
            values.arguments.append(f"{each.assign.name}={work.data(each.name)}")
        elif each.assign.kind is AssignKind.PASSWORD:
            values.arguments.append(f"{each.assign.name}={hashed(work, work.data(each.name))}")


def _keep(work: Work, values: Values, found: dict[str, str]) -> None:
    """What rows that were found give, and that a new row has no children."""
    for name, variable in found.items():
        for field in copied(work.entity, name):
            source = field.copies.partition(".")[2]
            values.arguments.append(f"{field.name}={variable}.{source}")
    shown = answered(work.contract, work.operation).get(work.entity.name, ())
    bodies = given(work.contract, work.operation)
    filled = {one.assign.name for one in bodies if relation_of(work.entity, one) is not None}
    for each in work.entity.relations:
        if each.name not in shown or each.name in filled:
            continue
        if each.many:
            values.arguments.append(f"{each.name}=[]")
        elif each.column in found:
            values.arguments.append(f"{each.name}={found[each.column]}")


def _make(work: Work, values: Values) -> None:
    entity, name = work.entity, row(work.entity)
    kind = work.service.use(model(entity))
    plain = [e for e in given(work.contract, work.operation) if e.name not in values.excluded]
    arguments = list(values.arguments)
    if plain:
        bare = any(_needs_value(work, entity, each) for each in plain)
        arguments.append(f"**{values.dump(work.data(), without_none=bare)}")
    made = f"{kind}({', '.join(arguments)})"
    holder = _holder(work)
    if holder:
        work.add(f"{name} = {made}", f"{holder}.append({name})")
    else:
        work.add(f"{name} = {made}", f"session.add({name})")
    work.add(*numbered(entity))


def _needs_value(work: Work, entity: Entity, each: Given) -> bool:
    """Whether the body may say nothing where the column has to hold something."""
    field, own = entity.get(each.assign.name), each.attribute.property
    if field is None or column(work.contract, entity, field).sql is Sql.JSON:
        return False
    return field.required and (own.shape.nullable or not own.required)


def _holder(work: Work) -> str:
    """The loaded collection of the row before, which is answered with the new row in it."""
    if not work.held.standing or work.shown() == work.entity.name:
        return ""
    parent = work.held.standing[-1].finder
    for each in work.contract.entity(parent.entity).relations:
        loaded = each.name in finder_loads(work.contract).get(parent, ())
        if each.many and each.entity == work.entity.name and loaded and not each.link:
            return f"{work.row(parent.entity)}.{each.name}"
    return ""
