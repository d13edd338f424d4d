"""Two documents disagree about a limit, a type or the values of a field."""

from typing import Final

from backwright.contract.bound import Undecided
from backwright.contract.model import Contract, Option
from backwright.review.rule import Rule


def ask(point: Undecided, __: Contract) -> tuple[str, tuple[Option, ...]]:
    subject, _, what = point.subject.rpartition(".")
    spoken = what.replace("_", " ")
    both = " and ".join(point.options)
    return f"The documents disagree about the {spoken} of {subject}: {both}.", tuple(
        Option(key, key, (f"{subject}: {spoken} {key}",)) for key in point.options
    )


RULE: Final = Rule("contradiction", ask)
