"""The schema's way from where it stands to what the contract asks for, as one more revision."""

from dataclasses import dataclass

from backwright.contract.model import Contract
from backwright.emit.migrations.revision import revision_file
from backwright.emit.migrations.schema import schema
from backwright.emit.migrations.steps import steps
from backwright.plan.model import GeneratedFile, Standing, Tables

__all__ = ["Migrated", "migrate"]


@dataclass(frozen=True, slots=True)
class Migrated:
    files: tuple[GeneratedFile, ...]
    """The new revision, if there is one."""
    tables: Tables
    revisions: tuple[str, ...]


def migrate(contract: Contract, standing: Standing) -> Migrated:
    """Revisions are only ever added; the same schema needs none."""
    wanted = schema(contract)
    path = steps(standing.tables, wanted)
    if not path:
        return Migrated((), wanted, standing.revisions)
    made = revision_file(contract, standing, wanted, path)
    name = made.path.rsplit("/", 1)[-1]
    return Migrated((made,), wanted, (*standing.revisions, name))
