"""Making a row like the one that the path names: its values, but an id and times of its own."""

from backwright.contract.entities import Ownership
from backwright.contract.model import Contract
from backwright.contract.operations import Operation
from backwright.emit.fastapi.changes import change_parents
from backwright.emit.fastapi.domain import DomainModules
from backwright.emit.fastapi.new_rows import numbered
from backwright.emit.fastapi.work import Work
from backwright.plan.names import model


def print_copy(contract: Contract, operation: Operation, into: DomainModules) -> None:
    work = Work(contract, operation, into)
    entity = work.entity
    row = work.row(entity.name)
    given = [f"{each}={row}.{each}" for each in operation.copied]
    if entity.owner.kind is Ownership.COLUMN:
        given = [f"{entity.owner.column}={work.user_id()}", *given]
    change_parents(work)
    work.add(f"copied = {work.service.use(model(entity))}({', '.join(given)})")
    flush = [each.replace(f"{row}.", "copied.") for each in numbered(entity)]
    work.add("session.add(copied)", *flush)
    work.finish(work.shown(), name="copied")
