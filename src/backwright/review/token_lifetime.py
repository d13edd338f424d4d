"""How long a token is good for, where nothing says."""

from typing import Final

from backwright.contract.bound import Undecided
from backwright.contract.model import Contract, Option
from backwright.review.rule import Rule


def ask(point: Undecided, _: Contract) -> tuple[str, tuple[Option, ...]]:
    return f"How long is the {point.subject} token valid?", tuple(
        Option(key, spoken(int(key)), (f"{point.subject} token: expires after {spoken(int(key))}",))
        for key in point.options
    )


def spoken(seconds: int) -> str:
    for unit, name in ((86_400, "days"), (3_600, "hours"), (60, "minutes")):
        if seconds % unit == 0 and seconds >= unit:
            return f"{seconds // unit} {name}"
    return f"{seconds} seconds"


RULE: Final = Rule("token_lifetime", ask)
