"""From a contract to files, as values; only `write` touches a disk."""

from backwright.contract.model import Contract
from backwright.emit import fastapi, migrations
from backwright.emit.formatting import formatted
from backwright.plan.completed import completed
from backwright.plan.model import Backend, Standing

__all__ = ["emit"]


def emit(contract: Contract, standing: Standing) -> Backend:
    """All files of the backend that keeps this contract."""
    whole = completed(contract)
    migrated = migrations.migrate(whole, standing)
    files = (*fastapi.files(whole), *migrated.files)
    return Backend(formatted(files), migrated.tables, migrated.revisions)
