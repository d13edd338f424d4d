"""Signing out: the session ends to which the caller's token belongs, or a refresh token."""

from backwright.contract.model import Contract
from backwright.contract.operations import AssignKind, Operation
from backwright.emit.fastapi.accounts import shared
from backwright.emit.fastapi.accounts.bodies import argument, taken_body
from backwright.emit.fastapi.domain import DomainModules
from backwright.plan import needs
from backwright.plan.names import Symbol, core, module, principal


def print_logout(contract: Contract, operation: Operation, into: DomainModules) -> None:
    body = taken_body(contract, operation)
    token = body.of(AssignKind.TOKEN) if body is not None else None
    given: list[str] = []
    done: list[str] = []
    if principal(contract, operation) is not None and needs.sessions(contract):
        home = module(shared.user_of(contract).domain, "dependencies")
        given.append(f"signed_in: {into.router.use(Symbol(home, 'TokenSubject'))}")
        done.append(_end(contract, into, "signed_in.session_id"))
    if token is not None and token.required and needs.refresh_tokens(contract):
        named = into.router.use(core("security", "session_of"))
        done.append(_end(contract, into, f"{named}({token.attribute})"))
    if done:
        given.append(shared.session_argument(into))
    if body is not None:
        given.append(argument(body, into))
    shared.done_route(contract, operation, into, given, done)


def _end(contract: Contract, into: DomainModules, session: str) -> str:
    return f"await {shared.router_call(contract, into, 'end_session')}(session, {session})"
