"""Where the backend goes, and what earlier runs left there."""

import os
from dataclasses import replace
from pathlib import Path

from backwright.diagnostics import Diagnostic, writing
from backwright.emit.write import Target
from backwright.emit.write.lock import Lock
from backwright.outcome import Discovered, Wanted
from backwright.plan.model import Standing
from backwright.source import Span


def target(found: Discovered, wanted: Wanted) -> tuple[Target, str, tuple[Diagnostic, ...]]:
    """The folders, the backend's as users read it, and what is wrong with it."""
    root, state = found.project.root, found.committed.folder
    output = folder(found, wanted)
    shown = _shown(root, output)
    problems: tuple[Diagnostic, ...] = ()
    if not wanted.output and not output.resolve().is_relative_to(root.resolve()):
        problems = (writing.OUTSIDE.at(Span(shown, 1), path=shown),)
    return Target(root, state, output), shown, problems


def folder(found: Discovered, wanted: Wanted) -> Path:
    """What was said, else where the last run wrote, else what the documents name."""
    root = found.project.root
    if wanted.output:
        return Path(os.path.normpath(root / wanted.output))
    if found.committed.lock.files:
        base = found.committed.folder.parent
        return Path(os.path.normpath(base / found.committed.lock.output))
    return root / found.project.output.folder


def known(found: Discovered, target: Target) -> Lock:
    """What the lock says about this output folder; nothing, where it speaks of another one."""
    lock = found.committed.lock
    if lock.files and lock.output != kept(target):
        return Lock(features=lock.features)
    revisions = [target.output / "alembic" / "versions" / each for each in lock.revisions]
    if revisions and not any(each.exists() for each in revisions):
        # The backend was deleted: its history begins anew.
        return replace(lock, tables={}, revisions=())
    return lock


def standing(lock: Lock) -> Standing:
    return Standing(lock.tables, lock.revisions)


def kept(target: Target) -> str:
    """The output folder as the lock keeps it: relative to the folder of the state."""
    return Path(os.path.relpath(target.output, target.state.parent)).as_posix()


def _shown(root: Path, output: Path) -> str:
    if output.is_relative_to(root):
        return output.relative_to(root).as_posix()
    return Path(os.path.relpath(output, root)).as_posix()
