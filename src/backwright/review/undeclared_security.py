"""Rows belong to somebody, and the contract declares no credentials for them."""

from typing import Final

from backwright.contract.aspects import access
from backwright.contract.bound import Undecided
from backwright.contract.model import Contract, Option
from backwright.review.rule import Rule


def ask(point: Undecided, contract: Contract) -> tuple[str, tuple[Option, ...]]:
    code = f"undeclared_security/{point.subject}"
    places = [
        f"{each.method} {each.path}"
        for each in contract.operations
        if any(origin.code == code for origin in contract.origins.get(access(each.id), ()))
    ]
    text = f"Rows of {point.subject} belong to users, and no credentials are declared for them."
    return f"{text} Are they required?", (
        Option("required", "yes (safe default)", tuple(f"{e}: 401 without" for e in places)),
        Option("none", "no", tuple(f"{each}: answers anybody" for each in places)),
    )


RULE: Final = Rule("undeclared_security", ask)
