"""A list of rows whose time has come: does it hold those that are done?"""

from typing import Final

from backwright.contract.bound import Undecided
from backwright.contract.model import Contract, Option
from backwright.review.rule import Rule


def ask(point: Undecided, _: Contract) -> tuple[str, tuple[Option, ...]]:
    place, column = point.note.split(": ", 1)
    return f"Does {place} list rows that are done, as {column} tells?", (
        Option("left_out", "only those that are not", (f"{place}: done rows are left out",)),
        Option("listed", "all of them", (f"{place}: done rows are listed",)),
    )


RULE: Final = Rule("finished_rows", ask)
