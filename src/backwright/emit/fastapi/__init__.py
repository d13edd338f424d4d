"""The FastAPI backend: one emitter a file, in a visible table."""

from collections.abc import Callable, Iterable
from typing import Final

from backwright.contract.model import Contract
from backwright.plan.model import GeneratedFile

Emitter = Callable[[Contract], Iterable[GeneratedFile]]

EMITTERS: Final[tuple[Emitter, ...]] = ()
"""In the order in which their files are named; each one is a function of the contract alone."""


def files(contract: Contract) -> tuple[GeneratedFile, ...]:
    return tuple(file for emitter in EMITTERS for file in emitter(contract))
