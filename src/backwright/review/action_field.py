"""A body of an action names what is stored under another name."""

from typing import Final

from backwright.contract.bound import Undecided
from backwright.contract.model import Contract, Option
from backwright.review.rule import Rule


def ask(point: Undecided, contract: Contract) -> tuple[str, tuple[Option, ...]]:
    name, column = point.subject.partition(".")[0], point.options[0]
    found = next((each for each in contract.operations if each.id == name), None)
    place = f"{found.method} {found.path}" if found is not None else name
    held = f"{found.entity}.{column}" if found is not None else column
    return f"{place} takes {point.note}, and nothing that is stored is named so.", (
        Option(column, f"it is kept in {held}", (f"{place}: {point.note} goes to {held}",)),
        Option("code", "somebody writes where it goes", (f"{place}: a hook",)),
    )


RULE: Final = Rule("action_field", ask)
