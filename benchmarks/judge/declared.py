"""What the author's OpenAPI files declare, read naively: no part of the product is asked."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

Json = Any
METHODS = ("get", "put", "post", "patch", "delete", "head", "options")
LARGEST = 4_000_000


@dataclass(frozen=True, slots=True)
class Place:
    """A node of a file, with the file that its relative references start from."""

    node: Json
    file: Path


@dataclass(frozen=True, slots=True)
class Declared:
    """One operation, as its author wrote it."""

    method: str
    path: str
    """With the base path of the first server."""
    node: Mapping[str, Json]
    file: Path
    parameters: tuple[Place, ...] = ()
    body: Place | None = None
    """What the application announces where the author left the body, or its schema, out."""

    @property
    def key(self) -> str:
        return f"{self.method.upper()} {anonymous(self.path)}"

    @property
    def successes(self) -> tuple[int, ...]:
        return tuple(status for status in self.statuses if 200 <= status < 300)

    @property
    def statuses(self) -> tuple[int, ...]:
        codes = (str(code) for code in self.node.get("responses") or {})
        return tuple(sorted(int(code) for code in codes if code.isdigit()))


def anonymous(path: str) -> str:
    """The path without the names of its parameters and without a slash at its end."""
    return re.sub(r"\{[^}]*\}", "{}", path).rstrip("/") or "/"


class Files:
    """The files of a feature, loaded once, and references between them; nothing is fetched."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self._loaded: dict[Path, Json] = {}
        self.broken: dict[str, str] = {}

    def adopt(self, name: str, document: Json) -> Path:
        """A document that is no file, such as what an application announces about itself."""
        file = self.root / name
        self._loaded[file] = document
        return file

    def load(self, file: Path) -> Json:
        file = file.resolve()
        if file not in self._loaded:
            self._loaded[file] = self._parse(file)
        return self._loaded[file]

    def _parse(self, file: Path) -> Json:
        if not file.is_relative_to(self.root) or not file.is_file():
            return None
        if file.stat().st_size > LARGEST:
            return None
        text = file.read_text("utf-8", errors="replace")
        try:
            return json.loads(text) if file.suffix == ".json" else yaml.load(text, _Plain)  # noqa: S506
        except (ValueError, yaml.YAMLError, RecursionError) as error:
            self.broken[str(file.relative_to(self.root))] = str(error).split("\n")[0]
            return None

    def resolve(self, place: Place) -> Place:
        """The node that a chain of references ends in; an empty one where it leads nowhere."""
        for _ in range(20):
            node = place.node
            if not isinstance(node, dict) or not isinstance(node.get("$ref"), str):
                return place
            place = self._follow(node["$ref"], place.file)
        return Place({}, place.file)

    def _follow(self, reference: str, file: Path) -> Place:
        target, _, pointer = reference.partition("#")
        if "://" in target:
            return Place({}, file)
        file = (file.parent / target).resolve() if target else file
        node = self.load(file)
        for step in pointer.strip("/").split("/") if pointer.strip("/") else ():
            name = step.replace("~1", "/").replace("~0", "~")
            if isinstance(node, list) and name.isdigit() and int(name) < len(node):
                node = node[int(name)]
            else:
                node = node.get(name, {}) if isinstance(node, dict) else {}
        return Place({} if node is None else node, file)


class _Plain(yaml.SafeLoader):
    """A safe loader with the scalars of YAML 1.2 and JSON: no dates, no `on`, no `10:30`."""


_Plain.yaml_implicit_resolvers = {
    first: [(tag, rule) for tag, rule in rules if tag.rpartition(":")[2] in ("null", "merge")]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
for _tag, _rule, _first in (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
):
    _Plain.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_rule), list(_first))


def contracts(files: Files, folder: Path) -> list[Path]:
    """The OpenAPI files below a feature's folder, told by their `openapi` key."""
    found = []
    for file in sorted(folder.rglob("*")):
        if file.suffix in (".yaml", ".yml", ".json") and file.is_file():
            document = files.load(file)
            if isinstance(document, dict) and "openapi" in document:
                found.append(file)
    return found


def operations(files: Files, folder: Path) -> list[Declared]:
    """Every declared operation of a feature, once."""
    found: dict[str, Declared] = {}
    for file in contracts(files, folder):
        for each in _operations(files, file.resolve()):
            found.setdefault(each.key, each)
    return list(found.values())


def _operations(files: Files, file: Path) -> Iterator[Declared]:
    document = files.load(file)
    prefix = base_path(document)
    paths = document.get("paths")
    for path, item in (paths if isinstance(paths, dict) else {}).items():
        place = files.resolve(Place(item, file))
        if not isinstance(place.node, dict):
            continue
        shared = [Place(each, place.file) for each in place.node.get("parameters") or []]
        for method in METHODS:
            node = place.node.get(method)
            if isinstance(node, dict):
                own = [Place(each, place.file) for each in node.get("parameters") or []]
                merged = {_named(files, each): files.resolve(each) for each in [*shared, *own]}
                yield Declared(method, prefix + str(path), node, place.file, tuple(merged.values()))


def _named(files: Files, place: Place) -> tuple[str, str]:
    node = files.resolve(place).node
    return (str(node.get("in")), str(node.get("name"))) if isinstance(node, dict) else ("", "")


def base_path(document: Mapping[str, Json]) -> str:
    servers = document.get("servers")
    if not isinstance(servers, list) or not servers or not isinstance(servers[0], dict):
        return ""
    path = urlsplit(str(servers[0].get("url") or "")).path.rstrip("/")
    return "" if "{" in path else path


def security(files: Files, operation: Declared) -> bool:
    """Whether the author asks for credentials."""
    document = files.load(operation.file)
    stated = operation.node.get("security", document.get("security"))
    return bool(stated) and all(bool(each) for each in stated)


def media(files: Files, place: Place) -> tuple[str, Place] | None:
    """The content type and schema of a body or a response, JSON first."""
    node = files.resolve(place).node
    content = node.get("content") if isinstance(node, dict) else None
    if not isinstance(content, dict) or not content:
        return None
    name = next((each for each in content if "json" in each), next(iter(content)))
    inner = content[name] if isinstance(content[name], dict) else {}
    return name, Place(inner.get("schema") or {}, files.resolve(place).file)


def request_body(files: Files, operation: Declared) -> tuple[str, Place] | None:
    if operation.body is not None:
        return media(files, operation.body)
    body = operation.node.get("requestBody")
    return media(files, Place(body, operation.file)) if body else None


def response(files: Files, operation: Declared, status: int) -> tuple[str, Place] | None:
    """The content type and schema of a declared response; None if it has no body."""
    for code, node in (operation.node.get("responses") or {}).items():
        if str(code) == str(status):
            return media(files, Place(node, operation.file))
    return None
