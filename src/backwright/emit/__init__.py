"""From a contract to files, as values; only `write` touches a disk."""

from backwright.contract.model import Contract
from backwright.plan.completed import completed
from backwright.plan.model import Backend, Standing

__all__ = ["emit"]


def emit(contract: Contract, standing: Standing) -> Backend:
    """All files of the backend that keeps this contract."""
    # Whoever only reads does not wait for the emitters, which are a quarter of all imports.
    from backwright.emit import fastapi, migrations  # noqa: PLC0415
    from backwright.emit.formatting import formatted  # noqa: PLC0415

    whole = completed(contract)
    migrated = migrations.migrate(whole, standing)
    files = (*fastapi.files(whole), *migrated.files)
    return Backend(formatted(files), migrated.tables, migrated.revisions)
