"""What several account operations share: names, the login's statement, how a user changes."""

import re

from backwright.contract.entities import Auto, Entity
from backwright.contract.model import Contract
from backwright.contract.operations import Operation, Source
from backwright.contract.policies import Proves
from backwright.emit.fastapi.accounts.answers import Held, answer, asks_for
from backwright.emit.fastapi.domain import DomainModules, Route
from backwright.emit.fastapi.module import Module
from backwright.emit.fastapi.routes import add_route
from backwright.emit.templates import literal
from backwright.plan import needs
from backwright.plan.account_names import service_name, take_token
from backwright.plan.errors import refusal_class
from backwright.plan.names import Symbol, core, module, principal, route


def user_of(contract: Contract) -> Entity:
    return contract.entity(contract.auth.user)


def shared_function(contract: Contract, into: Module, wanted: str) -> str:
    """A function of the users' service, imported if this is another module."""
    home = module(user_of(contract).domain, "service")
    return into.use(Symbol(home, service_name(contract, wanted)))


def router_call(contract: Contract, into: DomainModules, wanted: str) -> str:
    """The same, as a router spells it: by its service where that is the users' own."""
    if into.name != user_of(contract).domain:
        return shared_function(contract, into.router, wanted)
    into.router.use_module(f"app.{into.name}", "service")
    return f"service.{service_name(contract, wanted)}"


def refused(contract: Contract, operation: Operation, into: Module) -> str:
    """The class by which wrong credentials are refused."""
    found = refusal_class(contract, operation, "credentials")
    return into.use(found if found is not None else core("errors", "Unauthorized"))


def caller(contract: Contract, operation: Operation, into: DomainModules) -> str:
    """`user: CurrentUser`, or the alias that the operation needs."""
    alias = principal(contract, operation)
    if alias is None:
        raise ValueError(f"{operation.id} changes an account that nobody is signed in to")
    return f"user: {into.router.use(alias)}"


def work(operation: Operation, into: DomainModules, *arguments: str) -> str:
    """The call of the operation's own function in the service."""
    into.router.use_module(f"app.{into.name}", "service")
    return f"await service.{route(operation)}({', '.join(('session', *arguments))})"


def session_argument(into: DomainModules) -> str:
    return f"session: {into.router.use(core('db', 'SessionDep'))}"


def session_type(service: Module) -> str:
    return service.use(Symbol("sqlmodel.ext.asyncio.session", "AsyncSession"))


def print_service(
    operation: Operation, into: DomainModules, signature: str, lines: list[str]
) -> None:
    """`signature`: the arguments after the session, and what is given back."""
    name, session = route(operation), session_type(into.service)
    arguments, _, returns = signature.partition(" -> ")
    inner = "\n".join(f"    {line}" if line else "" for line in lines)
    given = ", ".join(each for each in (f"session: {session}", arguments) if each)
    into.service.add(f"async def {name}({given}) -> {returns}:\n{inner}")


def touched(entity: Entity, service: Module, row: str) -> list[str]:
    """What changes along with any change of a row."""
    found = []
    for each in entity.fields:
        if each.auto is Auto.UPDATED:
            found.append(f"{row}.{each.name} = {service.use(core('db', 'utcnow'))}()")
    if entity.version:
        found.append(f"{row}.{entity.version} += 1")
    return found


def answer_route(
    contract: Contract,
    operation: Operation,
    into: DomainModules,
    arguments: list[str],
    done: str,
) -> None:
    """The route that answers about the user whom `done`, an expression, gives back; further lines
    of it are done before the answer."""
    done, *then = done.split("\n")
    lines, held, extra = _made_tokens(contract, operation, into, done)
    lines[1:1] = then
    made = answer(contract, operation, held, into.router)
    if made.expression:
        lines += f"return {made.expression}".split("\n")
    else:
        lines = [done] if done.startswith("await ") else ["return None"]
    if lines == [f"user = {done}", "return user"]:
        lines = [f"return {done}"]
    found = Route(
        (*arguments[:1], *extra, *arguments[1:]),
        made.annotation,
        tuple(lines),
        model=made.model,
        caller=_called(arguments),
    )
    add_route(operation, into, found)


def done_route(
    contract: Contract,
    operation: Operation,
    into: DomainModules,
    arguments: list[str],
    done: list[str],
) -> None:
    """The route that answers that something is done, if it answers anything at all."""
    made = answer(contract, operation, Held(), into.router)
    lines = list(done)
    if made.expression:
        lines += f"return {made.expression}".split("\n")
    route_lines = tuple(lines) or ("return None",)
    found = Route(tuple(arguments), made.annotation, route_lines, caller=_called(arguments))
    add_route(operation, into, found)


def _called(arguments: list[str]) -> bool:
    """Whether an argument is the signed-in user, as `caller` spells it."""
    return any(each.startswith("user: ") for each in arguments)


def _made_tokens(
    contract: Contract, operation: Operation, into: DomainModules, done: str
) -> tuple[list[str], Held, list[str]]:
    """The lines before the answer, what it is made of, and the arguments that this needs."""
    key = user_of(contract).key.name
    lines = [] if done == "user" else [f"user = {done}"]
    tokens: dict[Source, str] = {}
    extra: list[str] = []
    access = asks_for(contract, operation, Source.ACCESS_TOKEN)
    refresh = asks_for(contract, operation, Source.REFRESH_TOKEN)
    if access:
        extra.append(f"tokens: {into.router.use(_tokens(contract))}")
        tokens[Source.ACCESS_TOKEN] = f"tokens.issue(user.{key})"
    if (access or refresh) and needs.sessions(contract) and done != "user":
        start = router_call(contract, into, "start_session")
        names = [
            "session_id" if access else "_",
            *(["refresh_token" if refresh else "_"] if needs.refresh_tokens(contract) else []),
        ]
        lines.append(f"{', '.join(names)} = await {start}(session, user)")
        tokens[Source.ACCESS_TOKEN] = f"tokens.issue(user.{key}, session_id)"
        tokens[Source.REFRESH_TOKEN] = "refresh_token"
    return lines, Held("user", tokens), extra


def _tokens(contract: Contract) -> Symbol:
    return Symbol(module(user_of(contract).domain, "dependencies"), "TokensDep")


def of_token(
    contract: Contract, operation: Operation, service: Module, proves: Proves, token: str
) -> list[str]:
    """The lines that find whose token it is; the functions stand in the same service."""
    find = service_name(contract, "find_user")
    return [
        f"user_id = await {take_token(proves)}(session, {token})",
        f"user = await {find}(session, user_id) if user_id is not None else None",
        "if user is None:",
        f"    raise {refused(contract, operation, service)}",
    ]


def settled_route(
    contract: Contract,
    operation: Operation,
    into: DomainModules,
    arguments: list[str],
    done: str,
) -> None:
    """The route of what is done to a user, whether or not its answer shows them."""
    made = answer(contract, operation, Held("user"), into.router)
    if re.search(r"\buser\b", made.expression):
        answer_route(contract, operation, into, arguments, done)
    else:
        done_route(contract, operation, into, arguments, [done])


def live(contract: Contract, user: Entity) -> list[str]:
    """The conditions on which a user is let in: neither deleted nor disabled."""
    found = []
    if user.soft_delete:
        deleted = user.soft_delete_value
        column = f"col({user.name}.{user.soft_delete})"
        plain = isinstance(deleted, bool)
        found.append(f"{column}.is_({literal(not deleted)})" if plain else f"{column}.is_(None)")
    if contract.auth.active and contract.auth.active != user.soft_delete:
        found.append(f"col({user.name}.{contract.auth.active}).is_(True)")
    return found
