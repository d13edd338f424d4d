"""The examples that come with the package: the one `init` lays down, the one `demo` runs."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import backwright

BEGINNING: Final = "notes"
"""As small as it can be, to be edited."""
SHOWN: Final = "tasks"
"""With accounts and labels, to be looked at."""


def folder(name: str) -> Path:
    """In an installed package beside its modules, in a checkout among the examples."""
    package = Path(backwright.__file__).resolve().parent
    installed = package / "bundled" / name
    return installed if installed.is_dir() else package.parents[1] / "examples" / name


def files(name: str) -> Iterator[tuple[str, str]]:
    """The files of an example, by their paths below a project's root."""
    root = folder(name)
    for current, folders, names in os.walk(root):
        folders[:] = sorted(each for each in folders if not each.startswith((".", "__")))
        for each in sorted(names):
            path = Path(current) / each
            if not each.startswith(".") and path.suffix in {".md", ".yaml"}:
                yield path.relative_to(root).as_posix(), path.read_text("utf-8")
