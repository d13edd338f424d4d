"""Proving an address by the token that was sent there."""

from backwright.contract.model import Contract
from backwright.contract.operations import AssignKind, Operation, ParameterUse
from backwright.contract.policies import Proves
from backwright.emit.fastapi import parameters
from backwright.emit.fastapi.accounts import shared
from backwright.emit.fastapi.accounts.bodies import argument, taken_body
from backwright.emit.fastapi.domain import DomainModules
from backwright.plan.names import core, model
from backwright.shape import Kind


def print_verify(contract: Contract, operation: Operation, into: DomainModules) -> None:
    mailed = contract.auth.mails(Proves.VERIFICATION)
    user, service = shared.user_of(contract), into.service
    column = user.get(mailed.verified) if mailed is not None else None
    if column is None:
        raise ValueError(f"{operation.id} proves nothing that is kept")
    declared, token, handed, taken = _token(contract, operation, into)
    now = f"{service.use(core('db', 'utcnow'))}()" if column.shape.kind is Kind.DATETIME else "True"
    lines = [
        *shared.of_token(contract, operation, service, Proves.VERIFICATION, token),
        f"user.{column.name} = {now}",
        *shared.touched(user, service, "user"),
        "return user",
    ]
    row = service.use(model(user))
    shared.print_service(operation, into, f"{taken} -> {row}", lines)
    given = [shared.session_argument(into), declared]
    shared.settled_route(contract, operation, into, given, shared.work(operation, into, handed))


def _token(
    contract: Contract, operation: Operation, into: DomainModules
) -> tuple[str, str, str, str]:
    """The route's argument, the token in the service, what is handed over, and as what."""
    for each in operation.parameters:
        if each.use is ParameterUse.SECRET:
            name = parameters.argument_name(each)
            declared = parameters.argument(contract, operation, each, into.router)
            return declared, "token", name, "token: str"
    body = taken_body(contract, operation)
    token = body.of(AssignKind.TOKEN) if body is not None else None
    if body is None or token is None:
        raise ValueError(f"{operation.id} gets no token")
    return argument(body, into), token.attribute, "data", f"data: {into.service.use(body.type)}"
