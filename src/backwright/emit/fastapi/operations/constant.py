"""What the contract itself says: the values of an enum."""

from backwright.contract.model import Contract
from backwright.contract.operations import Operation
from backwright.emit.fastapi.constant_answers import made
from backwright.emit.fastapi.domain import DomainModules, Route
from backwright.emit.fastapi.routes import add_route


def print_constant(contract: Contract, operation: Operation, into: DomainModules) -> None:
    answer = made(contract, operation.result.shape, into.router)
    line = f"return {answer.expression}" if answer.expression else "return None"
    add_route(operation, into, Route((), answer.annotation, (line,)))
