"""Signing out: the session ends, or all sessions of the user where no refresh token is named.

Access tokens are good until they run out; where there are no others, there is nothing to end.
"""

from backwright.contract.model import Contract
from backwright.contract.operations import AssignKind, Operation
from backwright.emit.fastapi.accounts import shared
from backwright.emit.fastapi.accounts.bodies import argument, taken_body
from backwright.emit.fastapi.domain import DomainModules
from backwright.plan import needs
from backwright.plan.names import principal


def print_logout(contract: Contract, operation: Operation, into: DomainModules) -> None:
    body = taken_body(contract, operation)
    token = body.of(AssignKind.TOKEN) if body is not None else None
    alias = principal(contract, operation)
    given: list[str] = []
    if body is not None:
        given.append(argument(body, into))
    if not needs.refresh_tokens(contract):
        done = ""
    elif token is not None:
        end = shared.shared_function(contract, into.router, "end_session")
        given.insert(0, shared.session_argument(into))
        done = f"await {end}(session, {token.attribute})"
    elif alias is not None:
        end = shared.shared_function(contract, into.router, "end_sessions")
        given[:0] = [shared.caller(contract, operation, into), shared.session_argument(into)]
        done = f"await {end}(session, user)"
    else:
        done = ""
    shared.done_route(contract, operation, into, given, done)
