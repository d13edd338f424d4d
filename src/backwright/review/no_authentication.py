"""Operations of which nothing says who may call them."""

from typing import Final

from backwright.contract.bound import Undecided
from backwright.contract.model import Contract, Option, OriginKind
from backwright.review.rule import Rule


def ask(point: Undecided, contract: Contract) -> tuple[str, tuple[Option, ...]]:
    places = [
        f"{each.method} {each.path}"
        for each in contract.operations
        if any(
            origin.kind is OriginKind.DECISION and origin.code == point.code
            for origin in contract.origins.get(f"operation/{each.id}/access", ())
        )
    ]
    return "Nothing says who may call these operations: anybody, or signed-in users only?", (
        Option("none", "anybody", tuple(f"{each}: no credentials" for each in places)),
        Option("required", "signed-in users", tuple(f"{each}: 401 without" for each in places)),
    )


RULE: Final = Rule("no_authentication", ask)
