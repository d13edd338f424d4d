"""An example to start from, laid into a folder that holds no specification."""

from pathlib import Path

from backwright.diagnostics import Diagnostic
from backwright.emit import write as disk
from backwright.emit.write import Action, Change, Changes, Target
from backwright.emit.write.committed import FOLDER
from backwright.steps import bundled


def lay(root: Path, example: str) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """The files that were laid down, all or none; what stands there already is left as it is."""
    files = bundled.files(example)
    missing = [(path, text) for path, text in files if not (root / path).exists()]
    changes = Changes(tuple(Change(path, Action.CREATE, None, text) for path, text in missing))
    failed = disk.write(Target(root, root / FOLDER, root), changes, {})
    return (() if failed else tuple(path for path, _ in missing)), failed
