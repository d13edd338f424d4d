"""Deleting a row: a mark where rows are kept, else one statement that carries the owner."""

from backwright.contract.entities import Entity
from backwright.contract.model import Contract
from backwright.contract.operations import Operation
from backwright.emit.fastapi import conditions
from backwright.emit.fastapi.changes import change, change_parents, known_version, moment
from backwright.emit.fastapi.domain import DomainModules
from backwright.emit.fastapi.rules import require_conditions
from backwright.emit.fastapi.work import Work
from backwright.plan.columns import on_delete
from backwright.plan.errors import refusal_class
from backwright.plan.finders import Reach
from backwright.plan.names import model


def print_delete(contract: Contract, operation: Operation, into: DomainModules) -> None:
    work = Work(contract, operation, into)
    require_conditions(work)
    change_parents(work)
    if work.entity.soft_delete:
        mark = f"{work.entity.soft_delete}={_mark(work)}"
        work.add(*change(work, work.entity, mark, version=known_version(work)))
    else:
        _delete(work)
    work.finish(work.shown())


def _mark(work: Work) -> str:
    entity = work.entity
    field = entity.get(entity.soft_delete)
    if isinstance(entity.soft_delete_value, bool) or field is None:
        return str(entity.soft_delete_value)
    return moment(work.contract, entity, field, work.service)


def _delete(work: Work) -> None:
    """Rows that refer to it keep it, if nothing says that they go along."""
    entity, service = work.entity, work.service
    name, kind = work.row(entity.name), service.use(model(entity))
    key = conditions.column(entity, entity.key.name, service)
    service.use_from("sqlmodel", "delete")
    where = [f"{key} == {name}.{entity.key.name}", *_whose(work)]
    kept = _references(work)
    if entity.version:
        known = known_version(work) or f"{name}.{entity.version}"
        where.append(conditions.equals(entity, entity.version, known, service))
    if not kept and not entity.version:
        work.add(f"await session.exec(delete({kind}).where({', '.join(where)}))")
        return
    for other, column in kept:
        service.use_from("sqlmodel", "exists")
        held = conditions.column(other, column, service)
        where.append(f"~exists().where({held} == {name}.{entity.key.name})")
    work.add(
        f"statement = delete({kind}).where({', '.join(where)})",
        "if (await session.exec(statement)).rowcount == 0:",
        f"    raise {work.refusal('in_use' if kept else 'stale', entity.name)}",
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


def _references(work: Work) -> list[tuple[Entity, str]]:
    """The columns of other rows that keep this one from being deleted."""
    contract, entity = work.contract, work.entity
    if refusal_class(contract, work.operation, "in_use", entity.name) is None:
        return []
    return [
        (other, field.name)
        for other in contract.entities
        for field in other.fields
        if field.references == entity.name
        and on_delete(contract, other, field) not in ("cascade", "set null")
    ]
