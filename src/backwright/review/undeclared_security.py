"""Rows belong to somebody, and the contract declares no credentials for them."""

from typing import Final

from backwright.contract.bound import Undecided
from backwright.contract.model import Contract, Option
from backwright.review.rule import Rule


def ask(point: Undecided, _: Contract) -> tuple[str, tuple[Option, ...]]:
    return f"{point.note} reaches rows that belong to users: are credentials required?", (
        Option("required", "yes (safe default)", (f"{point.note}: 401 without credentials",)),
        Option("none", "no", (f"{point.note}: answers anybody",)),
    )


RULE: Final = Rule("undeclared_security", ask)
