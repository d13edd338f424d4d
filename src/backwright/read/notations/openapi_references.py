"""References: to a part of the same file, or of another file of the project; never farther."""

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final
from urllib.parse import unquote

from backwright.diagnostics import Diagnostic
from backwright.diagnostics import reading_openapi as diagnostics
from backwright.read import yaml
from backwright.read.facts import Statement
from backwright.read.nodes import Listed, Mapped, Node, Scalars, span_of
from backwright.read.notations.openapi_lines import statements
from backwright.read.notations.openapi_marks import marks
from backwright.source import SourceFile

LoadNeighbour = Callable[[str], SourceFile | Diagnostic]

_REMOTE: Final = re.compile(r"^(?:[a-zA-Z][a-zA-Z0-9+.-]*:|//)")
_LONGEST_CHAIN: Final = 32


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference ends in."""

    node: Node
    name: str
    """The last step of the way there: the name of a component."""


@dataclass(slots=True)
class Library:
    """The document and its neighbours, each read once."""

    load_neighbour: LoadNeighbour
    sources: dict[str, SourceFile] = field(default_factory=dict)
    roots: dict[str, tuple[Node, ...]] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    said: dict[int, Statement] = field(default_factory=dict)
    """By the id of the node that a statement is known by; all nodes live as long as this does."""
    _found: dict[tuple[str, str], Target | None] = field(default_factory=dict)

    def add(self, source: SourceFile) -> tuple[Node, ...]:
        read = yaml.parse(source)
        self.sources[source.path] = source
        self.roots[source.path] = read.roots
        self.diagnostics += read.diagnostics
        self.said.update(statements(source, marks(read.roots)))
        return read.roots

    def report(self, diagnostic: Diagnostic) -> None:
        if diagnostic not in self.diagnostics:
            self.diagnostics.append(diagnostic)

    def target(self, node: Node) -> Target | None:
        """The node itself, or what its chain of references ends in; None if that is nothing."""
        found, first = Target(node, ""), node
        for _ in range(_LONGEST_CHAIN):
            reference = reference_of(found.node)
            if reference is None:
                return found
            following = self._follow(found.node, reference)
            if following is None:
                return None
            found = following
        span, reference = span_of(first), reference_of(first) or ""
        self.report(diagnostics.CIRCLE.at(span, reference=shown(reference)))
        return None

    def resolve(self, node: Node | None) -> Mapped | None:
        """The mapping that a node is or refers to; anything else is reported."""
        if node is None:
            return None
        found = self.target(node)
        if found is None or isinstance(found.node, Mapped):
            return found.node if found is not None else None  # type: ignore[return-value]
        self.wrong("a part", found.node, "a mapping")
        return None

    def wrong(self, what: str, node: Node, expected: str) -> None:
        """Something of a form that the standard does not know."""
        self.report(
            diagnostics.WRONG_PART.at(
                span_of(node), what=what, found=form_of(node), expected=expected
            )
        )

    def _follow(self, node: Node, reference: str) -> Target | None:
        place = node.file, reference
        if place not in self._found:
            found = self._look_up(node, reference)
            self._found[place] = found
        return self._found[place]

    def _look_up(self, node: Node, reference: str) -> Target | None:
        span = span_of(node)
        if _REMOTE.match(reference):
            self.report(diagnostics.REMOTE.at(span, reference=shown(reference)))
            return None
        path, _, pointer = reference.partition("#")
        roots = self._file(node, unquote(path)) if path else self.roots.get(node.file, ())
        if roots is None:
            return None
        steps = [_step(each) for each in pointer.strip("/").split("/") if each]
        name = steps[-1] if steps else posixpath.basename(path).split(".")[0]
        for root in roots:
            found = _descend(root, steps)
            if found is not None:
                return Target(found, name)
        self.report(diagnostics.NOWHERE.at(span, reference=shown(reference)))
        return None

    def _file(self, node: Node, path: str) -> tuple[Node, ...] | None:
        """The documents of a neighbour; None if there is none, which is reported."""
        full = posixpath.normpath(posixpath.join(posixpath.dirname(node.file), path))
        if full not in self.roots:
            loaded = self.load_neighbour(full)
            if isinstance(loaded, Diagnostic):
                self.roots[full] = ()
                self.diagnostics.append(replace(loaded, spans=(span_of(node), *loaded.spans)))
                return None
            self.add(loaded)
        return self.roots[full] or None


def reference_of(node: Node) -> str | None:
    if isinstance(node, Mapped):
        written = node.get("$ref")
        if isinstance(written, Scalars) and isinstance(written.value, str):
            return written.value
    return None


def shown(text: str) -> str:
    """As a message may quote it."""
    return repr(text if len(text) <= 100 else f"{text[:97]}...")


def form_of(node: Node) -> str:
    if isinstance(node, Mapped):
        return "a mapping"
    if isinstance(node, Listed):
        return "a list"
    return "empty" if node.value is None else shown(node.text)


def _step(written: str) -> str:
    return unquote(written).replace("~1", "/").replace("~0", "~")


def _descend(root: Node, steps: list[str]) -> Node | None:
    node: Node | None = root
    for each in steps:
        if isinstance(node, Mapped):
            node = node.get(each)
        elif isinstance(node, Listed) and each.isascii() and each.isdigit() and len(each) < 9:
            node = node.items[int(each)] if int(each) < len(node.items) else None
        else:
            return None
    return node
