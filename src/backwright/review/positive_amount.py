"""An action that moves a number one way takes an amount that may be below zero."""

from typing import Final

from backwright.contract.bound import Undecided
from backwright.contract.model import Contract, Option
from backwright.review.rule import Rule


def ask(point: Undecided, _: Contract) -> tuple[str, tuple[Option, ...]]:
    place, amount = point.note.split(": ", 1)
    return f"May {amount} of {place} be negative, and do the opposite?", (
        Option("positive", "it is above zero", (f"{place}: {amount} below zero is invalid",)),
        Option("code", "somebody writes what it does", (f"{place}: a hook",)),
    )


RULE: Final = Rule("positive_amount", ask)
