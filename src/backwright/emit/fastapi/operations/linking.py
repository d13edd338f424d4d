"""Two rows that are linked, or no longer are: a row of the entity between them. Twice is once."""

from dataclasses import dataclass

from backwright.contract.entities import Entity
from backwright.contract.model import Contract
from backwright.contract.operations import Operation
from backwright.emit.fastapi import conditions
from backwright.emit.fastapi.changes import change_parents
from backwright.emit.fastapi.domain import DomainModules
from backwright.emit.fastapi.rules import require_conditions
from backwright.emit.fastapi.work import Work
from backwright.plan.finder_loads import finder_loads
from backwright.plan.names import model


@dataclass(frozen=True, slots=True)
class Ends:
    """The row of the operation, the other one, and what stands between."""

    near: Entity
    far: Entity
    link: Entity
    near_column: str
    far_column: str
    collection: str
    """The relation of the first that holds the others, where it is answered; else empty."""


def print_link(contract: Contract, operation: Operation, into: DomainModules) -> None:
    work = Work(contract, operation, into)
    ends = _ends(work)
    require_conditions(work)
    change_parents(work)
    near, far = work.row(ends.near.name), work.row(ends.far.name)
    if ends.collection:
        held = f"{near}.{ends.collection}"
        work.add(f"if {far} not in {held}:", f"    {held}.append({far})")
    else:
        _add_once(work, ends)
    work.finish(work.shown())


def print_unlink(contract: Contract, operation: Operation, into: DomainModules) -> None:
    work = Work(contract, operation, into)
    ends = _ends(work)
    require_conditions(work)
    change_parents(work)
    near, far = work.row(ends.near.name), work.row(ends.far.name)
    if ends.collection:
        work.add(f"{near}.{ends.collection}.remove({far})")
    else:
        work.service.use_from("sqlmodel", "delete")
        kind = work.service.use(model(ends.link))
        work.add(f"await session.exec(delete({kind}).where({_between(work, ends)}))")
    work.finish(work.shown())


def _add_once(work: Work, ends: Ends) -> None:
    """The lock makes two requests at a time two requests in turn."""
    service = work.service
    near, far = work.row(ends.near.name), work.row(ends.far.name)
    near_key, far_key = ends.near.key.name, ends.far.key.name
    kind = service.use(model(ends.link))
    service.use_from("sqlmodel", "select")
    row = conditions.column(ends.near, near_key, service)
    link = conditions.column(ends.link, ends.link.key.name, service)
    locked = conditions.equals(ends.near, near_key, f"{near}.{near_key}", service)
    values = f"{ends.near_column}={near}.{near_key}, {ends.far_column}={far}.{far_key}"
    work.add(
        f"await session.exec(select({row}).where({locked}).with_for_update())",
        f"found = await session.exec(select({link}).where({_between(work, ends)}))",
        "if found.first() is None:",
        f"    session.add({kind}({values}))",
    )


def _between(work: Work, ends: Ends) -> str:
    near = f"{work.row(ends.near.name)}.{ends.near.key.name}"
    far = f"{work.row(ends.far.name)}.{ends.far.key.name}"
    first = conditions.equals(ends.link, ends.near_column, near, work.service)
    return f"{first}, {conditions.equals(ends.link, ends.far_column, far, work.service)}"


def _ends(work: Work) -> Ends:
    contract, finders = work.contract, [each.finder for each in work.held.standing]
    near, far = contract.entity(finders[0].entity), contract.entity(finders[-1].entity)
    link = _link(contract, near, far)
    relation = next(
        (e for e in near.relations if e.link == link.name and e.entity == far.name), None
    )
    shown = work.shown() == near.name
    loaded = finder_loads(contract).get(finders[0], ()) if shown else ()
    return Ends(
        near,
        far,
        link,
        _leads_to(link, near),
        _leads_to(link, far),
        relation.name if relation is not None and relation.name in loaded else "",
    )


def _link(contract: Contract, near: Entity, far: Entity) -> Entity:
    for each in contract.entities:
        if each not in (near, far) and _leads_to(each, near) and _leads_to(each, far):
            return each
    raise ValueError(f"nothing stands between {near.name} and {far.name}")


def _leads_to(link: Entity, entity: Entity) -> str:
    return next((each.name for each in link.fields if each.references == entity.name), "")
