"""Whoever asks, as services and dependencies take them: `user: User`, `user.id`."""

from backwright.contract.model import Contract
from backwright.contract.operations import Operation
from backwright.emit.fastapi.module import Module
from backwright.plan.finder_names import row
from backwright.plan.names import principal_id, principal_type

USER = "user"


def caller(contract: Contract, operation: Operation) -> str:
    """What the caller is called: `user`, unless a row beside it is called so."""
    rows = {row(contract.entity(each.entity)) for each in operation.lookups}
    rows |= {row(contract.entity(operation.entity))} if operation.entity else set()
    return "caller" if USER in rows else USER


def caller_argument(contract: Contract, name: str, into: Module) -> str:
    return f"{name}: {into.use(principal_type(contract))}"


def caller_id(contract: Contract, name: str) -> str:
    return f"{name}.{principal_id(contract)}"
