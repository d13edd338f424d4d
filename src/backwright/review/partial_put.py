"""A PUT whose body requires nothing: does it replace, or change what it names?"""

from typing import Final

from backwright.contract.bound import Undecided
from backwright.contract.model import Contract, Option
from backwright.review.rule import Rule


def ask(point: Undecided, _: Contract) -> tuple[str, tuple[Option, ...]]:
    return f"{point.note} requires no field: does it change only those that it names?", (
        Option("partial", "what is left out stays", (f"{point.note}: absent fields are kept",)),
        Option("full", "what is left out is reset", (f"{point.note}: absent fields are reset",)),
    )


RULE: Final = Rule("partial_put", ask)
