"""Every single thing that is done to the disk while a swap is under way."""

import errno
import os
import shutil
from pathlib import Path


class Disk:
    """The real one; tests put one in its place that is killed, or full, at the nth step."""

    def write(self, path: Path, data: bytes, mode: int) -> None:
        """A new file, readable by nobody else before its mode is set."""
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        if mode != 0o600:
            os.chmod(path, mode)

    def sync(self, path: Path) -> None:
        """Waits until a file, or the names in a folder, would survive a power cut."""
        try:
            handle = os.open(path, os.O_RDONLY)
        except OSError:  # folders cannot be opened everywhere
            return
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno not in {errno.EINVAL, errno.ENOTSUP, errno.EROFS}:
                raise
        finally:
            os.close(handle)

    def keep(self, path: Path, copy: Path) -> None:
        """The old content under a second name, for undoing."""
        try:
            os.link(path, copy, follow_symlinks=False)
        except (OSError, NotImplementedError):
            shutil.copy2(path, copy, follow_symlinks=False)

    def replace(self, source: Path, target: Path) -> None:
        """In one step, also where the two lie on different file systems."""
        try:
            os.replace(source, target)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            near = target.with_name(f".{target.name}.backwright-staged")
            shutil.copy2(source, near)
            os.replace(near, target)
            source.unlink()

    def remove(self, path: Path) -> None:
        path.unlink(missing_ok=True)

    def make(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)

    def prune(self, folder: Path) -> bool:
        """Removes a folder if nothing is in it."""
        try:
            folder.rmdir()
        except OSError as error:
            known = {errno.ENOTEMPTY, errno.EEXIST, errno.ENOENT, errno.ENOTDIR, errno.EBUSY}
            if error.errno not in known | {errno.EACCES, errno.EPERM}:
                raise
            return False
        return True

    def clear(self, folder: Path) -> None:
        """Removes a folder with all that was staged in it."""
        shutil.rmtree(folder, ignore_errors=True)
