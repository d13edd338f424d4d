"""A body refers only to what is there, and to what the caller may reach."""

from collections.abc import Iterator
from dataclasses import dataclass

from backwright.contract import aspects
from backwright.contract.entities import Entity, Ownership
from backwright.contract.operations import Operation, Refusal
from backwright.emit.fastapi.tests import asking, people
from backwright.emit.fastapi.tests.bodies import Sent, body_of
from backwright.emit.fastapi.tests.scene import protected, scene
from backwright.emit.fastapi.tests.suite import Suite
from backwright.emit.templates import literal
from backwright.plan.columns import stored_shape
from backwright.shape import Kind


@dataclass(frozen=True, slots=True)
class _Reference:
    """A column that the body gives the key of another row."""

    operation: Operation
    entity: Entity
    column: str
    wire: str
    target: Entity
    uuid: bool
    refusal: Refusal


def write(suite: Suite, operations: list[Operation]) -> None:
    for operation in operations:
        for each in _references(suite, operation):
            _there(suite, each)
            mine = each.target.owner.kind is not Ownership.NONE and protected(operation)
            if mine and not operation.access.any_owner:
                _ones_own(suite, each)


def _references(suite: Suite, operation: Operation) -> Iterator[_Reference]:
    contract, body = suite.contract, operation.body
    if body is None or body.multiple or asking.needs_code(operation) or not operation.entity:
        return
    entity = contract.entity(operation.entity)
    _, owner = asking.fixtures(contract, operation)
    sent = body_of(scene(contract, operation, owner, number=asking.number_of(operation)))
    if sent is None or sent.kind != "json":
        return
    for name, value in sent.columns.items():
        found = _reference(suite, operation, entity, name, value)
        if found is not None:
            yield found


def _reference(
    suite: Suite, operation: Operation, entity: Entity, name: str, sent: Sent
) -> _Reference | None:
    """None for what refers to nobody, to its own kind, or to a user."""
    contract, own = suite.contract, entity.get(name)
    target = contract.find_entity(own.references) if own else None
    user = people.user_entity(contract)
    if own is None or target is None or target.name in (entity.name, user.name if user else ""):
        return None
    refusals = (e for e in operation.refusals if e.reason == "missing" and e.entity == target.name)
    refusal = next(refusals, None)
    if refusal is None:
        return None
    uuid = stored_shape(contract, entity, own).kind is Kind.UUID
    return _Reference(operation, entity, name, sent.property.name, target, uuid, refusal)


def _there(suite: Suite, made: _Reference) -> None:
    suite.test(
        f"{made.operation.id.strip('_')}_refers_to_{made.column}_that_is_there",
        "",
        _refused(suite, made, "str(uuid4())" if made.uuid else "999_999"),
        asserts=[
            aspects.refusal(made.operation.id, made.refusal.status, "missing"),
            aspects.constraint(made.entity.name, made.column, "references"),
        ],
    )


def _ones_own(suite: Suite, made: _Reference) -> None:
    contract, operation = suite.contract, made.operation
    _, owner = asking.fixtures(contract, operation)
    other = people.other(contract, operation)
    around = scene(contract, operation, owner, number=asking.number_of(operation))
    key = f"foreign.{made.target.key.name}"
    suite.test(
        f"{operation.id.strip('_')}_refers_to_ones_own_{made.column}",
        "",
        [
            f"foreign = await {around.call(made.target, {}, other.id)}",
            *_refused(suite, made, f"str({key})" if made.uuid else key),
        ],
        asserts=[aspects.rule(made.target.name, "owner"), aspects.access(operation.id)],
    )


def _refused(suite: Suite, made: _Reference, key: str) -> list[str]:
    """A good request, but for the key."""
    client, owner = asking.fixtures(suite.contract, made.operation)
    arguments = f"app, {owner}" if owner else "app"
    return [
        f"asked = await {asking.function_name(made.operation)}({arguments})",
        f"asked = replace(asked, json={{**asked.json, {literal(made.wire)}: {key}}})",
        f"response = await asked.by({client})",
        "",
        f"assert response.status_code == {made.refusal.status}",
    ]
