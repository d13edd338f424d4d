"""Deleting a row: a mark where rows are kept, else one statement that carries the owner."""

from backwright.contract.model import Contract
from backwright.contract.operations import Operation
from backwright.emit.fastapi import conditions
from backwright.emit.fastapi.changes import change, change_parents, known_version, moment
from backwright.emit.fastapi.domain import DomainModules
from backwright.emit.fastapi.moves import move
from backwright.emit.fastapi.rules import require_conditions
from backwright.emit.fastapi.work import Work
from backwright.plan.finders import Reach
from backwright.plan.names import model


def print_delete(contract: Contract, operation: Operation, into: DomainModules) -> None:
    work = Work(contract, operation, into)
    require_conditions(work)
    change_parents(work)
    if work.entity.soft_delete:
        _mark_deleted(work)
    else:
        _delete(work)
    work.finish(work.shown())


def _mark_deleted(work: Work) -> None:
    entity, mark = work.entity, f"{work.entity.soft_delete}={_mark(work)}"
    held = tuple(e.column for e in work.operation.conditions if e.entity == entity.name)
    if any(held) and not entity.version:
        work.add(move(work, tuple(each for each in held if each), "state", mark))
    else:
        work.add(*change(work, entity, mark, version=known_version(work)))


def _mark(work: Work) -> str:
    entity = work.entity
    field = entity.get(entity.soft_delete)
    if isinstance(entity.soft_delete_value, bool) or field is None:
        return str(entity.soft_delete_value)
    return moment(work.contract, entity, field, work.service)


def _delete(work: Work) -> None:
    """Whether other rows still refer to it, the database tells."""
    entity, service = work.entity, work.service
    name, kind = work.row(entity.name), service.use(model(entity))
    key = conditions.column(entity, entity.key.name, service)
    service.use_from("sqlmodel", "delete")
    where = [f"{key} == {name}.{entity.key.name}", *_whose(work)]
    held = [each.column for each in work.operation.conditions if each.entity == entity.name]
    where += [conditions.equals(entity, e, f"{name}.{e}", service) for e in held if e]
    if entity.version:
        known = known_version(work) or f"{name}.{entity.version}"
        where.append(conditions.equals(entity, entity.version, known, service))
    statement = f"delete({kind}).where({', '.join(where)})"
    if not entity.version and not any(held):
        work.add(f"await session.exec({statement})")
        return
    work.add(
        f"statement = {statement}",
        "if (await session.exec(statement)).rowcount == 0:",
        f"    raise {work.refusal('stale' if entity.version else 'state', entity.name)}",
    )


def _whose(work: Work) -> list[str]:
    """The owner again, so that no other way to the row would delete it."""
    entity = work.entity
    for each in work.held.standing:
        finder = each.finder
        if finder.entity != entity.name or finder.reach is not Reach.OWN:
            continue
        if conditions.asks_owner(work.contract, finder):
            return conditions.owned(work.contract, entity, work.service, work.user_id())
        if finder.parent is not None:
            above = work.contract.entity(finder.parent.entity)
            key = f"{work.row(above.name)}.{above.key.name}"
            return [conditions.equals(entity, finder.through, key, work.service)]
    return []
