"""The committed state beside `specs/`: lock, decisions, and the files as they were emitted."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from backwright.contract import decisions
from backwright.contract.model import Decision
from backwright.diagnostics import Diagnostic, writing
from backwright.emit.write import lock as locks
from backwright.emit.write.lock import Lock
from backwright.source import Span

FOLDER: Final = ".backwright"
LOCK: Final = "lock.json"
DECISIONS: Final = "decisions.toml"
PRISTINE: Final = "pristine"
REPORTS: Final = "reports"


@dataclass(frozen=True, slots=True)
class Committed:
    """What earlier runs left in one project."""

    root: Path
    """The folder that commands are run in."""
    base: str = ""
    """The folder that holds `specs/`, relative to the root; empty for the root itself."""
    lock: Lock = field(default_factory=Lock)
    decisions: tuple[Decision, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    """Errors: nothing may be written while there is one."""

    @property
    def folder(self) -> Path:
        return self.root / self.base / FOLDER

    def shown(self, name: str) -> str:
        """A path inside the folder as users read it."""
        return "/".join(each for each in (self.base, FOLDER, name) if each)


def read(root: Path, base: str) -> Committed:
    """What stands there; what cannot be read is a diagnostic, never silently empty."""
    empty = Committed(root, base)
    lock, problems = Lock(), []
    taken: tuple[Decision, ...] = ()
    try:
        text = _text(empty.folder / LOCK)
        lock = locks.read(text) if text is not None else lock
    except (OSError, ValueError, RecursionError) as error:
        problems.append(_unreadable(empty.shown(LOCK), error))
    try:
        text = _text(empty.folder / DECISIONS)
        taken = decisions.read(text) if text is not None else taken
    except (OSError, ValueError, RecursionError) as error:
        problems.append(_unreadable(empty.shown(DECISIONS), error))
    return Committed(root, base, lock, taken, tuple(problems))


def _text(file: Path) -> str | None:
    try:
        return file.read_text("utf-8")
    except FileNotFoundError:
        return None


def _unreadable(path: str, error: Exception) -> Diagnostic:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    line = getattr(error, "lineno", None)
    if line is None and isinstance(error, tomllib.TOMLDecodeError):
        line = _line(str(error))
    return writing.STATE_UNREADABLE.at(Span(path, line or 1), path=path, reason=reason)


def _line(message: str) -> int:
    """`… (at line 3, column 7)`"""
    _, _, rest = message.partition("at line ")
    number = rest.partition(",")[0]
    return int(number) if number.isdecimal() else 1
