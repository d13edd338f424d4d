"""A new password for a token that was sent; whoever was signed in is so no more."""

from backwright.contract.model import Contract
from backwright.contract.operations import AssignKind, Operation
from backwright.contract.policies import Proves
from backwright.emit.fastapi.accounts import shared
from backwright.emit.fastapi.accounts.bodies import argument, taken_body
from backwright.emit.fastapi.domain import DomainModules
from backwright.plan import needs
from backwright.plan.account_names import end_tokens
from backwright.plan.names import core, model


def print_reset_password(contract: Contract, operation: Operation, into: DomainModules) -> None:
    body = taken_body(contract, operation)
    token = body.of(AssignKind.TOKEN) if body is not None else None
    new = body.of(AssignKind.PASSWORD) if body is not None else None
    if body is None or token is None or new is None:
        raise ValueError(f"{operation.id} gets no token and new password")
    user, service = shared.user_of(contract), into.service
    hashed = service.use(core("security", "hash_password"))
    lines = [
        *shared.of_token(contract, operation, service, Proves.RESET, token.attribute),
        f"user.{contract.auth.password} = await {hashed}({new.attribute})",
        *shared.touched(user, service, "user"),
        f"await {end_tokens(Proves.RESET)}(session, user)",
    ]
    if needs.sessions(contract):
        end = shared.shared_function(contract, service, "end_sessions")
        lines.append(f"await {end}(session, user)")
    row = service.use(model(user))
    signature = f"data: {service.use(body.type)} -> {row}"
    shared.print_service(operation, into, signature, [*lines, "return user"])
    given = [shared.session_argument(into), argument(body, into)]
    shared.settled_route(contract, operation, into, given, shared.work(operation, into, "data"))
