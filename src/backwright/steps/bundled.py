"""The example that comes with the package: what `init` lays down and `demo` runs."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import backwright

_NAME: Final = "tasks"


def folder() -> Path:
    """In an installed package beside its modules, in a checkout among the examples."""
    package = Path(backwright.__file__).resolve().parent
    installed = package / "bundled" / _NAME
    return installed if installed.is_dir() else package.parents[1] / "examples" / _NAME


def files() -> Iterator[tuple[str, str]]:
    """Its files, by their paths below a project's root."""
    root = folder()
    for current, folders, names in os.walk(root):
        folders[:] = sorted(each for each in folders if not each.startswith((".", "__")))
        for name in sorted(names):
            path = Path(current) / name
            if not name.startswith(".") and path.suffix in {".md", ".yaml"}:
                yield path.relative_to(root).as_posix(), path.read_text("utf-8")
