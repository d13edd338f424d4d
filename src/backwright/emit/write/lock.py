"""`lock.json`: what earlier runs implemented and wrote. The same state gives the same bytes."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from backwright.plan.model import FileKind, Tables

VERSION: Final = 1
Json = Any


@dataclass(frozen=True, slots=True)
class Written:
    """One file that an earlier run wrote, or offered."""

    kind: FileKind
    hash: str = ""
    """SHA-256 of the text as it was emitted; empty for files that are written once."""
    proposed: str = ""
    """SHA-256 of the text that lies beside the file, waiting for its owner."""
    partial: bool = False
    """Written by a run that was told to write only some of the files."""


@dataclass(frozen=True, slots=True)
class Lock:
    """What is kept between two runs."""

    output: str = ""
    """The backend's folder, relative to the folder that holds `.backwright`."""
    features: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Folder of an implemented feature → its followed files → their SHA-256."""
    files: Mapping[str, Written] = field(default_factory=dict)
    """By path, relative to the output folder."""
    tables: Tables = field(default_factory=dict)
    """The schema at the migrations' head."""
    revisions: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.features or self.files)


def digest(text: str) -> str:
    """SHA-256 of a text, whatever its line ends are."""
    return hashlib.sha256(text.replace("\r\n", "\n").encode()).hexdigest()


def dump(lock: Lock) -> str:
    """The file's text."""
    files = {path: _entry(each) for path, each in sorted(lock.files.items())}
    document = {
        "version": VERSION,
        "output": lock.output,
        "features": {name: dict(sorted(each.items())) for name, each in lock.features.items()},
        "files": files,
        "revisions": list(lock.revisions),
        "tables": lock.tables,
    }
    return json.dumps(document, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def read(text: str) -> Lock:
    """The lock of a file's text. Raises ValueError if it is no such file."""
    document = json.loads(text)
    if not isinstance(document, dict):
        raise ValueError("it holds no object")
    if document.get("version") != VERSION:
        raise ValueError(f"its version is {document.get('version')!r}, and {VERSION} is known")
    features = _mapping(document, "features")
    files = _mapping(document, "files")
    revisions = document.get("revisions", [])
    if not isinstance(revisions, list):
        raise ValueError("`revisions` is no list")
    return Lock(
        output=_text(document, "output"),
        features={name: _hashes(name, features) for name in features},
        files={path: _written(path, files) for path in files},
        tables=_mapping(document, "tables"),
        revisions=tuple(str(each) for each in revisions),
    )


def _entry(written: Written) -> dict[str, Json]:
    entry: dict[str, Json] = {"kind": written.kind.value}
    if written.hash:
        entry["hash"] = written.hash
    if written.proposed:
        entry["proposed"] = written.proposed
    if written.partial:
        entry["partial"] = True
    return entry


def _written(path: str, files: Mapping[str, Json]) -> Written:
    entry = _mapping(files, path)
    return Written(
        kind=FileKind(_text(entry, "kind")),
        hash=_text(entry, "hash"),
        proposed=_text(entry, "proposed"),
        partial=entry.get("partial") is True,
    )


def _hashes(name: str, features: Mapping[str, Json]) -> dict[str, str]:
    found = _mapping(features, name)
    return {file: _text(found, file) for file in found}


def _mapping(document: Mapping[str, Json], name: str) -> dict[str, Json]:
    value = document.get(name, {})
    if not isinstance(value, dict):
        raise ValueError(f"`{name}` is no object")
    return value


def _text(document: Mapping[str, Json], name: str) -> str:
    value = document.get(name, "")
    if not isinstance(value, str):
        raise ValueError(f"`{name}` is no text")
    return value
