"""One's own account."""

from backwright.contract.model import Contract
from backwright.contract.operations import Operation
from backwright.emit.fastapi.accounts import shared
from backwright.emit.fastapi.domain import DomainModules


def print_me(contract: Contract, operation: Operation, into: DomainModules) -> None:
    given = [shared.caller(contract, operation, into)]
    shared.answer_route(contract, operation, into, given, "user")
