"""The body of an account's operation: its argument, and which attribute holds what."""

from dataclasses import dataclass

from backwright.contract.model import Contract
from backwright.contract.operations import Assign, AssignKind, Operation
from backwright.emit.fastapi.domain import DomainModules
from backwright.plan.attributes import attributes, schema_class
from backwright.plan.names import Symbol


@dataclass(frozen=True, slots=True)
class Given:
    """One property of a body, and where it goes."""

    assign: Assign
    attribute: str
    """As the code reads it: `data.password`."""
    required: bool


@dataclass(frozen=True, slots=True)
class TakenBody:
    type: Symbol
    form: bool
    given: tuple[Given, ...]

    def of(self, kind: AssignKind) -> Given | None:
        """The first property of that kind."""
        return next((each for each in self.given if each.assign.kind is kind), None)

    def columns(self) -> tuple[Given, ...]:
        return tuple(each for each in self.given if each.assign.kind is AssignKind.COLUMN)


def taken_body(contract: Contract, operation: Operation) -> TakenBody | None:
    """What the operation takes; None if it takes no object."""
    if operation.body is None or not operation.body.shape.ref:
        return None
    schema = operation.body.shape.ref
    known = contract.input(schema, operation.entity)
    assigns = {each.property: each for each in known.assigns} if known is not None else {}
    given = tuple(
        Given(assigns[each.wire], f"data.{each.name}", each.property.required)
        for each in attributes(contract, schema, body=True)
        if each.wire in assigns
    )
    form = "json" not in operation.body.content_type
    return TakenBody(schema_class(contract, schema, body=True), form, given)


def argument(body: TakenBody, into: DomainModules) -> str:
    """`data: UserCreate`, or `data: Annotated[Credentials, Form()]`."""
    name = into.router.use(body.type)
    if not body.form:
        return f"data: {name}"
    into.router.use_from("typing", "Annotated")
    into.router.use_from("fastapi", "Form")
    return f"data: Annotated[{name}, Form()]"
