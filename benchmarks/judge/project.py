"""Features of a folder: where they are, what is copied of their projects, what was labelled."""

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Json = Any
MARKS = (".specify", ".git", "pyproject.toml", "backend", "CLAUDE.md")


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature folder of one project."""

    repo: str
    folder: str
    """Relative to the folder of all projects, with forward slashes."""
    project: str
    """The project's root, relative to the folder of all projects."""

    @property
    def inside(self) -> str:
        """The feature's folder as its project sees it."""
        return self.folder.removeprefix(self.project).strip("/") or "."


def features(directory: Path) -> list[Feature]:
    """The entries of `index.json`, or every folder with a `spec.md`."""
    index = directory / "index.json"
    if index.is_file():
        entries = json.loads(index.read_text("utf-8"))
        return [_feature(directory, each["folder"], each.get("repo", "")) for each in entries]
    found = sorted(each.parent.relative_to(directory) for each in directory.rglob("spec.md"))
    kept = (each for each in found if not {"templates", "node_modules", ".git"} & set(each.parts))
    return [_feature(directory, each.as_posix(), "") for each in kept]


def _feature(directory: Path, folder: str, repo: str) -> Feature:
    project = _project(directory, folder)
    return Feature(repo or project or directory.name, folder, project)


def _project(directory: Path, folder: str) -> str:
    """The nearest folder above a feature that looks like a project's root."""
    parts = Path(folder).parts
    for length in range(len(parts) - 1, 0, -1):
        candidate = directory.joinpath(*parts[:length])
        if any((candidate / mark).exists() for mark in MARKS):
            return Path(*parts[:length]).as_posix()
    for length, part in enumerate(parts[:-1]):
        if part in ("specs", "docs", "features"):
            return Path(*parts[:length]).as_posix() if length else ""
    return parts[0] if len(parts) > 1 else ""


def copy(directory: Path, feature: Feature, target: Path) -> Path:
    """The feature's project without other features' folders' code: specifications and standards."""
    source = directory / feature.project
    ignored = shutil.ignore_patterns(
        ".git", "node_modules", ".venv", "__pycache__", ".backwright", "index.json", "labels.json"
    )
    shutil.copytree(source, target, ignore=ignored, symlinks=True, dirs_exist_ok=True)
    return target


def labels(directory: Path, feature: Feature) -> list[Json] | None:
    """The labelled sentences of a feature; None where nobody labelled any."""
    file = directory / "labels.json"
    if not file.is_file():
        return None
    found = [
        each for each in json.loads(file.read_text("utf-8")) if each["folder"] == feature.folder
    ]
    return found or None


def inputs(directory: Path, feature: Feature) -> Sequence[Path]:
    """Every file that decides about a row."""
    root = directory / feature.project
    files = [each for each in root.rglob("*") if each.is_file() and ".git" not in each.parts]
    return sorted([*files, *(each for each in [directory / "labels.json"] if each.is_file())])
