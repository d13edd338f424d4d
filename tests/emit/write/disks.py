"""Disks that fail, are full, or on which the process is killed, at the nth thing that is done."""

import errno
import os
import signal
from pathlib import Path

from backwright.emit.write.disk import Disk


class CountedDisk(Disk):
    """Counts what is done; `stop` is called just before the nth."""

    def __init__(self, last: int = -1) -> None:
        self.done, self.last = 0, last

    def stop(self, name: str) -> None:
        """Nothing stops this one."""

    def _count(self, name: str) -> None:
        if self.done == self.last:
            self.stop(name)
        self.done += 1

    def write(self, path: Path, data: bytes, mode: int) -> None:
        if self.done == self.last:
            super().write(path, data[: len(data) // 2], mode)
        self._count("write")
        super().write(path, data, mode)

    def sync(self, path: Path) -> None:
        self._count("sync")
        super().sync(path)

    def keep(self, path: Path, copy: Path) -> None:
        self._count("keep")
        super().keep(path, copy)

    def replace(self, source: Path, target: Path) -> None:
        self._count("replace")
        super().replace(source, target)

    def remove(self, path: Path) -> None:
        self._count("remove")
        super().remove(path)

    def make(self, folder: Path) -> None:
        self._count("make")
        super().make(folder)

    def prune(self, folder: Path) -> bool:
        self._count("prune")
        return super().prune(folder)

    def clear(self, folder: Path) -> None:
        self._count("clear")
        super().clear(folder)


class FullDisk(CountedDisk):
    """Refuses once, at the nth."""

    def stop(self, name: str) -> None:
        self.done += 1
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


class DeadDisk(CountedDisk):
    """Refuses from the nth on, for good."""

    def _count(self, name: str) -> None:
        self.done += 1
        if self.done > self.last:
            raise OSError(errno.EIO, os.strerror(errno.EIO))


class KilledDisk(CountedDisk):
    """The process ends without a word."""

    def stop(self, name: str) -> None:
        os.kill(os.getpid(), signal.SIGKILL)
