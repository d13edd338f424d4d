"""A file as it stands on the disk now."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from backwright.emit.write.lock import digest


@dataclass(frozen=True, slots=True)
class Found:
    """What is at a path."""

    exists: bool
    text: str | None = None
    """None for what is no regular file, no UTF-8, or may not be read."""

    @property
    def hash(self) -> str:
        return digest(self.text) if self.text is not None else ""


def look(path: Path) -> Found:
    """Never follows a link in the last place, never waits for a pipe."""
    try:
        status = os.lstat(path)
    except OSError:
        return Found(exists=False)
    if not stat.S_ISREG(status.st_mode):
        return Found(exists=True)
    try:
        data = path.read_bytes()
        return Found(exists=True, text=data.decode("utf-8"))
    except (OSError, UnicodeDecodeError):
        return Found(exists=True)
