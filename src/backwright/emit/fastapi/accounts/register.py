"""Registering: a new row of the user, its password hashed."""

from backwright.contract.model import Contract
from backwright.contract.operations import AssignKind, Operation
from backwright.contract.policies import Proves
from backwright.emit.fastapi.accounts import mailing, shared
from backwright.emit.fastapi.accounts.bodies import TakenBody, argument, taken_body
from backwright.emit.fastapi.domain import DomainModules
from backwright.plan import needs
from backwright.plan.account_names import new_token
from backwright.plan.names import core, model
from backwright.shape import Kind


def print_register(contract: Contract, operation: Operation, into: DomainModules) -> None:
    body = taken_body(contract, operation)
    if body is None:
        raise ValueError(f"{operation.id} registers somebody without a body")
    user = shared.user_of(contract)
    row = into.service.use(model(user))
    arguments = ",\n        ".join(_columns(body, into))
    lines = [f"user = {row}(", f"    {arguments},", ")", "session.add(user)"]
    if user.key.shape.kind is Kind.INTEGER:
        lines.append("await session.flush()  # the database numbers it")
    signature = f"data: {into.service.use(body.type)} -> {row}"
    shared.print_service(operation, into, signature, [*lines, "return user"])
    given = [shared.session_argument(into), argument(body, into)]
    done = shared.work(operation, into, "data")
    if needs.sends(contract, Proves.VERIFICATION):
        given.insert(1, mailing.background(into))
        done = "\n".join((done, *_proof(contract, into)))
    shared.answer_route(contract, operation, into, given, done)


def _proof(contract: Contract, into: DomainModules) -> list[str]:
    """Who registers is sent the token that proves the address."""
    send = mailing.print_send(into, Proves.VERIFICATION)
    address = mailing.address_column(contract)
    return [
        f"token = await service.{new_token(Proves.VERIFICATION)}(session, user)",
        f"background.add_task({send}, user.{address}, token)",
    ]


def _columns(body: TakenBody, into: DomainModules) -> list[str]:
    found = []
    for each in body.given:
        if each.assign.kind is AssignKind.PASSWORD:
            hashed = into.service.use(core("security", "hash_password"))
            found.append(f"{each.assign.name}=await {hashed}({each.attribute})")
        elif each.assign.kind in (AssignKind.COLUMN, AssignKind.LOGIN):
            found.append(f"{each.assign.name}={each.attribute}")
    return found
