"""An entity whose id nothing describes."""

from typing import Final

from backwright.contract.bound import Undecided
from backwright.contract.model import Contract, Option
from backwright.review.rule import Rule


def ask(point: Undecided, _: Contract) -> tuple[str, tuple[Option, ...]]:
    return f"Of which type is the id of {point.subject}?", (
        Option("uuid", "cannot be guessed or counted", (f"{point.subject}.id: UUID",)),
        Option("integer", "counted by the database", (f"{point.subject}.id: integer",)),
    )


RULE: Final = Rule("id_type", ask)
