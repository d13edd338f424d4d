"""Rows in an order of somebody's own: the body lists them, and a column counts them."""

from dataclasses import dataclass

from backwright.contract.entities import Entity
from backwright.contract.model import Contract
from backwright.contract.operations import AssignKind, Operation, Source
from backwright.emit.fastapi import conditions, parameters
from backwright.emit.fastapi.answers import Shown, answer
from backwright.emit.fastapi.callers import caller_argument
from backwright.emit.fastapi.domain import DomainModules, Route
from backwright.emit.fastapi.finders import SESSION
from backwright.emit.fastapi.lists.narrowing import narrowed, whose
from backwright.emit.fastapi.lists.service import of_path
from backwright.emit.fastapi.lists.statements import asks_owner, parent_column
from backwright.emit.fastapi.loading import loaded
from backwright.emit.fastapi.module import Module
from backwright.emit.fastapi.request_bodies import body_argument, body_type
from backwright.emit.fastapi.routes import add_route
from backwright.emit.fastapi.rows import Held, held
from backwright.plan.body_assigns import Given, given
from backwright.plan.errors import refusal_class
from backwright.plan.finder_loads import answered
from backwright.plan.finder_names import row
from backwright.plan.names import Symbol, collection, core, model, route


@dataclass(frozen=True, slots=True)
class Reordering:
    contract: Contract
    operation: Operation
    into: DomainModules
    rows: Held

    @property
    def entity(self) -> Entity:
        return self.contract.entity(self.operation.entity)

    @property
    def ids(self) -> Given:
        """The property that lists the rows."""
        return next(e for e in self._given() if e.assign.kind is AssignKind.IDS)

    @property
    def scopes(self) -> list[Given]:
        return [each for each in self._given() if each.assign.kind is AssignKind.SCOPE]

    @property
    def parents(self) -> tuple[str, ...]:
        return tuple(each.entity for each in self.operation.lookups[-1:])

    @property
    def asks_owner(self) -> bool:
        return asks_owner(self.contract, self.operation)

    def _given(self) -> tuple[Given, ...]:
        return given(self.contract, self.operation)


def print_reorder(contract: Contract, operation: Operation, into: DomainModules) -> None:
    work = Reordering(contract, operation, into, held(contract, operation))
    _print_service(work)
    into.router.use_module(f"app.{into.name}", "service")
    handed = ["session", *work.rows.given(*work.parents, user=work.asks_owner)]
    handed += [f"{each.name}={parameters.argument_name(each)}" for each in of_path(operation)]
    call = f"await service.{route(operation)}({', '.join([*handed, 'data=data'])})"
    many = collection(work.entity)
    told = {Source.ROWS: many, Source.TOTAL: f"len({many})", Source.COUNT: f"len({many})"}
    made = answer(contract, operation, Shown(work.rows.rows, told), into.router)
    if made.expression == many:
        lines: tuple[str, ...] = (f"return {call}",)
    elif many in made.expression:
        lines = made.lines(f"{many} = {call}")
    else:
        lines = made.lines(call)
    found = Route(
        tuple(_arguments(work)),
        made.annotation,
        lines,
        model=made.model,
        caller=work.asks_owner or work.rows.guarded,
    )
    add_route(operation, into, found)


def _arguments(work: Reordering) -> list[str]:
    """Of the route."""
    found = work.rows.arguments(work.into, *work.parents, user=work.asks_owner)
    router = work.into.router
    found.append(f"session: {router.use(core('db', 'SessionDep'))}")
    for each in of_path(work.operation):
        found.append(parameters.argument(work.contract, work.operation, each, router))
    return [*found, body_argument(work.contract, work.operation, router)]


def _print_service(work: Reordering) -> None:
    service, name = work.into.service, row(work.entity)
    kind, key = service.use(model(work.entity)), work.entity.key.name
    service.use_from("sqlmodel", "select")
    shown = answered(work.contract, work.operation).get(work.entity.name, ())
    options = loaded(work.contract, work.entity, shown, service, paged=True).text
    ids = f"data.{work.ids.name}"
    lines = [
        f"statement = select({kind}).where({', '.join(_where(work, ids))}){options}",
        f"found = {{each.{key}: each for each in await session.exec(statement)}}",
        f"if len(found) < len(set({ids})):",
        f"    raise {service.use(_missing(work))}",
        f"{collection(work.entity)} = [found[each] for each in {ids}]",
        f"for number, {name} in enumerate({collection(work.entity)}):",
        f"    {name}.{work.ids.assign.name} = number",
        f"return {collection(work.entity)}",
    ]
    body = "\n".join(f"    {line}" for line in lines)
    arguments = ", ".join(_declared(work, service))
    service.add(f"async def {route(work.operation)}({arguments}) -> list[{kind}]:\n{body}")


def _declared(work: Reordering, service: Module) -> list[str]:
    """Of the service's function."""
    found = [f"session: {service.use(SESSION)}", *work.rows.parameters(service, *work.parents)]
    named = []
    if work.asks_owner:
        named.append(caller_argument(work.contract, work.rows.user, service))
    for each in of_path(work.operation):
        kind = parameters.plain_type(work.contract, work.operation, each, service)
        named.append(f"{each.name}: {kind}")
    named.append(f"data: {body_type(work.contract, work.operation, service)}")
    return [*found, "*", *named]


def _where(work: Reordering, ids: str) -> list[str]:
    """Those that are listed, among the rows that a list would hold."""
    service, entity = work.into.service, work.entity
    found = [f"{conditions.column(entity, entity.key.name, service)}.in_({ids})"]
    above = parent_column(work.contract, work.operation)
    if above:
        parent = work.contract.entity(work.parents[0])
        key = f"{work.rows.row(parent.name)}.{parent.key.name}"
        found.append(conditions.equals(entity, above, key, service))
    if work.asks_owner:
        found += conditions.owned(work.contract, entity, service, work.rows.user_id)
    for each in of_path(work.operation):
        told = narrowed(work.contract, work.operation, each, service)
        for bound, value in told.bound:
            found.append(told.condition.replace(f'bindparam("{bound}")', value))
    for scope in work.scopes:
        value = f"data.{scope.name}"
        found.append(conditions.equals(entity, scope.assign.name, value, service))
    return [*found, *whose(work.contract, work.operation, service)]


def _missing(work: Reordering) -> Symbol:
    """As any operation refuses a row of that kind that is not there."""
    for each in (work.operation, *work.contract.operations):
        found = refusal_class(work.contract, each, "missing", work.entity.name)
        if found is not None:
            return found
    return core("errors", "InvalidInput")
