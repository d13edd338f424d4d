"""What the contract itself says: the values of an enum."""

from backwright.contract.model import Contract
from backwright.contract.operations import Operation
from backwright.emit.fastapi.answers import Answer, Shown, answer
from backwright.emit.fastapi.domain import DomainModules, Route
from backwright.emit.fastapi.module import Module
from backwright.emit.fastapi.routes import add_route
from backwright.emit.templates import literal
from backwright.plan.names import enum
from backwright.shape import Shape


def print_constant(contract: Contract, operation: Operation, into: DomainModules) -> None:
    shape = operation.result.shape
    listed = shape.items if shape is not None else None
    if listed is not None and listed.values:
        told = _listed(contract, listed, into.router)
    else:
        told = answer(contract, operation, Shown(), into.router)
    add_route(operation, into, Route((), told.annotation, told.lines(), model=told.model))


def _listed(contract: Contract, items: Shape, router: Module) -> Answer:
    """By the enum itself, if a column has it."""
    for entity in contract.entities:
        for field in entity.fields:
            symbol = enum(contract, entity, field)
            if symbol is not None and field.shape.values == items.values:
                name = router.use(symbol)
                return Answer(f"list[{name}]", f"list({name})")
    values = [each for each in items.values if each is not None]
    inner = "str" if all(isinstance(each, str) for each in values) else "int"
    return Answer(f"list[{inner}]", literal(values))
