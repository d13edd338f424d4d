"""Going on: a refresh token, or a token that still holds, for new tokens."""

from backwright.contract.model import Contract
from backwright.contract.operations import AssignKind, Operation, Source
from backwright.emit.fastapi.accounts import shared
from backwright.emit.fastapi.accounts.answers import Held, answer
from backwright.emit.fastapi.accounts.bodies import Given, TakenBody, argument, taken_body
from backwright.emit.fastapi.domain import DomainModules, Route
from backwright.emit.fastapi.routes import add_route
from backwright.plan import needs
from backwright.plan.names import Symbol, core, model, module, principal


def print_refresh(contract: Contract, operation: Operation, into: DomainModules) -> None:
    body = taken_body(contract, operation)
    token = body.of(AssignKind.TOKEN) if body is not None else None
    if body is not None and token is not None and needs.refresh_tokens(contract):
        _exchange(contract, operation, into, body, token)
    elif principal(contract, operation) is not None:
        given = [shared.caller(contract, operation, into)]
        shared.answer_route(contract, operation, into, given, "user")
    elif body is not None and token is not None:
        _prolong(contract, operation, into, body, token)
    else:
        raise ValueError(f"{operation.id} gets no token to go on from")


def _exchange(
    contract: Contract, operation: Operation, into: DomainModules, body: TakenBody, token: Given
) -> None:
    """Refresh tokens are rotated: each is good for one exchange."""
    renew = shared.router_call(contract, into, "renew_session")
    home = module(shared.user_of(contract).domain, "dependencies")
    key = shared.user_of(contract).key.name
    held = Held(
        "user",
        {
            Source.ACCESS_TOKEN: f"tokens.issue(user.{key}, session_id)",
            Source.REFRESH_TOKEN: "refresh_token",
        },
    )
    made = answer(contract, operation, held, into.router)
    renewed = "refresh_token" if "refresh_token" in made.expression else "_"
    done = f"return {made.expression}" if made.expression else "return None"
    lines = (
        f"user, session_id, {renewed} = await {renew}(session, {token.attribute})",
        *done.split("\n"),
    )
    tokens = f"tokens: {into.router.use(Symbol(home, 'TokensDep'))}"
    given = (shared.session_argument(into), tokens, argument(body, into))
    add_route(operation, into, Route(given, made.annotation, lines, model=made.model))


def _prolong(
    contract: Contract, operation: Operation, into: DomainModules, body: TakenBody, token: Given
) -> None:
    """No refresh tokens are issued: whoever still has a good token gets another."""
    row = into.service.use(model(shared.user_of(contract)))
    find = shared.shared_function(contract, into.service, "find_user")
    tokens_type = into.service.use(core("security", "AccessTokens"))
    lines: list[str] = []
    known = f"tokens.read({token.attribute})"
    if needs.sessions(contract):
        lines = [f"signed_in = {known}"]
        known = "signed_in.user_id, signed_in.session_id"
    lines += [
        f"user = await {find}(session, {known})",
        "if user is None:",
        f"    raise {shared.refused(contract, operation, into.service)}",
        "return user",
    ]
    into_type = into.service.use(body.type)
    signature = f"tokens: {tokens_type}, data: {into_type} -> {row}"
    shared.print_service(operation, into, signature, lines)
    given = [shared.session_argument(into), argument(body, into)]
    done = shared.work(operation, into, "tokens", "data")
    shared.answer_route(contract, operation, into, given, done)
