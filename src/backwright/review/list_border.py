"""A list of rows that lie on one side of a border: is a row on the border among them?"""

from typing import Final

from backwright.contract.bound import Undecided
from backwright.contract.model import Contract, Option
from backwright.review.rule import Rule


def ask(point: Undecided, _: Contract) -> tuple[str, tuple[Option, ...]]:
    place, compared = point.note.split(": ", 1)
    text = f"Does {place} list a row whose {' and '.join(compared.split(', '))} are the same?"
    shown = {
        "included": Option("included", "it is listed", (f"{place}: the border is listed",)),
        "excluded": Option("excluded", "it is not", (f"{place}: the border is not listed",)),
    }
    return text, tuple(shown[each] for each in point.options)


RULE: Final = Rule("list_border", ask)
