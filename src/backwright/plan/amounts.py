"""By how much an operation moves numbers of its row, and which way its limits bind."""

from backwright.contract.model import Contract
from backwright.contract.operations import AssignKind, Limit, Operation
from backwright.plan.body_assigns import Given, given


def amount(contract: Contract, operation: Operation) -> Given | None:
    """The property of the body that says by how much."""
    found = (e for e in given(contract, operation) if e.assign.kind is AssignKind.AMOUNT)
    return next(found, None)


def is_signed(amount: Given) -> bool:
    """Whether it may be negative: then it turns each shift over."""
    least = amount.attribute.property.shape.minimum
    return least is None or least < 0


def lower(operation: Operation) -> tuple[Limit, ...]:
    """How far numbers may shrink."""
    return tuple(each for each in operation.limits if each.operator.startswith(">"))


def upper(operation: Operation) -> tuple[Limit, ...]:
    """How far they may grow."""
    return tuple(each for each in operation.limits if each.operator.startswith("<"))
