"""How long a password must and may be, where nothing says."""

from typing import Final

from backwright.contract.bound import Undecided
from backwright.contract.model import Contract, Option
from backwright.review.rule import Rule


def ask(point: Undecided, _: Contract) -> tuple[str, tuple[Option, ...]]:
    return "How many characters must and may a password have?", tuple(
        Option(key, f"{key.replace('-', ' to ')} characters", (f"password: {key} characters",))
        for key in point.options
    )


RULE: Final = Rule("password_bounds", ask)
