"""What the functions beside the routes of accounts are called."""

from typing import Final

from backwright.contract.model import Contract
from backwright.contract.policies import Proves
from backwright.plan.names import route

STEMS: Final = {Proves.RESET: "password_reset", Proves.VERIFICATION: "verification"}
"""Of the functions behind the tokens that are sent."""


def service_name(contract: Contract, wanted: str) -> str:
    """The name, unless an operation has it, whose own work then stands under it."""
    taken = {route(each) for each in contract.operations}
    return f"{wanted}_row" if wanted in taken else wanted


def new_token(proves: Proves) -> str:
    """The function that makes one, for a row of the user."""
    return f"new_{STEMS[proves]}"


def take_token(proves: Proves) -> str:
    """The function that tells whose it is, once."""
    return f"take_{STEMS[proves]}"


def end_tokens(proves: Proves) -> str:
    """The function after which none of a user's is good any more."""
    return f"end_{STEMS[proves]}s"


def send_hook(proves: Proves) -> str:
    return f"send_{STEMS[proves]}"
