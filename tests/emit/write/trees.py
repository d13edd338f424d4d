"""Folders as values, and one change of a whole backend to try everything on."""

from collections.abc import Mapping
from pathlib import Path

from backwright.emit.write import Changes, Place, Target, compare
from backwright.emit.write.committed import PRISTINE
from backwright.emit.write.lock import Lock, dump
from backwright.plan.model import FileKind, GeneratedFile

Tree = dict[str, str]


def generated(files: Mapping[str, str], kind: FileKind = FileKind.GENERATED) -> list[GeneratedFile]:
    return [GeneratedFile(path, text, kind) for path, text in files.items()]


def target(root: Path) -> Target:
    return Target(root, root / ".backwright", root / "backend")


def compared(root: Path, files: list[GeneratedFile], lock: Lock, *, only: bool = False) -> Changes:
    place = target(root)
    return compare(files, Place(place.output, place.state / PRISTINE, lock.files), only=only)


def remembered(changes: Changes) -> tuple[Lock, dict[str, str]]:
    """The lock afterwards, and the state's files."""
    lock = Lock(output="backend", files=changes.written)
    return lock, {"lock.json": dump(lock)}


def tree(root: Path) -> Tree:
    """Every file below a folder, and where its links lead."""
    found = {}
    for each in sorted(root.rglob("*")):
        path = each.relative_to(root).as_posix()
        if each.is_symlink():
            found[path] = f"-> {each.readlink()}"
        elif each.is_file():
            found[path] = each.read_bytes().decode("utf-8", "replace")
    return found


def put(root: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
