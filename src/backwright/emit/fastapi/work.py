"""An operation that changes something, in the making: its service function, and its route."""

import re

from backwright.contract.entities import Entity
from backwright.contract.model import Contract
from backwright.contract.operations import Operation, Parameter, Source
from backwright.emit.fastapi import parameters
from backwright.emit.fastapi.answers import Shown, answer, shows
from backwright.emit.fastapi.callers import caller_argument, caller_id
from backwright.emit.fastapi.domain import DomainModules, Route
from backwright.emit.fastapi.finders import SESSION, needs_caller
from backwright.emit.fastapi.module import Module
from backwright.emit.fastapi.request_bodies import body_argument, body_type
from backwright.emit.fastapi.routes import add_route
from backwright.emit.fastapi.rows import Held, held
from backwright.plan.attributes import schema_class
from backwright.plan.errors import refusal_class
from backwright.plan.finder_names import finder_names, row, service
from backwright.plan.finders import Finder, Reach, is_caller
from backwright.plan.names import Symbol, core, model, route


class Work:
    """Collects the lines of the service's function; what they use becomes its arguments."""

    def __init__(self, contract: Contract, operation: Operation, into: DomainModules) -> None:
        self.contract = contract
        self.operation = operation
        self.into = into
        self.held: Held = held(contract, operation)
        self.lines: list[str] = []
        self._rows: dict[str, None] = {}
        self._asks_user = False
        self._parameters: dict[str, Parameter] = {}

    @property
    def service(self) -> Module:
        return self.into.service

    @property
    def entity(self) -> Entity:
        """What the operation is about."""
        return self.contract.entity(self.operation.entity)

    def add(self, *lines: str) -> None:
        self.lines += lines

    def row(self, entity: str) -> str:
        """The variable of a row that the path names; the function takes it."""
        self._rows[entity] = None
        return self.held.rows[entity]

    def has(self, entity: str) -> bool:
        return entity in self.held.rows

    def user_id(self) -> str:
        """The id of whoever asks; the function takes them."""
        for each in self.held.standing:
            if is_caller(self.contract, each.finder):
                return caller_id(self.contract, self.row(each.finder.entity))
        self._asks_user = True
        return caller_id(self.contract, self.held.user)

    def data(self, attribute: str = "") -> str:
        """The body, or one attribute of it; the function takes it."""
        return f"data.{attribute}" if attribute else "data"

    @property
    def _text(self) -> str:
        return "\n".join(f"    {line}" if line else "" for line in self.lines)

    @property
    def _asks_session(self) -> bool:
        return "session" in self._text

    @property
    def _asks_data(self) -> bool:
        """Whether the function looks at the body."""
        return re.search(r"\bdata\b", self._text) is not None

    def fill_body(self) -> None:
        """A body that need not come is one that says nothing."""
        body = self.operation.body
        if body is None or body.required or not body.shape.ref:
            return
        kind = self.service.use(schema_class(self.contract, body.shape.ref, body=True))
        asked = any(each.required for each in self.contract.schema(body.shape.ref).properties)
        if asked:
            refused = self.service.use(core("errors", "InvalidInput"))
            self.add("if data is None:", f"    raise {refused}")
        else:
            self.add(f"data = data or {kind}()")

    def parameter(self, parameter: Parameter) -> str:
        """A parameter of the request; the function takes it."""
        name = parameters.argument_name(parameter)
        self._parameters[name] = parameter
        return name

    def owner_id(self, entity: Entity) -> str:
        """Whose row it is: the caller's, or whoever's it was when it was found."""
        for each in self.held.standing:
            if each.finder.entity == entity.name and each.finder.reach is Reach.OWN:
                return self.user_id()
        return f"{self.row(entity.name)}.{entity.owner.column}"

    def find(self, finder: Finder, key: str) -> str:
        """The call that finds a row by its key."""
        home = service(self.contract, self.into.name, finder.entity)
        function = self.service.use(Symbol(home, finder_names(self.contract)[finder].function))
        given = [f"{each}={self._scoped(each)}" for each in finder.scope]
        if needs_caller(self.contract, finder):
            self.user_id()
            given.append(f"user={self.held.user}")
        return f"await {function}({', '.join(('session', key, *given))})"

    def _scoped(self, column: str) -> str:
        """The value by which the path narrows all rows of the operation."""
        return next(
            self.parameter(each)
            for each in self.operation.parameters
            if each.place == "path" and each.columns[:1] == (column,)
        )

    def refusal(self, reason: str, entity: str = "") -> str:
        """The class by which the operation refuses for a reason."""
        found = refusal_class(self.contract, self.operation, reason, entity)
        return self.service.use(found if found is not None else core("errors", "InvalidInput"))

    def finish(self, returned: str = "", *, rows: str = "", name: str = "") -> None:
        """Print the function, which gives back the row of that entity, and the route. Where it
        gives back several, `rows` is the variable that holds them; `name` is that of a new row."""
        name = rows or name or self._variable(returned) if returned else ""
        if name:
            self.add(f"return {name}")
        kind = self.service.use(model(self.contract.entity(returned))) if returned else "None"
        self._print_function(f"list[{kind}]" if rows and returned else kind)
        self._add_route(returned, name, many=bool(rows))

    def shown(self) -> str:
        """The entity whose row the answer needs; empty if it needs none."""
        own = self.operation.entity
        if own and shows(self.contract, self.operation, own):
            return own
        return next((e for e in self.held.rows if shows(self.contract, self.operation, e)), "")

    def _variable(self, entity: str) -> str:
        return self.held.rows.get(entity) or row(self.contract.entity(entity))

    def _print_function(self, kind: str) -> None:
        made = "async def" if "await " in self._text else "def"
        arguments = ", ".join(self._declared())
        self.service.add(f"{made} {route(self.operation)}({arguments}) -> {kind}:\n{self._text}")

    def _declared(self) -> list[str]:
        found = [f"session: {self.service.use(SESSION)}"] if self._asks_session else []
        for each in self._rows:
            kind = self.service.use(model(self.contract.entity(each)))
            found.append(f"{self.held.rows[each]}: {kind}")
        for name, parameter in self._parameters.items():
            kind = parameters.plain_type(self.contract, self.operation, parameter, self.service)
            found.append(f"{name}: {kind}")
        if self._asks_user:
            found += ["*", caller_argument(self.contract, self.held.user, self.service)]
        if self._asks_data:
            found.append(f"data: {body_type(self.contract, self.operation, self.service)}")
        return found

    def _call(self) -> str:
        given = ["session"] if self._asks_session else []
        given += [self.held.rows[each] for each in self._rows]
        given += list(self._parameters)
        given += [f"{self.held.user}={self.held.user}"] if self._asks_user else []
        if self._asks_data:
            given.append("data=data" if self._asks_user else "data")
        self.into.router.use_module(f"app.{self.into.name}", "service")
        call = f"service.{route(self.operation)}({', '.join(given)})"
        return f"await {call}" if "await " in self._text else call

    def _add_route(self, returned: str, name: str, *, many: bool) -> None:
        call, rows = self._call(), dict(self.held.rows)
        if returned and not many:
            rows[returned] = name
        shown = Shown(rows, {Source.ROWS: name, Source.COUNT: f"len({name})"} if many else {})
        made = answer(self.contract, self.operation, shown, self.into.router)
        if made.expression and made.expression == name:
            lines: tuple[str, ...] = (f"return {call}",)
        elif returned:
            lines = made.lines(f"{name} = {call}")
        else:
            lines = made.lines(call)
        found = Route(
            tuple(self._arguments()),
            made.annotation,
            lines,
            model=made.model,
            caller=self._asks_user or self.held.guarded,
        )
        add_route(self.operation, self.into, found)

    def _arguments(self) -> list[str]:
        """Of the route: who asks, the session, the rows, the body."""
        rows = self.held.arguments(self.into, *self._rows)
        users = self.held.arguments(self.into, user=True)[:1] if self._asks_user else []
        session, body = [], []
        if self._asks_session:
            session = [f"session: {self.into.router.use(core('db', 'SessionDep'))}"]
        if self.operation.body is not None:
            body = [body_argument(self.contract, self.operation, self.into.router)]
            # Read and checked, though nothing of it is kept.
            body = body if self._asks_data else [f"_{body[0]}"]
        declared = [
            parameters.argument(self.contract, self.operation, each, self.into.router)
            for each in self._parameters.values()
        ]
        return sorted((*users, *session, *rows, *declared, *body), key=_has_default)


def _has_default(declared: str) -> bool:
    """A default stands after the last bracket of the annotation."""
    return " = " in declared[declared.rfind("]") + 1 :]
