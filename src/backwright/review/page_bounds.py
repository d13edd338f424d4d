"""A list without stated bounds is bounded all the same."""

from typing import Final

from backwright.contract.bound import Undecided
from backwright.contract.model import Contract, Option
from backwright.review.rule import Rule


def ask(point: Undecided, contract: Contract) -> tuple[str, tuple[Option, ...]]:
    places = [
        f"{each.method} {each.path}"
        for each in contract.operations
        if each.entity == point.subject and each.page is not None
    ]

    def option(key: str) -> Option:
        size, maximum = key.split("/")
        changes = tuple(f"{place}: {size} rows, at most {maximum}" for place in places)
        return Option(key, f"{size} at a time, at most {maximum}", changes)

    text = f"How many rows of {point.subject} does a list answer at once?"
    return text, tuple(option(key) for key in point.options)


RULE: Final = Rule("page_bounds", ask)
