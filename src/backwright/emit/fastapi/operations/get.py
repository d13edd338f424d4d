"""Reading one row: what the route stands on is what it answers."""

from backwright.contract.model import Contract
from backwright.contract.operations import Operation
from backwright.emit.fastapi.answers import Shown, answer
from backwright.emit.fastapi.domain import DomainModules, Route
from backwright.emit.fastapi.routes import add_route
from backwright.emit.fastapi.rows import held


def print_get(contract: Contract, operation: Operation, into: DomainModules) -> None:
    rows = held(contract, operation)
    made = answer(contract, operation, Shown(rows.rows), into.router)
    arguments = rows.arguments(into, operation.entity)
    found = Route(
        tuple(arguments), made.annotation, made.lines(), model=made.model, caller=rows.guarded
    )
    add_route(operation, into, found)
