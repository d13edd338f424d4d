"""Invalid input: 422 as FastAPI answers it, or 400."""

from typing import Final

from backwright.contract.bound import Undecided
from backwright.contract.model import Contract, Option
from backwright.review.rule import Rule


def ask(point: Undecided, contract: Contract) -> tuple[str, tuple[Option, ...]]:
    places = [
        f"{each.method} {each.path}"
        for each in contract.operations
        if any(refusal.reason == "invalid" for refusal in each.refusals)
    ]
    return "Which status does invalid input get?", tuple(
        Option(key, f"{key} for input that breaks a rule", tuple(f"{p}: {key}" for p in places))
        for key in point.options
    )


RULE: Final = Rule("invalid_status", ask)
