"""The contract as emitters get it: with what its own rules add to it."""

from backwright.contract.model import Contract
from backwright.plan.account_gaps import with_gaps_as_hooks
from backwright.plan.own_tables import with_own_tables
from backwright.plan.password_rule import with_password_rule


def completed(contract: Contract) -> Contract:
    """Gaps left to code, the rule for passwords where passwords come in, tables of our own."""
    return with_own_tables(with_password_rule(with_gaps_as_hooks(contract)))
