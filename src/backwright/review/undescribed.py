"""Operations without a described body or answer: what the data model lists, or code."""

from typing import Final

from backwright.contract.bound import Undecided
from backwright.contract.model import Contract, Option
from backwright.review.rule import Rule


def ask(point: Undecided, contract: Contract) -> tuple[str, tuple[Option, ...]]:
    places = [
        f"{each.method} {each.path}" for each in contract.operations if each.entity == point.subject
    ] or [point.subject]
    return f"The contract does not describe the bodies and answers of {point.subject}.", (
        Option(
            "model", "they hold the fields of the data model",
            tuple(f"{each}: the fields of the data model" for each in places),
        ),
        Option("code", "somebody writes them", tuple(f"{each}: a hook" for each in places)),
    )  # fmt: skip


RULE: Final = Rule("undescribed", ask)
