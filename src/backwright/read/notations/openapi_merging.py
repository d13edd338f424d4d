"""`allOf`: several schemas that describe one value, as one."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from backwright.diagnostics import reading_openapi as diagnostics
from backwright.read.nodes import Mapped, Node, Scalars, span_of
from backwright.read.notations.openapi_phrases import phrase
from backwright.read.notations.openapi_references import Library, reference_of, shown

_DEEPEST: Final = 40
_BESIDE: Final = frozenset(
    ("allOf", "description", "title", "nullable", "x-nullable", "type", "example", "examples",
     "default", "deprecated", "readOnly", "writeOnly", "discriminator", "xml", "externalDocs")
)  # fmt: skip
"""What may stand beside `allOf` without adding to the object."""


@dataclass(frozen=True, slots=True)
class Part:
    """A property of a merged object."""

    name: str
    node: Node
    key: Node
    required: bool


@dataclass(slots=True)
class Whole:
    """An object with everything that its parts say."""

    nodes: dict[str, tuple[Node, Node]] = field(default_factory=dict)
    """Name → its schema and its key."""
    required: set[str] = field(default_factory=set)
    additional: bool | None = None
    description: str = ""

    @property
    def properties(self) -> list[Part]:
        return [
            Part(name, node, key, name in self.required or _says_so(node))
            for name, (node, key) in self.nodes.items()
        ]


@dataclass(slots=True)
class Merger:
    library: Library
    _objects: dict[int, tuple[Mapped, bool]] = field(default_factory=dict)
    """With the node, for an id means something only as long as its node lives."""

    def is_object(self, node: Mapped) -> bool:
        """Whether it has named properties, its own or those of a part."""
        known = self._objects.get(id(node))
        if known is None:
            named = (each.mapped("properties") for each in self._parts(node))
            known = node, any(each is not None and bool(each.entries) for each in named)
            self._objects[id(node)] = known
        return known[1]

    def only_part(self, node: Mapped) -> Node | None:
        """The one part of an `allOf` that stands alone."""
        parts = node.listed("allOf")
        return parts[0] if len(parts) == 1 and node.entries.keys() <= _BESIDE else None

    def collect(self, node: Mapped) -> Whole:
        whole = Whole()
        for part in self._parts(node):
            properties = part.mapped("properties")
            for name, own in properties.pairs() if properties is not None else ():
                whole.nodes[name] = own, properties.keys[name]  # type: ignore[union-attr]
            whole.required.update(
                each.text for each in part.listed("required") if isinstance(each, Scalars)
            )
            free = part.get("additionalProperties")
            if free is not None:
                whole.additional = not (isinstance(free, Scalars) and free.value is False)
        whole.description = phrase(node.text("description"))
        return whole

    def merged(self, node: Mapped) -> Mapped:
        """Plain types: one mapping with the entries of all parts, the later ones first."""
        made = Mapped(node.file, node.line, node.column, node.end_line)
        for part in self._parts(node):
            for name, own in part.pairs():
                if name not in ("allOf", "$ref"):
                    made.entries[name] = own
                    made.keys[name] = part.keys[name]
        return made

    def settled(self, node: Mapped) -> Mapped:
        """With what the parts of an `allOf` say about default, description and access."""
        return self.merged(node) if node.listed("allOf") else node

    def _parts(self, node: Mapped) -> Iterator[Mapped]:
        """From the inside out, each once: what stands beside the parts comes last."""
        yield from self._below(node, (), set())

    def _below(self, node: Mapped, above: tuple[int, ...], seen: set[int]) -> Iterator[Mapped]:
        if id(node) in above or len(above) > _DEEPEST:
            self.library.report(
                diagnostics.CIRCLE.at(span_of(node), reference=shown(reference_of(node) or "allOf"))
            )
            return
        if id(node) in seen:
            return
        seen.add(id(node))
        inside = (*above, id(node))
        if reference_of(node) is not None:
            target = self.library.target(node)
            if target is not None and isinstance(target.node, Mapped):
                yield from self._below(target.node, inside, seen)
        for each in node.listed("allOf"):
            if isinstance(each, Mapped):
                yield from self._below(each, inside, seen)
            else:
                self.library.wrong("a part of allOf", each, "a mapping")
        yield node


def _says_so(node: Node) -> bool:
    """`required: true` inside of a property: no OpenAPI, and quite clear."""
    return isinstance(node, Mapped) and node.flag("required") is True
