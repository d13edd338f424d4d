"""Another user's object: 403 tells that it exists, 404 does not."""

from typing import Final

from backwright.contract.bound import Undecided
from backwright.contract.entities import Ownership
from backwright.contract.model import Contract, Option
from backwright.review.rule import Rule


def ask(_: Undecided, contract: Contract) -> tuple[str, tuple[Option, ...]]:
    owned = {
        each.name
        for each in contract.entities
        if each.owner.kind in (Ownership.COLUMN, Ownership.PARENT)
    }
    places = [
        f"{each.method} {each.path}"
        for each in contract.operations
        if each.lookups and each.lookups[-1].entity in owned and not each.access.any_owner
    ]
    return "What does somebody read who asks for another user's object?", tuple(
        Option(key, text, tuple(f"{place}: {key} for another user's object" for place in places))
        for key, text in (
            ("404", "the same as for one that does not exist (safe default)"),
            ("403", "forbidden, which tells that it exists"),
        )
    )


RULE: Final = Rule("foreign_status", ask)
