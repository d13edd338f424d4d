"""Structured text as a tree in which every value knows where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from backwright.shape import Scalar
from backwright.source import Span


@dataclass(slots=True, eq=False)
class Scalars:
    """One plain value; nodes are compared by identity, for an alias is the node it stands for."""

    file: str
    line: int
    column: int
    end_line: int
    value: Scalar
    text: str
    """As written, without quotes."""
    size: int = 1


@dataclass(slots=True, eq=False)
class Listed:
    file: str
    line: int
    column: int
    end_line: int
    items: "list[Node]" = field(default_factory=list)
    size: int = 1
    """Nodes in it when every alias is written out."""


@dataclass(slots=True, eq=False)
class Mapped:
    file: str
    line: int
    column: int
    end_line: int
    entries: "dict[str, Node]" = field(default_factory=dict)
    keys: dict[str, Scalars] = field(default_factory=dict)
    """The nodes of the names, for where they stand."""
    size: int = 1

    def get(self, name: str) -> "Node | None":
        return self.entries.get(name)

    def mapped(self, name: str) -> "Mapped | None":
        """The entry if it is a mapping."""
        found = self.entries.get(name)
        return found if isinstance(found, Mapped) else None

    def listed(self, name: str) -> "tuple[Node, ...]":
        """The items of the entry if it is a list."""
        found = self.entries.get(name)
        return tuple(found.items) if isinstance(found, Listed) else ()

    def text(self, name: str) -> str:
        """The entry if it is a plain value and says something; else nothing."""
        found = self.entries.get(name)
        return found.text if isinstance(found, Scalars) and found.value is not None else ""

    def flag(self, name: str) -> bool | None:
        found = self.entries.get(name)
        value = found.value if isinstance(found, Scalars) else None
        return value if isinstance(value, bool) else None

    def pairs(self) -> "Iterator[tuple[str, Node]]":
        yield from self.entries.items()


Node = Scalars | Listed | Mapped


def span_of(node: Node) -> Span:
    end = node.end_line if node.end_line > node.line else 0
    return Span(node.file, node.line, node.column, end)
