"""What will stand in the backend's folder."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

RANDOM_SECRET: Final = "@@RANDOM_SECRET@@"  # noqa: S105  a mark: the writer puts a key there


class FileKind(StrEnum):
    GENERATED = "generated"
    """Rewritten while nobody changed it, merged otherwise."""
    HOOKS = "hooks"
    """Missing functions are appended, nothing else is ever touched."""
    ONCE = "once"
    """Written if it is not there: `.env`, revisions of the schema."""


@dataclass(frozen=True, slots=True)
class GeneratedFile:
    """A file as a value; `emit.write` alone puts files on a disk."""

    path: str
    """Relative to the backend's folder, with forward slashes."""
    text: str
    kind: FileKind = FileKind.GENERATED
    part: str = ""
    """models, schemas, routes, tests, core, migrations, project: what `--only` chooses."""
    built: tuple[str, ...] = ()
    """Aspects of the contract that it carries."""
    asserted: tuple[str, ...] = ()
    """Aspects that its tests assert: they turn red without them."""
    private: bool = False
    """Readable by its owner only (mode 600)."""


Tables = Mapping[str, Any]
"""A schema as plain JSON, the same for the same schema: what `lock.json` keeps of the head."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What earlier runs left that a new one goes on from."""

    tables: Tables = field(default_factory=dict)
    """The schema at the migrations' head; empty if there is none."""
    revisions: tuple[str, ...] = ()
    """File names below `alembic/versions`, oldest first."""


@dataclass(frozen=True, slots=True)
class Backend:
    """Everything that is emitted for a contract."""

    files: tuple[GeneratedFile, ...]
    tables: Tables = field(default_factory=dict)
    """The schema after the newest revision among the files."""
    revisions: tuple[str, ...] = ()
    """All revisions, those that stood before and the new one."""
