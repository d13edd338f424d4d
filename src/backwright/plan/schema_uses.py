"""Which schemas come in, which go out, and for which operations."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from backwright.contract.model import Contract
from backwright.contract.operations import Operation
from backwright.plan.memo import once
from backwright.shape import Shape


@dataclass(frozen=True, slots=True)
class Uses:
    """Of every schema, in the contract's order."""

    bodies: Mapping[str, tuple[Operation, ...]]
    """The operations whose body it is, or is a part of."""
    answers: Mapping[str, tuple[Operation, ...]]
    """The operations whose answer it is, or is a part of."""


@once
def uses(contract: Contract) -> Uses:
    known = {each.name for each in contract.schemas}
    bodies: dict[str, dict[str, Operation]] = {}
    answers: dict[str, dict[str, Operation]] = {}
    for operation in contract.operations:
        body = operation.body.shape if operation.body is not None else None
        for found, shape in ((bodies, body), (answers, operation.result.shape)):
            for name in reached(contract, shape):
                if name in known:
                    found.setdefault(name, {})[operation.id] = operation
    return Uses(_listed(bodies), _listed(answers))


def _listed(found: dict[str, dict[str, Operation]]) -> dict[str, tuple[Operation, ...]]:
    return {name: tuple(each.values()) for name, each in found.items()}


def reached(contract: Contract, shape: Shape | None) -> tuple[str, ...]:
    """The schemas in a shape and, through their properties, all others that it leads to."""
    found: dict[str, None] = {}
    waiting = list(refs(shape))
    while waiting:
        name = waiting.pop(0)
        schema = contract.find_schema(name)
        if name in found or schema is None:
            continue
        found[name] = None
        for own in schema.properties:
            waiting.extend(refs(own.shape))
    return tuple(found)


def refs(shape: Shape | None) -> Iterator[str]:
    """The schemas that a shape names itself."""
    if shape is None:
        return
    if shape.ref:
        yield shape.ref
    yield from refs(shape.items)
    for each in shape.options:
        yield from refs(each)
