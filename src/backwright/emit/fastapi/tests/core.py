"""`tests/core/`: tokens, the form of refusals, limits, origins."""

from collections.abc import Iterator

from backwright.contract.model import Contract
from backwright.plan.model import GeneratedFile


def emit(contract: Contract) -> Iterator[GeneratedFile]:
    _ = contract
    yield from ()
