"""Where the backend goes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from backwright.read.load import load
from backwright.source import SourceFile, Span

_TREE: Final = re.compile(
    r"^[\s│├└─|`+-]*(?P<folder>backend|server|api)/\s*(?:#.*)?$", re.MULTILINE
)
_PATHS: Final = re.compile(r"(?<![\w/.-])(?P<folder>backend|server|api)/(?:src|app|tests)\b")


@dataclass(frozen=True, slots=True)
class OutputPlace:
    folder: str
    """Relative to the project's root, with forward slashes; empty for the root itself."""
    reason: str
    """One line, for the user."""
    span: Span | None = None
    """The line of the plan that says so, if one does."""


def output_place(root: Path, folders: Iterable[str], others: Iterable[str] = ()) -> OutputPlace:
    """`backend/` if it stands already, else where a plan's structure says, else here.

    `others` are the features beside: where the plans of these say nothing, theirs are asked, so
    that the features of one project do not go to different places.
    """
    folders = tuple(folders)
    for base in dict.fromkeys((*map(_project, folders), "")):
        backend = f"{base}backend"
        if (root / backend).is_dir():
            if (root / backend / "CLAUDE.md").is_file():
                return OutputPlace(backend, f"{backend}/CLAUDE.md stands there")
            return OutputPlace(backend, f"{backend}/ stands there")
    bases = {_project(each) for each in folders}
    beside = (each for each in others if each not in folders and _project(each) in bases)
    for folder in (*folders, *beside):
        found = _planned(root, folder)
        if found is not None:
            return found
    return OutputPlace("", "nothing says otherwise, so the current folder")


def _project(folder: str) -> str:
    """The sub-project that a feature lies in, as a prefix of paths."""
    parts = folder.split("/")
    at = next((n for n, each in enumerate(parts) if each.lower() in {"specs", "docs"}), 0)
    return "/".join(parts[:at]) + "/" if at else ""


def _planned(root: Path, folder: str) -> OutputPlace | None:
    path = f"{folder}/plan.md" if folder else "plan.md"
    source = load(root, path)
    if not isinstance(source, SourceFile):
        return None
    text = source.text
    match = _PATHS.search(text) or _TREE.search(text)
    if match is None:
        return None
    line = text.count("\n", 0, match.start("folder")) + 1
    place = f"{_project(folder)}{match['folder']}"
    return OutputPlace(place, f"{path}:{line} plans {match['folder']}/", source.span(line))
