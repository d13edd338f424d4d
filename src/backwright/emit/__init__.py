"""From a contract to files, as values; only `write` touches a disk."""

from backwright.contract.model import Contract
from backwright.emit import fastapi
from backwright.emit.formatting import formatted
from backwright.plan.model import Backend, Standing
from backwright.plan.own_tables import with_own_tables

__all__ = ["emit"]


def emit(contract: Contract, standing: Standing) -> Backend:
    """All files of the backend that keeps this contract."""
    files = fastapi.files(with_own_tables(contract))
    return Backend(formatted(files), standing.tables, standing.revisions)
