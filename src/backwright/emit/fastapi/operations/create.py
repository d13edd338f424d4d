"""Making a row: of the body, the caller, the rows of the path, and what the body refers to."""

from backwright.contract.model import Contract
from backwright.contract.operations import Operation
from backwright.emit.fastapi.body_values import settled
from backwright.emit.fastapi.changes import change_parents
from backwright.emit.fastapi.domain import DomainModules
from backwright.emit.fastapi.making import Making, full_check
from backwright.emit.fastapi.new_rows import numbered
from backwright.emit.fastapi.rules import require_conditions
from backwright.emit.fastapi.work import Work
from backwright.plan.body_assigns import body_schema
from backwright.plan.finder_loads import answered, finder_loads
from backwright.plan.finder_names import row, rows_of


def print_create(contract: Contract, operation: Operation, into: DomainModules) -> None:
    work = Work(contract, operation, into)
    several = operation.body is not None and operation.body.multiple
    work.fill_body()
    require_conditions(work)
    _require_room(work)
    fixed, rows = settled(work)
    shown = answered(contract, operation).get(operation.entity, ())
    making = Making(
        work,
        work.entity,
        body_schema(operation),
        "each" if several else "data",
        fixed=fixed,
        rows=rows,
        shown=frozenset(each.partition(".")[0] for each in shown),
    )
    if several:
        _make_all(work, making)
        return
    made = making.made()
    work.add(*making.lines)
    change_parents(work)
    name, holder = row(work.entity), _holder(work)
    work.add(f"{name} = {made}", f"{holder}.append({name})" if holder else f"session.add({name})")
    work.add(*numbered(work.entity))
    work.finish(work.shown())


def _make_all(work: Work, making: Making) -> None:
    """All of them or none."""
    made, names = making.made(), rows_of(work.entity)
    change_parents(work)
    if making.lines:
        inner = [*making.lines, f"{names}.append({made})"]
        work.add(f"{names} = []", "for each in data:", *(f"    {line}" for line in inner))
    else:
        work.add(f"{names} = [{made} for each in data]")
    work.add(f"session.add_all({names})", *numbered(work.entity))
    work.finish(work.entity.name if work.operation.result.shape is not None else "", rows=names)


def _require_room(work: Work) -> None:
    for each in work.held.standing:
        parent = work.contract.entity(each.finder.entity)
        for limit in parent.count_limits:
            counted = next(r for r in parent.relations if r.name == limit.relation)
            if counted.entity == work.entity.name:
                held = f"{work.row(parent.name)}.{limit.relation}"
                work.add(*full_check(work, parent, limit, f"len({held}) >="))


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
