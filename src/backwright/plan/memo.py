"""What is worked out for a whole contract once, though many emitters ask for it."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from backwright.contract.model import Contract

T = TypeVar("T")


def once(plan: Callable[[Contract], T]) -> Callable[[Contract], T]:
    """Remembers the answer for the contract it was last asked about.

    By identity: contracts hold mappings, so they cannot be hashed, and nobody changes them.
    """
    latest: list[tuple[Contract, T]] = []

    @wraps(plan)
    def remembered(contract: Contract) -> T:
        if not latest or latest[0][0] is not contract:
            latest[:] = [(contract, plan(contract))]
        return latest[0][1]

    return remembered
