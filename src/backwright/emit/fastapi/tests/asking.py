"""`tests/<domain>/requests.py`: for each operation a request that succeeds, with the rows that it
stands on; and the same request as a single call, as tests spell it."""

import re
from collections.abc import Iterator

from backwright.contract.entities import Entity
from backwright.contract.model import Contract
from backwright.contract.operations import Operation, ParameterUse, Purpose
from backwright.emit.fastapi.tests import people
from backwright.emit.fastapi.tests.bodies import SentBody, body_of
from backwright.emit.fastapi.tests.scene import Scene, caller, owner_id, scene
from backwright.emit.fastapi.tests.suite import Suite
from backwright.emit.fastapi.tests.values import in_address
from backwright.emit.templates import literal
from backwright.plan.columns import stored_shape
from backwright.plan.model import GeneratedFile
from backwright.plan.names import domains, variable
from backwright.plan.samples import sample
from backwright.shape import Kind, Shape

CHANGES = (
    Purpose.UPDATE, Purpose.REPLACE, Purpose.UPDATE_ME, Purpose.SET, Purpose.TRANSITION,
    Purpose.TOGGLE, Purpose.ADJUST,
)  # fmt: skip
ABSENT_NUMBER = 190
"""No test makes so many rows."""


def emit(contract: Contract) -> Iterator[GeneratedFile]:
    for domain in domains(contract):
        found = contract.operations_in(domain)
        if not found:
            continue
        spoken = domain.replace("_", " ")
        doc = f"For each operation on {spoken} a request that succeeds, and what it stands on."
        suite = Suite(f"tests.{domain}.requests", contract, doc)
        for operation in found:
            _function(suite, operation)
        yield suite.printed()


def function_name(operation: Operation) -> str:
    return f"ask_{operation.id.strip('_')}"


def status(operation: Operation) -> int:
    return 501 if needs_code(operation) else operation.result.status


def needs_code(operation: Operation) -> bool:
    """Whether every request of it ends in a hook."""
    return bool(operation.hook) and operation.purpose is not Purpose.LIST


def number_of(operation: Operation) -> int:
    """Rows start with the first sample, so that a change has to bring another."""
    return 2 if operation.purpose in CHANGES else 1


def _function(suite: Suite, operation: Operation) -> None:
    contract = suite.contract
    signed = people.signs_in(contract)
    made = scene(contract, operation, "owner_id" if signed else "", number=number_of(operation))
    body = body_of(made)
    answer = asked(made, body)
    text = "\n".join([*made.lines, answer])
    used = {name for name in ("app", "owner_id") if re.search(rf"\b{name}\b", text)}
    given = {"app" if "app" in used else "_app": "FastAPI"}
    if signed:
        given["owner_id" if "owner_id" in used else "_owner_id"] = people.id_type(contract)
    suite.function(
        function_name(operation),
        "",
        [*made.lines, f"return {answer}"],
        given=given,
        returns="Asked",
    )


def asked(made: Scene, body: SentBody | None) -> str:
    """`Asked("PATCH", f"/api/orders/{order.id}", 200, json={…})`"""
    operation = made.operation
    parts = [literal(operation.method), made.url, str(status(operation))]
    parts += options(made, body)
    missing = list(absent(made))
    if missing:
        parts.append(f"missing=({', '.join(missing)},)")
    return f"Asked({', '.join(parts)})"


def options(made: Scene, body: SentBody | None) -> list[str]:
    """The arguments beside the address."""
    found = []
    if body is not None:
        found.append(f"{body.kind}={body.source}")
    for name, values in (("params", made.params), ("headers", made.headers)):
        if values:
            inner = ", ".join(f"{literal(wire)}: {value}" for wire, value in values.items())
            found.append(f"{name}={{{inner}}}")
    return found


def call(made: Scene, body: SentBody | None, client: str) -> str:
    """`await alice.patch(f"/api/orders/{order.id}", json={…})`"""
    method = made.operation.method
    inner = ", ".join([made.url, *options(made, body)])
    bare = method in ("GET", "DELETE") and body is None
    if method in ("POST", "PATCH", "PUT") or bare:
        return f"await {client}.{method.lower()}({inner})"
    return f"await {client}.request({literal(method)}, {inner})"


def absent(made: Scene) -> Iterator[str]:
    """The addresses of rows that are not there, one for each row that the path names."""
    contract, operation = made.contract, made.operation
    user = people.user_entity(contract)
    places = {each.name: each for each in operation.parameters}
    for lookup in operation.lookups:
        parameter = places.get(lookup.parameter)
        entity = contract.entity(lookup.entity)
        if parameter is None or parameter.place != "path":
            continue
        if user is not None and entity.name == user.name and not operation.access.any_owner:
            continue
        inside = nobody(contract, entity, lookup.column, parameter.shape)
        yield made.address({**made.path, lookup.parameter: inside})


def nobody(contract: Contract, entity: Entity, column: str, shape: Shape) -> str:
    """What no row has in that column, as the inside of an f-string."""
    own = entity.get(column)
    kind = stored_shape(contract, entity, own).kind if own is not None else shape.kind
    if kind is Kind.UUID:
        return "{uuid4()}"
    if kind is Kind.INTEGER:
        most = shape.maximum if shape.maximum is not None else 999_999
        return str(int(min(most, 999_999)))
    return in_address(sample(shape, ABSENT_NUMBER, name=column))


def fixtures(contract: Contract, operation: Operation) -> tuple[str, str]:
    """Who makes the request, and whose rows it is about."""
    return caller(contract, operation), owner_id(contract, operation)


def path_user(operation: Operation) -> bool:
    return any(each.use is ParameterUse.USER for each in operation.parameters)


def spoken(entity: Entity) -> str:
    """`order_line`, as the name of a test has it."""
    return variable(entity).rstrip("_")
