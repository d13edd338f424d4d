"""Whether the backend is there; where the contract speaks of the database, whether that is."""

import re
from typing import Final

from backwright.contract.model import Contract
from backwright.contract.operations import Operation, Source
from backwright.emit.fastapi.answers import Shown, answer
from backwright.emit.fastapi.domain import DomainModules, Route
from backwright.emit.fastapi.routes import add_route
from backwright.plan import needs
from backwright.plan.names import core

_DATABASE: Final = re.compile(r"(^|[/_-])(db|database|ready|readiness)($|[/_-])", re.IGNORECASE)


def print_health(contract: Contract, operation: Operation, into: DomainModules) -> None:
    arguments: tuple[str, ...] = ()
    looked: tuple[str, ...] = ()
    if needs.database(contract) and _asks_database(contract, operation):
        into.router.use_from("sqlmodel", "select")
        arguments = (f"session: {into.router.use(core('db', 'SessionDep'))}",)
        looked = ("await session.exec(select(1))",)
    told = answer(contract, operation, Shown(), into.router)
    lines = told.lines(*looked)
    add_route(operation, into, Route(arguments, told.annotation, lines, model=told.model))


def _asks_database(contract: Contract, operation: Operation) -> bool:
    if _DATABASE.search(operation.path):
        return True
    shape = operation.result.shape
    view = contract.view(shape.ref) if shape is not None and shape.ref else None
    fills = view.fills if view is not None else ()
    return any(e.source is Source.CONSTANT and _DATABASE.search(e.property) for e in fills)
