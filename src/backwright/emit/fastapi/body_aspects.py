"""What the class of a body carries of the columns that it fills, and of those that it spares."""

from collections.abc import Iterator
from typing import Final

from backwright.contract import aspects
from backwright.contract.entities import Entity, Field
from backwright.contract.model import Contract
from backwright.contract.operations import AssignKind, Input, Purpose
from backwright.plan.body_assigns import body_schema
from backwright.plan.columns import stored_shape
from backwright.plan.emptied import emptied
from backwright.plan.values import value
from backwright.shape import Kind, Shape

_CHANGING: Final = (Purpose.UPDATE, Purpose.REPLACE)


def body_aspects(contract: Contract, schema: str) -> Iterator[str]:
    """Rules of values that are checked where they come in, and columns that no change reaches."""
    changing = {
        each.entity
        for each in contract.operations
        if each.purpose in _CHANGING and not each.hook and body_schema(each) == schema
    }
    for known in contract.inputs:
        if known.schema != schema or not known.entity:
            continue
        entity = contract.entity(known.entity)
        filled = _filled(contract, known)
        for field in entity.fields:
            if field.name in filled:
                for what in _checked(contract, entity, field, filled[field.name]):
                    yield aspects.constraint(entity.name, field.name, what)
            elif field.immutable and entity.name in changing:
                yield aspects.constraint(entity.name, field.name, "immutable")


def _filled(contract: Contract, known: Input) -> dict[str, Shape]:
    """Column → what the body sends for it."""
    properties = contract.schema(known.schema).properties
    taken = {each.name: each.shape for each in properties if not each.read_only}
    return {
        each.name: taken[each.property]
        for each in known.assigns
        if each.kind is AssignKind.COLUMN and each.property in taken
    }


def _checked(contract: Contract, entity: Entity, field: Field, sent: Shape) -> Iterator[str]:
    """Of those rules that the field has, the ones that its printed value holds to."""
    shape = stored_shape(contract, entity, field)
    if shape.kind is not Kind.STRING or shape.values:
        return
    told = value(shape, normalise=field.normalise)
    if told.pattern:
        yield "pattern"
    if shape.format and not told.format and shape.format != "password":
        yield "format"
    done = {each.removesuffix("_first") for each in told.steps}
    done |= {"empty_to_null"} if emptied(field, sent) else set()
    if field.normalise and set(field.normalise) <= done:
        yield "normalise"
