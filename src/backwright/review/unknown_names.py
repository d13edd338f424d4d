"""A body lists rows by their names, and nothing says what becomes of a name that no row has."""

from typing import Final

from backwright.contract.bound import Undecided
from backwright.contract.model import Contract, Option
from backwright.review.rule import Rule


def ask(point: Undecided, _: Contract) -> tuple[str, tuple[Option, ...]]:
    name = point.subject
    return f"{name} lists names. What becomes of a name that is not there yet?", (
        Option("made", "a new row is made of it", (f"{name}: unknown names make rows",)),
        Option("refused", "the request is refused", (f"{name}: unknown names are refused",)),
    )


RULE: Final = Rule("unknown_names", ask)
