"""Features that were implemented before, and where a project keeps its state."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from backwright.read.discover import FeatureFiles, FollowedFile, Project, find
from backwright.read.facts import Facts
from backwright.read.load import load
from backwright.read.roles import Role
from backwright.source import SourceFile

_BESIDE: Final = frozenset({"specs", "docs", ".specify"})


def base_of(folder: str) -> str:
    """The folder that holds the `specs/` of a feature, and the state of its backend."""
    parts = folder.split("/")
    at = next((n for n, part in enumerate(parts) if part.lower() in _BESIDE), 0)
    return "/".join(parts[:at])


def earlier(project: Project, folders: Iterable[str]) -> tuple[FeatureFiles, ...]:
    """The named features, without those asked for; read under the same standards as these."""
    asked = {each.folder for each in project.features}
    wanted = set(folders) - asked
    if not wanted:
        return ()
    shared = project.features[0].files if project.features else ()
    standards = tuple(each for each in shared if each.role is Role.STANDARDS)
    found = (each for each in find(project.root).features if each.folder in wanted)
    return tuple(_under(each, standards) for each in found)


def _under(feature: FeatureFiles, standards: tuple[FollowedFile, ...]) -> FeatureFiles:
    own = tuple(each for each in feature.files if each.role is not Role.STANDARDS)
    return replace(feature, files=(*own, *standards))


def texts(root: Path, facts: Iterable[Facts]) -> Iterator[tuple[str, str]]:
    """Every file that was followed, once, as it was written."""
    for path in dict.fromkeys(path for each in facts for path in each.files):
        source = load(root, path)
        if isinstance(source, SourceFile):
            yield path, source.text


def hashes(root: Path, feature: FeatureFiles) -> dict[str, str]:
    """SHA-256 of the followed files of a feature, to tell later whether they have changed."""
    found = {}
    for each in feature.files:
        source = load(root, each.path)
        if isinstance(source, SourceFile):
            found[each.path] = hashlib.sha256(source.text.encode()).hexdigest()
    return found
