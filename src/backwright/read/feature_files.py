"""The files that describe one feature, each with its role."""

import os
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from backwright.diagnostics import Diagnostic, sources
from backwright.read.load import load
from backwright.read.roles import Role
from backwright.source import SourceFile, Span

_ORDER: Final = (
    Role.SPEC,
    Role.CLARIFICATIONS,
    Role.DATA_MODEL,
    Role.CONTRACT,
    Role.PLAN,
    Role.TASKS,
    Role.OTHER,
    Role.STANDARDS,
)
_MARKDOWN: Final = (".md", ".markdown")
_CONTRACTS: Final = (".yaml", ".yml", ".json", *_MARKDOWN)
_BY_NAME: Final = (
    (Role.SPEC, re.compile(r"^(?:spec|specification|requirements)$")),
    (Role.PLAN, re.compile(r"^(?:implementation-?)?plan$")),
    (Role.TASKS, re.compile(r"^tasks$")),
    (Role.DATA_MODEL, re.compile(r"(?:^|[-_\d])(?:data-?models?|database|schema|entities)$")),
    (Role.CLARIFICATIONS, re.compile(r"^clarifications?$")),
    (
        Role.CONTRACT,
        re.compile(r"^(?:\d+-)?(?:rest-)?(?:api|endpoints|contracts?|openapi|api-\w+|rest-\w+)$"),
    ),
)
_MOST_FILES: Final = 500
_BACKEND: Final = re.compile(
    r"\b(?:fast\s?api|sqlmodel|backend|sqlalchemy|uvicorn)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class FollowedFile:
    path: str
    """Relative to the project's root, with forward slashes."""
    role: Role


def is_feature(files: Collection[str], folders: Collection[str]) -> bool:
    """A folder with a spec, or with contracts and a data model."""
    names = {each.lower() for each in files}
    if "spec.md" in names:
        return True
    return "data-model.md" in names and "contracts" in {each.lower() for each in folders}


def followed_files(
    root: Path, folder: str, standards: Iterable[str], problems: list[Diagnostic]
) -> tuple[FollowedFile, ...]:
    """In the order of their roles, then by path."""
    found = [each for each in _listed(root, folder, problems) if each is not None]
    ordered = sorted(found, key=lambda each: (_ORDER.index(each.role), each.path))
    standing = tuple(FollowedFile(each, Role.STANDARDS) for each in standards)
    return (*ordered, *standing)


def _listed(root: Path, folder: str, problems: list[Diagnostic]) -> list[FollowedFile | None]:
    base = root / folder if folder else root
    found: list[FollowedFile | None] = []

    def refused(error: OSError) -> None:
        path = Path(error.filename or base)
        shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
        reason = error.strerror or "unknown error"
        problems.append(sources.UNREADABLE_PART.at(Span(shown, 1), path=shown, reason=reason))

    for current, folders, files in os.walk(base, onerror=refused):
        inside = Path(current).relative_to(base).parts
        nested = [each for each in folders if not each.startswith(".")]
        if not folder:
            # The root is the feature: only its own files and its contracts belong to it.
            nested = [each for each in nested if each.lower() in {"contracts", "checklists"}]
        folders[:] = sorted(nested)
        if inside and is_feature(files, folders):
            folders.clear()
            continue
        for name in sorted(files):
            path = (Path(current) / name).relative_to(root).as_posix()
            found.append(_followed(path, tuple(each.lower() for each in inside), name.lower()))
        if len(found) > _MOST_FILES:
            break
    return found[:_MOST_FILES]


def _followed(path: str, inside: tuple[str, ...], name: str) -> FollowedFile | None:
    stem, dot, ending = name.rpartition(".")
    ending = dot + ending
    if "contracts" in inside or "api" in inside:
        if ending not in _CONTRACTS:
            return None
        about = stem == "readme"
        return FollowedFile(path, Role.OTHER if about else Role.CONTRACT)
    if ending not in _MARKDOWN:
        openapi = ending in _CONTRACTS and stem in {"openapi", "api", "swagger"}
        return FollowedFile(path, Role.CONTRACT) if openapi else None
    if "checklists" in inside:
        return FollowedFile(path, Role.OTHER)
    if stem in {"claude", "agents", "readme"} and not inside:
        return FollowedFile(path, Role.OTHER)
    role = next((role for role, words in _BY_NAME if words.search(stem)), Role.OTHER)
    return FollowedFile(path, role)


def standards_files(root: Path, folders: Iterable[str]) -> tuple[str, ...]:
    """backend/CLAUDE.md, else CLAUDE.md if it is about the backend, and the constitution.

    Looked for beside `specs/`, in each sub-project that holds one of the features.
    """
    found: dict[str, None] = {}
    for base in dict.fromkeys(each for folder in folders or [""] for each in _above(folder)):
        own = [
            f"{base}{each}" for each in ("backend/CLAUDE.md", "api/CLAUDE.md", "server/CLAUDE.md")
        ]
        standing = next((each for each in own if (root / each).is_file()), "")
        if not standing and _is_backend(root, f"{base}CLAUDE.md"):
            standing = f"{base}CLAUDE.md"
        if standing:
            found[standing] = None
        for each in (".specify/memory/constitution.md", "memory/constitution.md"):
            if (root / base / each).is_file():
                found[f"{base}{each}"] = None
                break
    return tuple(found)


def _above(folder: str) -> list[str]:
    """The sub-project that a feature lies in, then the root, each as a prefix of paths."""
    parts = [each.lower() for each in folder.split("/")]
    written = folder.split("/")
    inner = next((at for at, each in enumerate(parts) if each in {"specs", "docs", ".specify"}), 0)
    return list(dict.fromkeys(["/".join(written[:inner]) + "/" if inner else "", ""]))


def _is_backend(root: Path, path: str) -> bool:
    if not (root / path).is_file():
        return False
    source = load(root, path)
    return isinstance(source, SourceFile) and bool(_BACKEND.search(source.text))
