"""Whether the backend is there; where the contract speaks of the database, whether that is."""

from backwright.contract.model import Contract
from backwright.contract.operations import Operation
from backwright.emit.fastapi.answers import Shown, answer
from backwright.emit.fastapi.domain import DomainModules, Route
from backwright.emit.fastapi.routes import add_route
from backwright.plan.errors import refusal_class
from backwright.plan.names import core


def print_health(contract: Contract, operation: Operation, into: DomainModules) -> None:
    arguments: tuple[str, ...] = ()
    looked: tuple[str, ...] = ()
    down = refusal_class(contract, operation, "database_down")
    if down is not None:
        into.router.use_from("sqlmodel", "select")
        into.router.use_from("sqlalchemy.exc", "SQLAlchemyError")
        arguments = (f"session: {into.router.use(core('db', 'SessionDep'))}",)
        looked = (
            "try:",
            "    await session.exec(select(1))",
            "except (SQLAlchemyError, OSError) as error:",
            f"    raise {into.router.use(down)} from error",
        )
    told = answer(contract, operation, Shown(), into.router)
    lines = told.lines(*looked)
    add_route(operation, into, Route(arguments, told.annotation, lines, model=told.model))
