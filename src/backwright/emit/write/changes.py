"""What happens to every file, decided before any of them is touched."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from backwright.diagnostics import Diagnostic
from backwright.emit.write.lock import Written
from backwright.plan.model import GeneratedFile


class Action(StrEnum):
    CREATE = "create"
    UPDATE = "update"
    MERGE = "merge"
    """Somebody's changes and ours together."""
    APPEND = "append"
    """Functions that a hook file lacked."""
    REMOVE = "remove"
    KEEP = "keep"
    PROPOSE = "propose"
    """The file stays; what is proposed lies beside it."""


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to one file of the backend."""

    path: str
    """Relative to the output folder."""
    action: Action
    before: str | None = None
    """The text that stands; None if there is no such file, or it is no text."""
    after: str | None = None
    """The text that will stand, or, of a proposal, will lie beside; None where it is removed."""
    private: bool = False
    reason: str = ""

    @property
    def writes(self) -> bool:
        return self.action is not Action.KEEP

    @property
    def proposed(self) -> bool:
        """What is emitted lies beside the file, not in it."""
        return self.action is Action.PROPOSE


@dataclass(frozen=True, slots=True)
class Changes:
    """What happens to all of them."""

    files: tuple[Change, ...] = ()
    """In the order of their paths."""
    written: Mapping[str, Written] = field(default_factory=dict)
    """What the lock says afterwards."""
    pristine: Mapping[str, str | None] = field(default_factory=dict)
    """Bases of later merges to be stored, or, where None, forgotten."""
    stale: tuple[str, ...] = ()
    """Proposals that nobody needs any more, by path."""
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def writing(self) -> tuple[Change, ...]:
        return tuple(each for each in self.files if each.writes)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a backend is, and what is known about the files there."""

    output: Path
    pristine: Path
    """The folder of the bases."""
    written: Mapping[str, Written] = field(default_factory=dict)


def by_path(files: Iterable[GeneratedFile]) -> dict[str, GeneratedFile]:
    return {each.path: each for each in sorted(files, key=lambda each: each.path)}
