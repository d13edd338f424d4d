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
from backwright.emit.templates import literal
from backwright.plan import needs
from backwright.plan.names import Symbol, core, principal, principal_type
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
    alias = principal(contract, operation)
    if needs.database(contract):
        session = into.router.use(core("db", "SessionDep"))
        yield Part(f"session: {session}", Passed("session", _session))
    yield from _rows(contract, operation, into)
    if alias is not None:
        caller = Passed("user", lambda module: module.use(principal_type(contract)), keyword=True)
        yield Part(f"user: {into.router.use(alias)}", caller)
    if operation.body is not None:
        data = Passed("data", partial(body_type, contract, operation), keyword=True)
        yield Part(body_argument(contract, operation, into.router), data)
    yield from _query(contract, operation, into.router)
    held = query_parameters(operation)
    found = {each.parameter for each in operation.lookups}
    for each in operation.parameters:
        if each not in held and each.use not in _NOT_PASSED and each.name not in found:
            yield _parameter(contract, operation, each, into.router)


def _rows(contract: Contract, operation: Operation, into: DomainModules) -> Iterator[Part]:
    for each in operation.parameters:
        if each.name in {lookup.parameter for lookup in operation.lookups}:
            yield _parameter(contract, operation, each, into.router)


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
