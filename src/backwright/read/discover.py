"""Which features a project has, which files describe them, and where their backend goes.

Only names are looked at here, except of plan.md and CLAUDE.md, whose text says where output goes
and whether they are about a backend.
"""

import os
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from backwright.diagnostics import Diagnostic, sources
from backwright.read.feature_files import FollowedFile, followed_files, is_feature, standards_files
from backwright.read.output_place import OutputPlace, output_place
from backwright.source import Span

__all__ = ["FeatureFiles", "FollowedFile", "OutputPlace", "Project", "find"]

_DEEPEST: Final = 7
"""Folders below the root; `phase-2/specs/003-x` has three."""
_MOST_FOLDERS: Final = 20_000
_SKIPPED: Final = frozenset(
    [
        "node_modules",
        "venv",
        "site-packages",
        "__pycache__",
        "dist",
        "build",
        "target",
        "checklists",
        "contracts",
        "templates",
        "templates-for-commands",
    ]
)


@dataclass(frozen=True, slots=True)
class FeatureFiles:
    """One feature and the files that describe it."""

    folder: str
    """Relative to the root, with forward slashes; empty if it is the root itself."""
    name: str
    """The last part of the folder."""
    files: tuple[FollowedFile, ...]
    """In the order in which they are read."""


@dataclass(frozen=True, slots=True)
class Project:
    """What was found below a root."""

    root: Path
    features: tuple[FeatureFiles, ...]
    """The feature that was asked for, or all, sorted by folder."""
    standards: tuple[str, ...]
    """Standards of the backend, relative to the root."""
    output: OutputPlace
    diagnostics: tuple[Diagnostic, ...] = ()


def find(root: Path, feature: str | None = None) -> Project:
    """All features below the root, or the one that is named by folder, spec.md or name."""
    problems: list[Diagnostic] = []
    folders = there = _folders(root, problems)
    if feature is not None:
        folders = _chosen(root, folders, feature, problems)
    elif not folders:
        problems.append(sources.NO_FEATURES.at(Span(".", 1), root=root.name or str(root)))
    standards = standards_files(root, folders)
    found = tuple(
        FeatureFiles(each, _name(root, each), followed_files(root, each, standards, problems))
        for each in folders
    )
    output = output_place(root, folders, there)
    return Project(root, found, standards, output, tuple(problems))


def _folders(root: Path, problems: list[Diagnostic]) -> list[str]:
    """Folders of features, sorted; what lies inside a feature is a part of it."""
    found: list[str] = []

    def refused(error: OSError) -> None:
        path = _relative(root, Path(error.filename or root))
        reason = error.strerror or "unknown error"
        problems.append(sources.UNREADABLE_FOLDER.at(Span(path, 1), path=path, reason=reason))

    for seen, (current, folders, files) in enumerate(os.walk(root, onerror=refused)):
        path = _relative(root, Path(current))
        depth = path.count("/") + 1 if path != "." else 0
        if is_feature(files, folders):
            found.append("" if path == "." else path)
        folders[:] = sorted(each for each in folders if not _skipped(each))
        if depth >= _DEEPEST or seen > _MOST_FOLDERS:
            folders.clear()
    return sorted(found)


def _skipped(name: str) -> bool:
    return name.startswith(".") or name.lower() in _SKIPPED


def _relative(root: Path, path: Path) -> str:
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.name


def _name(root: Path, folder: str) -> str:
    return folder.rsplit("/", 1)[-1] or root.resolve().name


def _chosen(root: Path, folders: list[str], feature: str, problems: list[Diagnostic]) -> list[str]:
    """The folder that a user means; none and a diagnostic if that is unclear."""
    asked = _normal(root, feature)
    if asked in folders:
        return [asked]
    named = [each for each in folders if asked.lower() in _names(_name(root, each))]
    ends = [each for each in folders if asked and f"/{each}".endswith(f"/{asked}")]
    for candidates in (ends, named):
        if len(candidates) == 1:
            return candidates
        if candidates:
            listed = " or ".join(candidates)
            problems.append(
                sources.SEVERAL_FEATURES.at(Span(candidates[0], 1), name=feature, candidates=listed)
            )
            return []
    place = Span(asked or ".", 1)
    if asked and _is_folder(root, asked):
        problems.append(sources.EMPTY_FEATURE.at(place, path=asked))
    else:
        known = [name for each in folders for name in (_name(root, each), each)]
        close = get_close_matches(asked, known, n=3, cutoff=0.4)
        nearest = f"; did you mean {' or '.join(dict.fromkeys(close))}?" if close else ""
        problems.append(sources.UNKNOWN_FEATURE.at(place, name=feature, nearest=nearest))
    return []


def _normal(root: Path, feature: str) -> str:
    """Relative to the root, without its spec.md."""
    text = feature.strip().replace("\\", "/").replace("\0", "")
    path = Path(text)
    if path.is_absolute():
        text = os.path.relpath(path, root.resolve()).replace("\\", "/")
    text = os.path.normpath(text).replace("\\", "/") if text else ""
    if text.lower().endswith("/spec.md") or text.lower() == "spec.md":
        text = text[: -len("spec.md")].rstrip("/")
    return "" if text == "." else text


def _names(name: str) -> set[str]:
    """`003-orders` may be called `003-orders`, `orders` and `003`."""
    lower = name.lower()
    number, _, rest = lower.partition("-")
    return {lower, rest, number} if number.isdecimal() and rest else {lower}


def _is_folder(root: Path, path: str) -> bool:
    try:
        target = (root / path).resolve()
        return target.is_relative_to(root.resolve()) and target.is_dir()
    except (OSError, ValueError, RuntimeError):
        return False
