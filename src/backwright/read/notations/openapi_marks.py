"""Which parts of an OpenAPI document are statements: found by their place in its structure.

The same pass serves whole documents and files that others refer into, so that a part has the same
name whoever reads it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from backwright.read.facts import StatementKind
from backwright.read.nodes import Listed, Mapped, Node, Scalars
from backwright.read.notations.openapi_phrases import phrase

METHODS: Final = ("get", "put", "post", "patch", "delete", "head", "options")
_COMBINED: Final = ("allOf", "anyOf", "oneOf", "prefixItems")
_OF_SCHEMAS: Final = frozenset(
    ("type", "properties", "enum", "allOf", "anyOf", "oneOf", "items", "additionalProperties")
)
"""Whoever has one of these is a schema, wherever it stands."""
_NESTED: Final = ("items", "additionalProperties", "not", "contains", "if", "then", "else")
_SECTIONS: Final = {
    "schemas": "_schemas", "definitions": "_schemas", "$defs": "_schemas",
    "parameters": "_parameters", "responses": "_responses", "headers": "_responses",
    "requestBodies": "_responses", "securitySchemes": "_schemes",
    "securityDefinitions": "_schemes", "pathItems": "_paths", "callbacks": "_callbacks",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """A part that is a statement."""

    node: Node
    """What the statement is known by: the name of an entry, or an item of a list."""
    kind: StatementKind
    text: str
    line: int
    column: int
    end_line: int


def marks(roots: Iterable[Node]) -> list[Mark]:
    """In the order in which they stand."""
    walk = _Walk()
    for root in roots:
        if isinstance(root, Mapped):
            walk.document(root)
    return sorted(walk.found, key=lambda each: (each.line, each.column))


class _Walk:
    def __init__(self) -> None:
        self.found: list[Mark] = []
        self._seen: set[int] = set()
        """Aliases lead to a node again and again."""
        self._marked: set[int] = set()

    def document(self, root: Mapped) -> None:
        for name in ("paths", "webhooks"):
            self._paths(root.mapped(name))
        self._security(root, "every operation")
        components = root.mapped("components")
        for whole in (root, components) if components is not None else (root,):
            self._sections(whole)
        self._fragment(root)

    def _sections(self, whole: Mapped) -> None:
        for name, section in whole.pairs():
            if name in _SECTIONS and isinstance(section, Mapped):
                getattr(self, _SECTIONS[name])(section)

    def _fragment(self, root: Mapped) -> None:
        """A file that others refer into: one schema, or several by their names."""
        if "openapi" in root.entries or "swagger" in root.entries:
            return
        if root.entries.keys() & _OF_SCHEMAS:
            self._schema(root, "")
            return
        for name, node in root.pairs():
            if name not in _SECTIONS and isinstance(node, Mapped):
                self._any(name, node, root.keys[name])

    def _any(self, name: str, node: Mapped, key: Scalars) -> None:
        if "in" in node.entries and "name" in node.entries:
            self._parameter(node, key)
        elif any(each in node.entries for each in METHODS):
            self._path(name, node)
        elif "content" in node.entries:
            self._content(node, name)
        elif node.entries.keys() & _OF_SCHEMAS:
            self._named_schema(name, node, key)
        elif self._fresh(node):
            for each, inner in node.pairs():
                if isinstance(inner, Mapped):
                    self._any(each, inner, node.keys[each])

    def _add(self, node: Node, kind: StatementKind, text: str, start: Node, end: int) -> None:
        if id(node) not in self._marked:
            self._marked.add(id(node))
            last = max(end, start.line)
            self.found.append(Mark(node, kind, text, start.line, start.column, last))

    def _entry(self, mapping: Mapped, name: str, kind: StatementKind, text: str) -> None:
        """A named entry, as far as it reaches if it is no alias."""
        key, node = mapping.keys[name], mapping.entries[name]
        end = node.end_line if node.line >= key.line else key.line
        self._add(key, kind, text, key, end)

    def _fresh(self, node: Node | None) -> bool:
        if node is None or id(node) in self._seen:
            return False
        self._seen.add(id(node))
        return True

    def _paths(self, paths: Mapped | None) -> None:
        for path, item in paths.pairs() if paths is not None else ():
            if isinstance(item, Mapped):
                self._path(path, item)

    def _path(self, path: str, item: Mapped) -> None:
        self._listed_parameters(item)
        for method in METHODS:
            operation = item.get(method)
            if isinstance(operation, Mapped):
                self._operation(item, method, path, operation)

    def _operation(self, item: Mapped, method: str, path: str, operation: Mapped) -> None:
        place = f"{method.upper()} {path}"
        summary = operation.text("summary") or operation.text("description")
        text = phrase(f"{place}: {summary}" if summary else place)
        self._entry(item, method, StatementKind.OPERATION, text)
        if not self._fresh(operation):
            return
        self._listed_parameters(operation)
        self._security(operation, place)
        body = operation.get("requestBody")
        self._content(body, f"{place} body")
        self._callbacks(operation.mapped("callbacks"))
        responses = operation.mapped("responses")
        for status, response in responses.pairs() if responses is not None else ():
            described = response.text("description") if isinstance(response, Mapped) else ""
            said = f"{place} {status}: {described}" if described else f"{place} {status}"
            self._entry(responses, status, StatementKind.RESPONSE, phrase(said))  # type: ignore[arg-type]
            self._content(response, f"{place} {status}")

    def _callbacks(self, callbacks: Mapped | None) -> None:
        for _, callback in callbacks.pairs() if callbacks is not None else ():
            if isinstance(callback, Mapped):
                self._paths(callback)

    def _listed_parameters(self, owner: Mapped) -> None:
        for node in owner.listed("parameters"):
            if isinstance(node, Mapped) and "$ref" not in node.entries:
                self._parameter(node, node)

    def _parameters(self, section: Mapped) -> None:
        for name, node in section.pairs():
            if isinstance(node, Mapped) and "$ref" not in node.entries:
                self._parameter(node, section.keys[name])

    def _parameter(self, node: Mapped, start: Node) -> None:
        name, place = node.text("name"), node.text("in")
        text = f"{name} ({place})" if place else name
        described = node.text("description")
        self._add(
            node, StatementKind.PARAMETER, phrase(f"{text}: {described}" if described else text),
            start, node.end_line,
        )  # fmt: skip
        if self._fresh(node):
            self._schema(node.get("schema"), name)
            self._content(node, name)

    def _responses(self, section: Mapped) -> None:
        for name, node in section.pairs():
            self._content(node, name)

    def _content(self, node: Node | None, owner: str) -> None:
        if not isinstance(node, Mapped):
            return
        if node.mapped("schema") is not None:
            self._schema(node.get("schema"), owner)
        content = node.mapped("content")
        for _, media in content.pairs() if content is not None else ():
            if isinstance(media, Mapped):
                self._schema(media.get("schema"), owner)
        headers = node.mapped("headers")
        if headers is not None:
            self._responses(headers)

    def _security(self, owner: Mapped, of: str) -> None:
        if "security" in owner.entries:
            names = [
                name
                for each in owner.listed("security")
                if isinstance(each, Mapped)
                for name in each.entries
            ]
            text = phrase(f"Security of {of}: {', '.join(names) or 'none'}")
            self._entry(owner, "security", StatementKind.SECURITY, text)

    def _schemes(self, section: Mapped) -> None:
        for name, node in section.pairs():
            kind = node.text("type") if isinstance(node, Mapped) else ""
            self._entry(section, name, StatementKind.SECURITY, phrase(f"Scheme {name}: {kind}"))

    def _schemas(self, section: Mapped) -> None:
        for name, node in section.pairs():
            if isinstance(node, Mapped):
                self._named_schema(name, node, section.keys[name])

    def _named_schema(self, name: str, node: Mapped, key: Scalars) -> None:
        """Objects are their properties; an enum or another plain type is one statement."""
        before = len(self.found)
        self._schema(node, name)
        if len(self.found) == before and _is_plain(node) and node.line >= key.line:
            text = phrase(f"{name}: {_about(node)}")
            self._add(key, StatementKind.PROPERTY, text, key, node.end_line)

    def _schema(self, node: Node | None, owner: str) -> None:
        if not isinstance(node, Mapped) or not self._fresh(node):
            return
        properties = node.mapped("properties")
        for name, own in properties.pairs() if properties is not None else ():
            text = phrase(f"{owner}.{name}: {_about(own)}".lstrip("."))
            self._entry(properties, name, StatementKind.PROPERTY, text)  # type: ignore[arg-type]
            self._schema(own, name)
        for each in _inner(node):
            self._schema(each, owner)


def _inner(node: Mapped) -> Iterator[Node]:
    for name in _COMBINED:
        yield from node.listed(name)
    for name in _NESTED:
        inner = node.get(name)
        if inner is not None and not isinstance(inner, Listed):
            yield inner


def _is_plain(node: Mapped) -> bool:
    return "enum" in node.entries or node.text("type") not in {"", "object"}


def _about(node: Node) -> str:
    """The description of a schema, else its type."""
    if not isinstance(node, Mapped):
        return "anything"
    values = [each.text for each in node.listed("enum") if isinstance(each, Scalars)]
    reference = node.text("$ref").rsplit("/", 1)[-1]
    kind = node.text("format") or node.text("type") or reference
    listed = f"one of {', '.join(values)}" if values else ""
    return node.text("description") or listed or kind or "an object"
