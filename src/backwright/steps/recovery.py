"""What an interrupted run left behind, finished or undone before anything else is done."""

from collections.abc import Iterable
from pathlib import Path

from backwright.diagnostics import Diagnostic
from backwright.emit import write as disk
from backwright.emit.write import Target
from backwright.emit.write.committed import FOLDER
from backwright.read.discover import FeatureFiles
from backwright.read.earlier import base_of


def recovered(
    root: Path, features: Iterable[FeatureFiles], output: str | None = None
) -> tuple[Diagnostic, ...]:
    """In every project that the features lie in. `output`: the folder that was named, if one was;
    only then may a journal lead out of the root."""
    bases = dict.fromkeys(base_of(each.folder) for each in features) or {"": None}
    found: list[Diagnostic] = []
    for base in bases:
        found += disk.recover(Target(root, root / base / FOLDER, root / (output or ".")))
    return tuple(found)
