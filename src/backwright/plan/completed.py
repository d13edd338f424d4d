"""The contract as emitters get it: with what its own rules add to it."""

from backwright.contract.model import Contract
from backwright.plan.own_tables import with_own_tables
from backwright.plan.password_rule import with_password_rule


def completed(contract: Contract) -> Contract:
    """Tables of our own, and the rule for passwords where passwords come in."""
    return with_own_tables(with_password_rule(contract))
