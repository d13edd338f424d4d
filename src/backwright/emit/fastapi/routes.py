"""A route: its decorator, its signature, the sentence that asks for it, and a short body."""

from dataclasses import dataclass
from typing import Final

from backwright.contract.model import Contract
from backwright.contract.names import identifier
from backwright.contract.operations import Credentials, Operation
from backwright.emit.fastapi.domain import DomainModules, Route
from backwright.emit.fastapi.error_form import documents_invalid
from backwright.emit.fastapi.module import docstring
from backwright.emit.templates import literal
from backwright.plan.errors import error_class
from backwright.plan.names import Symbol, core, principal, route, router_guard
from backwright.plan.paths import in_order, shared_prefix

_TAKEN: Final = frozenset(("hooks", "refusals", "router", "service"))
"""Names that every router uses: a route of that name is called otherwise in Python alone."""
_EMPTY: Final = (204, 304)
"""Statuses that have no content anyway."""
_INVALID: Final = ("invalid", "cross_field")
"""Reasons that FastAPI describes by itself."""
_MANY: Final = 5
"""So many arguments the linter lets a function have."""


@dataclass(frozen=True, slots=True)
class _Shared:
    """What stands at the router instead of at each of its routes."""

    prefix: str
    tag: str
    protected: bool
    guard: Symbol | None


def add_route(operation: Operation, into: DomainModules, found: Route) -> None:
    """Take a route in; it is printed together with the others of its router."""
    into.routes.append((operation, found))


def print_router(contract: Contract, into: DomainModules) -> None:
    """The router and its routes, in the order in which they are asked."""
    if not into.routes:
        return
    shared = _shared(contract, into)
    into.router.add(_head(into, shared))
    by_operation = {operation.id: found for operation, found in into.routes}
    for operation in in_order(operation for operation, _ in into.routes):
        into.router.add(_route(contract, operation, into, by_operation[operation.id], shared))


def function_name(operation: Operation) -> str:
    """The route's function in Python; its operationId is the operation's own id."""
    name = route(operation)
    return f"{name}_" if name in _TAKEN else name


def _shared(contract: Contract, into: DomainModules) -> _Shared:
    operations = [operation for operation, _ in into.routes]
    tags = {each.tag for each in operations}
    protected = all(_is_protected(contract, each) for each in operations)
    bare = [
        alias
        for operation, found in into.routes
        if not found.caller and (alias := principal(contract, operation)) is not None
    ]
    plain = next((each for each in bare if each.name == "CurrentUser"), None)
    guard = plain if protected else None
    return _Shared(
        prefix=shared_prefix(operations),
        tag=tags.pop() if len(tags) == 1 else "",
        protected=protected,
        guard=Symbol(guard.module, router_guard(guard.name)) if guard is not None else None,
    )


def _is_protected(contract: Contract, operation: Operation) -> bool:
    required = operation.access.credentials is Credentials.REQUIRED
    return required and principal(contract, operation) is not None


def _head(into: DomainModules, shared: _Shared) -> str:
    module = into.router
    module.use_from("fastapi", "APIRouter")
    parts = [f"prefix={literal(shared.prefix)}"] if shared.prefix else []
    if shared.tag:
        parts.append(f"tags=[{literal(shared.tag)}]")
    if shared.guard is not None:
        parts.append(f"dependencies=[{module.use(shared.guard)}]")
    if shared.protected:
        refused = module.use(core("errors", "Unauthorized"))
        parts.append(f"responses={module.use(core('errors', 'refusals'))}({refused})")
    return f"router = APIRouter({', '.join(parts)})"


def _route(
    contract: Contract, operation: Operation, into: DomainModules, found: Route, shared: _Shared
) -> str:
    decorated = ", ".join(_decorator(contract, operation, into, found, shared))
    name = function_name(operation)
    lines = [f"@router.{operation.method.lower()}({decorated})"]
    lines.append(f"async def {name}({_arguments(found.arguments)}) -> {found.returns}:")
    lines.append(docstring(_said(operation), 4))
    lines += [f"    {line}" if line else "" for line in found.lines]
    return "\n".join(lines)


def _arguments(declared: tuple[str, ...]) -> str:
    if len(declared) <= _MANY:
        return ", ".join(declared)
    why = "# noqa: PLR0913  (a request has as many parts)"
    return "\n".join((f"  {why}", *(f"    {each}," for each in declared), ""))


def _said(operation: Operation) -> str:
    place = f"{operation.method} {operation.path}"
    return operation.doc or operation.summary or operation.result.doc or place


def _decorator(
    contract: Contract, operation: Operation, into: DomainModules, found: Route, shared: _Shared
) -> list[str]:
    parts = [literal(operation.path.removeprefix(shared.prefix))]
    if function_name(operation) != operation.id:
        parts.append(f"name={literal(operation.id)}")
    if operation.result.status != 200:
        parts.append(f"status_code={operation.result.status}")
    if found.model:
        parts.append(f"response_model={found.model}")
    parts += found.decorated or _nothing(operation, into)
    if not shared.tag:
        parts.append(f"tags=[{literal(operation.tag)}]")
    if operation.summary and operation.summary != _said(operation):
        parts.append(f"summary={literal(operation.summary)}")
    guards = _guards(contract, operation, into, found, shared)
    if guards:
        parts.append(f"dependencies=[{', '.join(guards)}]")
    refused = _refused(contract, operation, into, shared)
    if refused:
        into.router.use(core("errors", "refusals"))
        parts.append(f"responses=refusals({', '.join(refused)})")
    return parts


def _nothing(operation: Operation, into: DomainModules) -> tuple[str, ...]:
    """Where nothing is answered, that is no `null` either."""
    if operation.result.shape is not None or operation.result.status in _EMPTY:
        return ()
    return (f"response_class={into.router.use(Symbol('fastapi', 'Response'))}",)


def _guards(
    contract: Contract, operation: Operation, into: DomainModules, found: Route, shared: _Shared
) -> list[str]:
    """The caller's guard, unless an argument or the router has it already."""
    alias = principal(contract, operation)
    own = list(found.guards)
    if alias is None or found.caller:
        return own
    if shared.guard is not None and alias.name == "CurrentUser":
        return own
    name = router_guard(alias.name)
    if name in own:
        return own
    return [into.router.use(Symbol(alias.module, name)), *own]


def _refused(
    contract: Contract, operation: Operation, into: DomainModules, shared: _Shared
) -> list[str]:
    """Each class once, in the contract's order; those of every body under their common name."""
    reasons = {each.reason for each in operation.refusals}
    bodies = {"unreadable", "too_large"} if {"unreadable", "too_large"} <= reasons else set()
    names: dict[str, None] = {}
    for refusal in operation.refusals:
        symbol = error_class(contract, operation, refusal)
        if refusal.reason in _INVALID and not documents_invalid(contract):
            continue
        symbol = symbol or core("errors", "InvalidInput")
        if refusal.reason in bodies:
            continue
        if shared.protected and refusal.reason == "unauthenticated":
            continue
        names[into.router.use(symbol)] = None
    if bodies:
        names[f"*{into.router.use(core('errors', 'BODY_REFUSALS'))}"] = None
    return list(names)


def argument(name: str, taken: tuple[str, ...] = ()) -> str:
    """An argument's name that neither a keyword nor another argument has."""
    made = identifier(name) or "value"
    while made in taken:
        made = f"{made}_"
    return made
