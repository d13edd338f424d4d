"""What the functions beside the routes of accounts are called."""

from backwright.contract.model import Contract
from backwright.plan.names import route


def service_name(contract: Contract, wanted: str) -> str:
    """The name, unless an operation has it, whose own work then stands under it."""
    taken = {route(each) for each in contract.operations}
    return f"{wanted}_row" if wanted in taken else wanted
