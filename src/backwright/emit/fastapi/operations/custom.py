"""What only code can carry out: the route reads, checks and authorises, a hook does the rest."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from backwright.contract.model import Contract
from backwright.contract.names import class_name
from backwright.contract.operations import Operation, Parameter, ParameterUse
from backwright.emit.fastapi import parameters
from backwright.emit.fastapi.domain import DomainModules, Route
from backwright.emit.fastapi.hook_functions import Passed, call_hook
from backwright.emit.fastapi.module import Module
from backwright.emit.fastapi.plain_types import Returned, returned, returned_type
from backwright.emit.fastapi.request_bodies import body_argument, body_type
from backwright.emit.fastapi.routes import add_route
from backwright.emit.fastapi.rows import Held, held
from backwright.emit.templates import literal
from backwright.plan import needs
from backwright.plan.names import Symbol, core, model, principal, principal_type
from backwright.plan.queries import query_class, query_parameters

_NOT_PASSED: Final = (ParameterUse.USER, ParameterUse.TOKEN)
_RESPONSES: Final = {"text/plain": "PlainTextResponse", "text/html": "HTMLResponse"}


@dataclass(frozen=True, slots=True)
class Part:
    """What a route takes and hands on to the hook."""

    declared: str
    passed: Passed | None = None
    """None if it is asked for and not handed on."""


def print_custom(contract: Contract, operation: Operation, into: DomainModules) -> None:
    parts = [*_parts(contract, operation, into)]
    decorated: tuple[str, ...] = ()
    if _is_json(operation):
        found = returned(contract, operation.result.shape, into.router)
    else:
        decorated = (f"response_class={_response_class(operation, into.router)}",)
        found = Returned(_response(into.router))
    passed = tuple(each.passed for each in parts if each.passed is not None)
    call = call_hook(operation, into, passed, partial(_returns, contract, operation))
    route = Route(
        tuple(each.declared for each in in_order(parts)),
        found.annotation,
        (call if found.annotation == "None" else f"return {call}",),
        model=found.model,
        decorated=decorated,
        caller=principal(contract, operation) is not None,
    )
    add_route(operation, into, route)


def in_order(parts: list[Part]) -> list[Part]:
    """Arguments with a default come last."""
    return sorted(parts, key=lambda each: _has_default(each.declared))


def _has_default(declared: str) -> bool:
    """A default stands after the last bracket of the annotation."""
    return " = " in declared[declared.rfind("]") + 1 :]


def _returns(contract: Contract, operation: Operation, module: Module) -> str:
    if not _is_json(operation):
        return _response(module)
    return returned_type(contract, operation.result.shape, module)


def _parts(contract: Contract, operation: Operation, into: DomainModules) -> Iterator[Part]:
    rows = held(contract, operation)
    entities = tuple(rows.rows)
    if needs.database(contract):
        session = into.router.use(core("db", "SessionDep"))
        yield Part(f"session: {session}", Passed("session", _session))
    for each in rows.arguments(into, *entities):
        name = each.partition(":")[0]
        found = next((e for e, variable in rows.rows.items() if variable == name), "")
        yield Part(each, Passed(name, partial(_row_type, contract, found)) if found else None)
    yield from _caller(contract, operation, rows, into)
    if operation.body is not None:
        data = Passed("data", partial(body_type, contract, operation), keyword=True)
        yield Part(body_argument(contract, operation, into.router), data)
    yield from _query(contract, operation, into.router)
    asked = query_parameters(operation)
    known = {each.parameter for each in operation.lookups}
    known |= {name for each in rows.standing for name in each.scope}
    for parameter in operation.parameters:
        passed = parameter not in asked and parameter.use not in _NOT_PASSED
        if passed and parameter.name not in known:
            yield _parameter(contract, operation, parameter, into.router)


def _caller(
    contract: Contract, operation: Operation, rows: Held, into: DomainModules
) -> Iterator[Part]:
    """Unless the row of the path is the caller's own account."""
    alias = principal(contract, operation)
    if alias is None or rows.user in rows.rows.values():
        return
    caller = Passed(rows.user, partial(_principal_type, contract), keyword=True)
    yield Part(f"{rows.user}: {into.router.use(alias)}", caller)


def _principal_type(contract: Contract, module: Module) -> str:
    return module.use(principal_type(contract))


def _row_type(contract: Contract, entity: str, module: Module) -> str:
    return module.use(model(contract.entity(entity)))


def _parameter(
    contract: Contract, operation: Operation, parameter: Parameter, router: Module
) -> Part:
    declared = parameters.argument(contract, operation, parameter, router)
    kind = partial(parameters.plain_type, contract, operation, parameter)
    return Part(declared, Passed(parameters.argument_name(parameter), kind, keyword=True))


def _query(contract: Contract, operation: Operation, router: Module) -> Iterator[Part]:
    symbol = query_class(contract, operation)
    if symbol is None:
        return
    router.use_from("typing", "Annotated")
    router.use_from("fastapi", "Query")
    asked = Passed("query", lambda module: module.use(symbol), keyword=True)
    yield Part(f"query: Annotated[{router.use(symbol)}, Query()]", asked)


def _session(module: Module) -> str:
    return module.use(Symbol("sqlmodel.ext.asyncio.session", "AsyncSession"))


def _response(module: Module) -> str:
    return module.use(Symbol("fastapi", "Response"))


def _is_json(operation: Operation) -> bool:
    return operation.result.shape is None or "json" in (operation.result.content_type or "json")


def _response_class(operation: Operation, router: Module) -> str:
    """The class that documents what is answered, where it is not JSON."""
    media = operation.result.content_type
    known = _RESPONSES.get(media)
    if known is not None:
        return router.use(Symbol("fastapi.responses", known))
    name = f"{class_name(media)}Response"
    base = _response(router)
    router.add_first(name, f"class {name}({base}):\n    media_type = {literal(media)}")
    return name
