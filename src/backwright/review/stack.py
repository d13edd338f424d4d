"""The plan names another stack than FastAPI: nothing safe can be assumed."""

from typing import Final

from backwright.contract.bound import Undecided
from backwright.contract.model import Contract, Option
from backwright.review.rule import Rule


def ask(point: Undecided, contract: Contract) -> tuple[str, tuple[Option, ...]]:
    count = len(contract.operations)
    return f"The plan is for {point.note}. Build the backend with FastAPI and SQLModel?", (
        Option("fastapi", "yes", (f"+ {count} operations with FastAPI and SQLModel",)),
    )


RULE: Final = Rule("stack", ask)
