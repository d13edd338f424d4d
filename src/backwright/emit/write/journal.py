"""A swap of many files that is either done or not, whenever it is interrupted.

Everything is written beside first. The journal, moved into its place in one step, is the point of
no return: without it nothing has happened, with it the next command goes on where this one stopped,
or, where the staged files are damaged, puts everything back.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from backwright.emit.write.disk import Disk

JOURNAL: Final = "journal.json"
STAGED: Final = "staged"

Proof = Callable[[], bool]
"""Tries what was swapped in; the journal stays until it has answered."""


@dataclass(frozen=True, slots=True)
class Step:
    """One file as it shall be."""

    target: Path
    text: str | None
    """None: the file is removed."""
    private: bool = False


@dataclass(frozen=True, slots=True)
class _Move:
    """One step of a journal: where to, and what was and will be there (SHA-256, empty: no file)."""

    number: int
    target: Path
    old: str
    new: str


class Unfinished(Exception):
    """A journal that can neither be finished nor undone."""


def swap(folder: Path, steps: Sequence[Step], disk: Disk, proof: Proof | None = None) -> bool:
    """All steps or none; False where the proof failed on what was swapped in.

    Raises OSError, and whatever the proof raises, after everything was put back.
    """
    staged = folder / STAGED
    if staged.is_symlink():
        raise NotADirectoryError(20, "is a symbolic link", str(staged))
    made = _missing(folder)
    try:
        for each in (*made, staged):
            disk.make(each)
        moves = [_stage(staged, number, step, disk) for number, step in enumerate(steps)]
        _commit(folder, moves, disk)
    except BaseException:
        disk.remove(folder / JOURNAL)
        disk.clear(staged)
        for each in reversed(made):
            disk.prune(each)
        raise
    created: list[Path] = []
    try:
        _carry_out(folder, moves, created, disk)
    except OSError:
        _put_back(folder, moves, (*made, *created), disk)
        raise
    except KeyboardInterrupt:
        _carry_out(folder, moves, created, disk)
        _close(folder, disk)
        raise
    try:
        proven = proof is None or proof()
    except BaseException:
        _put_back(folder, moves, (*made, *created), disk)
        raise
    if proven:
        _close(folder, disk)
    else:
        _put_back(folder, moves, (*made, *created), disk)
    return proven


def _put_back(folder: Path, moves: Sequence[_Move], made: Sequence[Path], disk: Disk) -> None:
    _undo(folder, moves, disk)
    for each in reversed(made):
        disk.prune(each)


def recover(folder: Path, allowed: Iterable[Path], disk: Disk) -> str:
    """Finishes or undoes what an earlier run began: `finished`, `undone`, `cleared` where only
    staged files were left, or empty.

    Raises Unfinished where neither can be done, and OSError where the disk refuses.
    """
    if not (folder / JOURNAL).exists():
        if not (folder / STAGED).is_dir():
            return ""
        disk.clear(folder / STAGED)
        return "cleared"
    moves = _read(folder, tuple(each.resolve() for each in allowed))
    if all(_possible(folder, each) for each in moves):
        _carry_out(folder, moves, [], disk)
        _close(folder, disk)
        return "finished"
    _undo(folder, moves, disk)
    return "undone"


def _missing(folder: Path) -> list[Path]:
    """The folders that must be made for this one, the outermost first."""
    return [each for each in (folder, *folder.parents) if not each.exists()][::-1]


def _stage(staged: Path, number: int, step: Step, disk: Disk) -> _Move:
    old = _hash(step.target)
    mode = _mode(step)
    if step.text is not None:
        disk.write(staged / f"{number}.new", step.text.encode(), mode)
    if old:
        disk.keep(step.target, staged / f"{number}.old")
    new = "" if step.text is None else hashlib.sha256(step.text.encode()).hexdigest()
    return _Move(number, step.target, old, new)


def _mode(step: Step) -> int:
    if step.private:
        return 0o600
    try:
        return os.stat(step.target).st_mode & 0o777
    except OSError:
        mask = os.umask(0o022)
        os.umask(mask)
        return 0o666 & ~mask


def _commit(folder: Path, moves: Iterable[_Move], disk: Disk) -> None:
    entries = [
        {
            "number": each.number,
            "target": Path(os.path.relpath(each.target, folder)).as_posix(),
            "old": each.old,
            "new": each.new,
        }
        for each in moves
    ]
    draft = folder / STAGED / JOURNAL
    disk.write(draft, (json.dumps(entries, indent=1) + "\n").encode(), 0o644)
    disk.sync(draft)
    disk.replace(draft, folder / JOURNAL)
    disk.sync(folder)


def _read(folder: Path, allowed: Sequence[Path]) -> list[_Move]:
    try:
        entries = json.loads((folder / JOURNAL).read_text("utf-8"))
        moves = [
            _Move(
                int(each["number"]),
                folder / str(each["target"]),
                str(each["old"]),
                str(each["new"]),
            )
            for each in entries
        ]
    except (ValueError, KeyError, TypeError) as error:
        raise Unfinished(f"the journal is damaged: {error}") from error
    # A journal could have come with a foreign repository: it may reach no further than we would.
    for each in moves:
        parent = each.target.parent.resolve()
        if not any(parent.is_relative_to(place) for place in allowed) or each.target.is_symlink():
            raise Unfinished(f"the journal leads out of the project: {each.target.name}")
    return [_Move(m.number, Path(os.path.normpath(m.target)), m.old, m.new) for m in moves]


def _possible(folder: Path, move: _Move) -> bool:
    """Whether the step is done, can be done, or was overtaken by somebody's own change."""
    standing = _hash(move.target)
    if standing == move.new or standing != move.old:
        return True
    return not move.new or _hash(folder / STAGED / f"{move.number}.new") == move.new


def _carry_out(folder: Path, moves: Iterable[_Move], created: list[Path], disk: Disk) -> None:
    for each in moves:
        standing = _hash(each.target)
        if standing == each.new:
            continue
        if standing != each.old:
            continue  # changed since: what somebody wrote meanwhile is never overwritten
        if not each.new:
            disk.remove(each.target)
            continue
        for parent in _missing(each.target.parent):
            created.append(parent)
            disk.make(parent)
        disk.replace(folder / STAGED / f"{each.number}.new", each.target)
    for each in moves:
        if not each.new:
            _prune(each.target.parent, folder.parent, disk)


def _prune(emptied: Path, last: Path, disk: Disk) -> None:
    """Folders that nothing is left in, from the inside to the outside."""
    while emptied not in {last, *last.parents} and disk.prune(emptied):
        emptied = emptied.parent


def _undo(folder: Path, moves: Sequence[_Move], disk: Disk) -> None:
    for each in reversed(moves):
        standing = _hash(each.target)
        if standing != each.new or standing == each.old:
            continue  # never carried out, or changed since
        if not each.old:
            disk.remove(each.target)
            continue
        saved = folder / STAGED / f"{each.number}.old"
        if not saved.exists():
            raise Unfinished(f"the old {each.target.name} is not among the staged files")
        if not each.target.parent.exists():
            each.target.parent.mkdir(parents=True)
        disk.replace(saved, each.target)
    _close(folder, disk)


def _close(folder: Path, disk: Disk) -> None:
    disk.remove(folder / JOURNAL)
    disk.clear(folder / STAGED)


def _hash(path: Path) -> str:
    """SHA-256 of a regular file's bytes; empty if there is none."""
    if path.is_symlink() or not path.is_file():
        return ""
    return hashlib.sha256(path.read_bytes()).hexdigest()
