"""An action takes from a number, and nothing says how low it may become."""

from typing import Final

from backwright.contract.bound import Undecided
from backwright.contract.model import Contract, Option
from backwright.review.rule import Rule


def ask(point: Undecided, _: Contract) -> tuple[str, tuple[Option, ...]]:
    place, column = point.note.split(": ", 1)
    return f"How low may {column} become by {place}?", (
        Option("zero", "not below zero", (f"{place}: refused where {column} would be negative",)),
        Option("none", "as low as it gets", (f"{place}: {column} may become negative",)),
    )


RULE: Final = Rule("lowest_amount", ask)
