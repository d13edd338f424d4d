"""The data model requires what the contract lets a body leave out."""

from typing import Final

from backwright.contract.bound import Undecided
from backwright.contract.model import Contract, Option
from backwright.review.rule import Rule


def ask(point: Undecided, _: Contract) -> tuple[str, tuple[Option, ...]]:
    name = point.subject
    return f"The data model requires {name}, and the contract lets a body leave it out.", (
        Option("optional", "as the contract says", (f"{name}: may be null",)),
        Option("required", "as the data model says", (f"{name}: required in the body",)),
    )


RULE: Final = Rule("required_or_not", ask)
