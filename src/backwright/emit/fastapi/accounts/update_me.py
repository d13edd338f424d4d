"""Changing one's own account: what the body leaves out stays."""

from backwright.contract.model import Contract
from backwright.contract.operations import AssignKind, Operation
from backwright.emit.fastapi.accounts import shared
from backwright.emit.fastapi.accounts.bodies import TakenBody, argument, taken_body
from backwright.emit.fastapi.domain import DomainModules
from backwright.plan.names import core, model


def print_update_me(contract: Contract, operation: Operation, into: DomainModules) -> None:
    body = taken_body(contract, operation)
    given = [shared.caller(contract, operation, into)]
    if body is None:
        shared.answer_route(contract, operation, into, given, "user")
        return
    user = shared.user_of(contract)
    row = into.service.use(model(user))
    lines = [line for each in _changes(body, into) for line in each]
    lines += [*shared.touched(user, into.service, "user"), "return user"]
    signature = f"user: {row}, data: {into.service.use(body.type)} -> {row}"
    shared.print_service(operation, into, signature, lines)
    given += [shared.session_argument(into), argument(body, into)]
    done = shared.work(operation, into, "user", "data")
    shared.answer_route(contract, operation, into, given, done)


def _changes(body: TakenBody, into: DomainModules) -> list[list[str]]:
    found = []
    for each in body.given:
        value = each.attribute
        if each.assign.kind is AssignKind.PASSWORD:
            value = f"await {into.service.use(core('security', 'hash_password'))}({value})"
        elif each.assign.kind not in (AssignKind.COLUMN, AssignKind.LOGIN):
            continue
        change = f"user.{each.assign.name} = {value}"
        if each.required:
            found.append([change])
        else:
            into.service.use_from("pydantic", "MISSING")
            found.append([f"if {each.attribute} is not MISSING:", f"    {change}"])
    return found
