"""Every part of a contract has an origin: which parts there are, and which have none."""

from collections.abc import Iterator

from backwright.contract import aspects
from backwright.contract.entities import Entity, Field, Ownership
from backwright.contract.model import Contract
from backwright.contract.operations import Credentials, Operation
from backwright.contract.policies import Issuer
from backwright.shape import ABSENT


def without_origin(contract: Contract) -> tuple[str, ...]:
    """The aspects that nothing explains; empty for every bound contract."""
    return tuple(each for each in every_aspect(contract) if not contract.origins.get(each))


def every_aspect(contract: Contract) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for entity in contract.entities:
        found.update(dict.fromkeys(of_entity(entity)))
    for operation in contract.operations:
        found.update(dict.fromkeys(_operation(operation)))
    for schema in contract.schemas:
        for own in schema.properties:
            found[aspects.property_of(schema.name, own.name)] = None
    found.update(dict.fromkeys(_policies(contract)))
    found.update(dict.fromkeys(_auth(contract)))
    return tuple(found)


def of_entity(entity: Entity) -> Iterator[str]:
    """The entity itself, its columns and its rules."""
    yield aspects.entity(entity.name)
    for each in entity.fields:
        yield aspects.column(entity.name, each.name)
        yield from _constraints(entity, each)
        if each.index:
            yield aspects.rule(entity.name, f"index({each.name})")
    for unique in entity.uniques:
        yield aspects.rule(entity.name, f"unique({','.join(unique.columns)})")
    for index in entity.indexes:
        yield aspects.rule(entity.name, f"index({','.join(index)})")
    for relation in entity.relations:
        yield aspects.rule(entity.name, f"relation({relation.name})")
    for derived in entity.derived:
        yield aspects.rule(entity.name, f"derived({derived.name})")
    for cross in entity.cross_fields:
        yield aspects.rule(entity.name, f"cross_field({cross.left},{cross.right})")
    for limit in entity.count_limits:
        yield aspects.rule(entity.name, f"count_limit({limit.relation})")
    yield from _rules(entity)


def _rules(entity: Entity) -> Iterator[str]:
    if entity.owner.kind in (Ownership.COLUMN, Ownership.PARENT):
        yield aspects.rule(entity.name, "owner")
    if entity.soft_delete:
        yield aspects.rule(entity.name, "soft_delete")
    if entity.version:
        yield aspects.rule(entity.name, "version")
    if entity.transitions:
        yield aspects.rule(entity.name, "transitions")


def _constraints(entity: Entity, field: Field) -> Iterator[str]:
    shape = field.shape
    limits = (shape.minimum, shape.maximum, shape.multiple_of)
    holds = {
        "length": shape.min_length is not None or shape.max_length is not None,
        "range": any(each is not None for each in limits),
        "pattern": bool(shape.pattern),
        "format": bool(shape.format),
        "enum": bool(shape.values),
        "unique": field.unique,
        "references": bool(field.references),
        "immutable": field.immutable,
        "normalise": bool(field.normalise),
        "default": field.default is not ABSENT and field.default is not None,
    }
    for what, held in holds.items():
        if held:
            yield aspects.constraint(entity.name, field.name, what)


def _operation(operation: Operation) -> Iterator[str]:
    yield aspects.operation(operation.id)
    yield aspects.success(operation.id, operation.result.status)
    yield aspects.access(operation.id)
    for parameter in operation.parameters:
        yield aspects.parameter(operation.id, parameter.wire)
    for refusal in operation.refusals:
        yield aspects.refusal(operation.id, refusal.status, refusal.reason)
    if operation.page is not None:
        yield aspects.page(operation.id)
    if operation.sorts:
        yield aspects.sort(operation.id)
    if operation.compared:
        yield aspects.selection(operation.id)


def _policies(contract: Contract) -> Iterator[str]:
    policies = contract.policies
    yield aspects.policy("errors")
    reasons = {refusal.reason for each in contract.operations for refusal in each.refusals}
    if "invalid" in reasons:
        yield aspects.policy("invalid_status")
    if policies.body_limit:
        yield aspects.policy("body_limit")
    if policies.rate_limits:
        yield aspects.policy("rate_limit")
    if policies.cors_origins or policies.cors_variable:
        yield aspects.policy("cors")


def _auth(contract: Contract) -> Iterator[str]:
    if contract.auth.issuer is Issuer.NONE:
        return
    for what in ("issuer", "subject", "algorithm", "secret"):
        yield aspects.auth(what)
    if contract.auth.issuer is Issuer.OWN:
        yield aspects.auth("password")
        yield aspects.auth("hashing")
        yield aspects.auth("access_lifetime")
        if contract.auth.refresh_seconds:
            yield aspects.auth("refresh_lifetime")
    if any(each.access.credentials is Credentials.REQUIRED for each in contract.operations):
        yield aspects.auth("issuer")
