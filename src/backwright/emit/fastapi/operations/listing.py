"""Listing rows: pages, filters, orders; what no filter understands is handed to a hook."""

from functools import partial

from backwright.contract.model import Contract
from backwright.contract.operations import Operation, Parameter, ParameterUse, Source
from backwright.emit.fastapi import parameters
from backwright.emit.fastapi.answers import Shown, answer
from backwright.emit.fastapi.domain import DomainModules, Route
from backwright.emit.fastapi.finders import SESSION
from backwright.emit.fastapi.hook_functions import Passed, call_hook
from backwright.emit.fastapi.lists.service import (
    given,
    of_path,
    page_bounds,
    print_service,
    result_type,
)
from backwright.emit.fastapi.lists.statements import asks_owner
from backwright.emit.fastapi.module import Module
from backwright.emit.fastapi.routes import add_route
from backwright.emit.fastapi.rows import Held, held
from backwright.plan.lists import is_counted, paging
from backwright.plan.names import core, model, principal_type, route
from backwright.plan.queries import query_class


def print_list(contract: Contract, operation: Operation, into: DomainModules) -> None:
    rows = held(contract, operation)
    print_service(contract, operation, rows, into.service)
    into.router.use_module(f"app.{into.name}", "service")
    called = f"await service.{route(operation)}({', '.join(given(contract, operation, rows))})"
    whole = result_type(contract, operation, Module("", "")).startswith("list[")
    source = "found" if whole else "found.rows"
    made = answer(
        contract, operation, Shown(rows.rows, _told(contract, operation, source)), into.router
    )
    lines = _called(contract, operation, rows, called, into)
    if made.expression == "found" and len(lines) == 1:
        lines = [f"return {called}"]
    else:
        lines += [f"return {made.expression}"]
    own = asks_owner(contract, operation)
    arguments = _arguments(contract, operation, rows, into)
    add_route(
        operation,
        into,
        Route(
            tuple(arguments),
            made.annotation,
            tuple(each for line in lines for each in line.split("\n")),
            model=made.model,
            caller=own or rows.guarded or bool(_custom(operation)),
        ),
    )


def _arguments(
    contract: Contract, operation: Operation, rows: Held, into: DomainModules
) -> list[str]:
    parents = (operation.lookups[-1].entity,) if operation.lookups else ()
    user = asks_owner(contract, operation) or bool(_custom(operation))
    found = rows.arguments(into, *parents, user=user)
    found.append(f"session: {into.router.use(core('db', 'SessionDep'))}")
    found += [
        parameters.argument(contract, operation, each, into.router) for each in of_path(operation)
    ]
    query = query_class(contract, operation)
    if query is not None:
        into.router.use_from("typing", "Annotated")
        into.router.use_from("fastapi", "Query")
        found.append(f"query: Annotated[{into.router.use(query)}, Query()]")
    return found


def _custom(operation: Operation) -> tuple[Parameter, ...]:
    """The parameters that only code understands: given, they hand the request to the hook."""
    if not operation.hook:
        return ()
    custom = (e for e in operation.parameters if e.use is ParameterUse.CUSTOM)
    return tuple(each for each in custom if each.place == "query")


def _called(
    contract: Contract, operation: Operation, rows: Held, called: str, into: DomainModules
) -> list[str]:
    custom = _custom(operation)
    if not custom:
        return [f"found = {called}"]
    passed = [Passed("session", partial(Module.use, symbol=SESSION))]
    for lookup in operation.lookups[-1:]:
        parent = model(contract.entity(lookup.entity))
        passed.append(Passed(rows.row(lookup.entity), partial(Module.use, symbol=parent)))
    if rows.user:
        kind = principal_type(contract)
        passed.append(Passed(rows.user, partial(Module.use, symbol=kind), keyword=True))
    for each in of_path(operation):
        kept = partial(parameters.plain_type, contract, operation, each)
        passed.append(Passed(parameters.argument_name(each), kept, keyword=True))
    query = query_class(contract, operation)
    if query is not None:
        passed.append(Passed("query", partial(Module.use, symbol=query), keyword=True))
    hook = call_hook(operation, into, tuple(passed), partial(result_type, contract, operation))
    test = " or ".join(f"query.{each.name} is not None" for each in custom)
    return [f"if {test}:", f"    found = {hook}", "else:", f"    found = {called}"]


def _told(contract: Contract, operation: Operation, rows: str) -> dict[Source, str]:
    """What the answer may tell besides the rows."""
    told = {Source.ROWS: rows, Source.COUNT: f"len({rows})"}
    limit, skip = page_bounds(operation)
    told |= {Source.SIZE: limit, Source.LIMIT: limit, Source.OFFSET: skip}
    parts = paging(operation)
    if parts.page is not None:
        told[Source.PAGE] = f"query.{parts.page.name}"
    else:
        first = operation.page.first if operation.page is not None else 1
        told[Source.PAGE] = f"{skip} // {limit} + {first}" if skip != "0" else str(first)
    if parts.cursor is not None:
        told[Source.NEXT_CURSOR] = "found.next_cursor"
        told[Source.HAS_NEXT] = "found.next_cursor is not None"
        told[Source.HAS_PREVIOUS] = f"query.{parts.cursor.name} is not None"
    elif is_counted(contract, operation):
        told[Source.TOTAL] = "found.total"
        told[Source.PAGES] = f"-(-found.total // {limit})"
        told[Source.HAS_NEXT] = f"{skip} + len({rows}) < found.total"
        told[Source.HAS_PREVIOUS] = f"{skip} > 0"
    return told
