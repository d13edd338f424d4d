"""Asking for a token: the answer is the same whether or not somebody has the address."""

from typing import Final

from backwright.contract.model import Contract
from backwright.contract.operations import AssignKind, Operation, Purpose
from backwright.contract.policies import Proves
from backwright.emit.fastapi.accounts import login, mailing, shared
from backwright.emit.fastapi.accounts.bodies import argument, taken_body
from backwright.emit.fastapi.domain import DomainModules
from backwright.plan.account_names import new_token

_PROVES: Final = {
    Purpose.REQUEST_RESET: Proves.RESET,
    Purpose.REQUEST_VERIFICATION: Proves.VERIFICATION,
}


def print_request(contract: Contract, operation: Operation, into: DomainModules) -> None:
    body = taken_body(contract, operation)
    name = body.of(AssignKind.LOGIN) if body is not None else None
    proves = _PROVES[operation.purpose]
    mailed = contract.auth.mails(proves)
    if body is None or name is None or mailed is None:
        raise ValueError(f"{operation.id} sends nothing: its body has no address")
    user, service = shared.user_of(contract), into.service
    column = name.assign.name or contract.auth.login
    statement = login.by_login(contract, user, column, service)
    alone = login.unique(user, column)
    address = mailing.address_column(contract, column)
    done = f" or user.{mailed.verified}" if mailed.verified else ""
    lines = [
        '"""The address and the token to send there; nothing if there is nobody to send it to."""',
        f'found = await session.exec({statement}, params={{"{column}": {name.attribute}}})',
        f"user = found.{'one_or_none' if alone else 'first'}()",
        f"if user is None{done}:",
        "    return None",
        f"return user.{address}, await {new_token(proves)}(session, user)",
    ]
    signature = f"data: {service.use(body.type)} -> tuple[str, str] | None"
    shared.print_service(operation, into, signature, lines)
    send = mailing.print_send(into, proves)
    given = [shared.session_argument(into), mailing.background(into), argument(body, into)]
    sent = [
        f"letter = {shared.work(operation, into, 'data')}",
        "if letter is not None:",
        f"    background.add_task({send}, *letter)",
    ]
    shared.done_route(contract, operation, into, given, sent)
