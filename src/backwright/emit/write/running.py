"""One command at a time may write: a lock that the system lets go of when its holder dies."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

try:
    import fcntl
except ImportError:  # pragma: no cover  not on Windows, where two runs at once are not kept apart
    fcntl = None  # type: ignore[assignment]  # the module is not there

NAME: Final = "running"


class Running(Exception):
    """Another command writes just now."""

    def __init__(self, pid: str) -> None:
        super().__init__(pid)
        self.pid = pid


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Raises Running if another process is inside. A file left by a killed one is taken over."""
    made = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / NAME
    handle = _locked(path)
    try:
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(handle)
        for each in made:
            _prune(each)


def _locked(path: Path) -> int:
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
        if fcntl is None:  # pragma: no cover  see above
            return handle
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            holder = os.pread(handle, 20, 0).decode("ascii", "replace").strip()
            os.close(handle)
            raise Running(holder or "?") from error
        if _is_current(handle, path):
            return handle
        os.close(handle)  # its last holder has just removed it


def _is_current(handle: int, path: Path) -> bool:
    try:
        return os.fstat(handle).st_ino == os.stat(path).st_ino
    except OSError:
        return False


def _prune(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        return
