"""From a contract to files, as values; only `write` touches a disk."""

from backwright.contract.model import Contract
from backwright.emit import fastapi
from backwright.emit.formatting import formatted
from backwright.plan.completed import completed
from backwright.plan.model import Backend, Standing

__all__ = ["emit"]


def emit(contract: Contract, standing: Standing) -> Backend:
    """All files of the backend that keeps this contract."""
    files = fastapi.files(completed(contract))
    return Backend(formatted(files), standing.tables, standing.revisions)
