"""A column refers to something that no document describes."""

from typing import Final

from backwright.contract.bound import Undecided
from backwright.contract.model import Contract, Option
from backwright.review.rule import Rule


def ask(point: Undecided, _: Contract) -> tuple[str, tuple[Option, ...]]:
    return f"{point.note} refers to {point.subject}, which no document describes. Who keeps it?", (
        Option("plain", "somebody else", (f"{point.note}: a plain column",)),
        Option(
            "table",
            "this backend, with nothing but an id",
            (f"+ table of {point.subject}", f"{point.note}: a foreign key"),
        ),
    )


RULE: Final = Rule("undefined_entity", ask)
