"""Deleted rows stay in one document and go in another."""

from typing import Final

from backwright.contract.bound import Undecided
from backwright.contract.model import Contract, Option
from backwright.review.rule import Rule


def ask(point: Undecided, _: Contract) -> tuple[str, tuple[Option, ...]]:
    name = point.subject
    return f"Does a deleted {name} stay, marked as deleted, or is its row removed?", (
        Option("soft", "the row stays, marked", (f"DELETE of {name}: marks the row",)),
        Option("hard", "the row goes", (f"DELETE of {name}: removes the row",)),
    )


RULE: Final = Rule("deletion", ask)
