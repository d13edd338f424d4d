"""The one password that the people of the tests have."""

from backwright.contract.model import Contract
from backwright.contract.operations import AssignKind
from backwright.plan.samples import sample
from backwright.shape import Kind, Shape


def password_value(contract: Contract) -> str:
    """A password that every rule of the contract accepts."""
    for known in contract.inputs:
        for assign in known.assigns:
            own = contract.schema(known.schema).get(assign.property)
            if assign.kind is AssignKind.PASSWORD and own is not None and known.entity:
                bounded = own.shape.min_length or own.shape.pattern
                if bounded:
                    return str(sample(own.shape, 1, name="password"))
    rule = contract.auth.password_rule
    shape = Shape(Kind.STRING, format="password", min_length=rule.minimum, max_length=rule.maximum)
    return str(sample(shape, 1, name="password"))
