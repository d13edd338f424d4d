"""Schemas: objects with names, and the shapes that speak of them."""

from collections import deque
from dataclasses import dataclass, field, replace
from typing import Final

from backwright.diagnostics import reading_openapi as diagnostics
from backwright.read.nodes import Mapped, Node, Scalars, span_of
from backwright.read.notations import openapi_literals as literals
from backwright.read.notations import openapi_types as types
from backwright.read.notations.openapi_merging import Merger
from backwright.read.notations.openapi_names import Names, class_word
from backwright.read.notations.openapi_phrases import phrase
from backwright.read.notations.openapi_references import Library, reference_of, shown
from backwright.shape import ABSENT, Kind, Property, Schema, Shape
from backwright.source import Span

_ANYTHING: Final = Shape(Kind.ANY)
_DEEPEST: Final = 80
"""Shapes within shapes, without a named object in between."""


@dataclass(slots=True)
class Schemas:
    """All objects met so far, each under one name; read one by one, so that circles end."""

    library: Library
    names: Names = field(default_factory=Names)
    found: list[Schema] = field(default_factory=list)
    _named: dict[int, tuple[Mapped, str]] = field(default_factory=dict)
    """With the node, for an id means something only as long as its node lives."""
    _keys: dict[int, Scalars] = field(default_factory=dict)
    """The names that components stand under: where they begin."""
    _waiting: deque[tuple[str, Mapped]] = field(default_factory=deque)
    _within: list[int] = field(default_factory=list)
    """What is being read, from the outside in: plain types that refer to themselves."""

    merger: Merger = field(init=False)

    def __post_init__(self) -> None:
        self.merger = Merger(self.library)

    def components(self, section: Mapped | None) -> None:
        """Named schemas keep their names, whatever is read first."""
        for name, node in section.pairs() if section is not None else ():
            if not isinstance(node, Mapped) or id(node) in self._named:
                continue
            if reference_of(node) is None and self.merger.is_object(node):
                if section is not None and name in section.keys:
                    self._keys[id(node)] = section.keys[name]
                self._name(node, name)

    def _name(self, node: Mapped, name: str) -> None:
        unique = self.names.unique(name)
        self._named[id(node)] = node, unique
        self._waiting.append((unique, node))

    def finish(self) -> tuple[Schema, ...]:
        """Reads the objects that were met, and those that they hold."""
        while self._waiting:
            name, node = self._waiting.popleft()
            self.found.append(self._schema(name, node))
        return tuple(self.found)

    def shape(self, node: Node | None, hint: str) -> Shape:
        """What a schema allows; `hint` names an object that is written in place."""
        if node is None or (isinstance(node, Scalars) and isinstance(node.value, bool)):
            return _ANYTHING
        if not isinstance(node, Mapped):
            self.library.wrong("a schema", node, "a mapping")
            return _ANYTHING
        if id(node) in self._within or len(self._within) > _DEEPEST:
            reference = shown(reference_of(node) or hint)
            self.library.report(diagnostics.CIRCLE.at(span_of(node), reference=reference))
            return _ANYTHING
        self._within.append(id(node))
        try:
            if reference_of(node) is not None:
                return self._referred(node, hint)
            return self._written(node, hint)
        finally:
            self._within.pop()

    def _referred(self, node: Mapped, hint: str) -> Shape:
        target = self.library.target(node)
        if target is None:
            return replace(_ANYTHING, nullable=types.is_nullable(node))
        name = class_word(target.name) or hint
        shape = self.shape(target.node, name)
        if shape.values and not shape.values_name:
            shape = replace(shape, values_name=name)
        return replace(shape, nullable=shape.nullable or types.is_nullable(node))

    def _written(self, node: Mapped, hint: str) -> Shape:
        if self.merger.is_object(node):
            return self._object(node, hint)
        if node.listed("allOf"):
            return self._combined(node, hint)
        for name in ("oneOf", "anyOf"):
            options = node.listed(name)
            if options:
                return self._either(node, options, hint)
        kinds, has_null = types.types(self.library, node)
        nullable = has_null or types.is_nullable(node)
        if len(kinds) > 1:
            members = tuple(self._of_kind(node, each, hint) for each in kinds)
            return Shape(Kind.UNION, nullable=nullable, options=members)
        kind = kinds[0] if kinds else types.implied(node)
        if kind is None:
            return Shape(Kind.NULL if has_null else Kind.ANY, nullable=nullable)
        shape = self._of_kind(node, kind, hint)
        return replace(shape, nullable=shape.nullable or nullable)

    def _of_kind(self, node: Mapped, kind: Kind, hint: str) -> Shape:
        if kind is Kind.ARRAY:
            return self._array(node, hint)
        if kind in (Kind.OBJECT, Kind.MAP):
            return self._map(node, hint)
        return types.plain(self.library, node, kind)

    def _object(self, node: Mapped, hint: str) -> Shape:
        nullable = types.is_nullable(node) or types.types(self.library, node)[1]
        if id(node) not in self._named and self.merger.only_part(node) is not None:
            return self._combined(node, hint)
        if id(node) not in self._named:
            self._name(node, hint)
        return Shape(Kind.OBJECT, nullable=nullable, ref=self._named[id(node)][1])

    def _combined(self, node: Mapped, hint: str) -> Shape:
        only = self.merger.only_part(node)
        if only is None:
            return self._written(self.merger.merged(node), hint)
        shape = self.shape(only, hint)
        nullable = types.is_nullable(node) or types.types(self.library, node)[1]
        return replace(shape, nullable=shape.nullable or nullable)

    def _array(self, node: Mapped, hint: str) -> Shape:
        items = node.get("items")
        unique = node.flag("uniqueItems") is True
        return Shape(
            Kind.ARRAY,
            nullable=types.is_nullable(node),
            items=self.shape(items, f"{hint}Item") if isinstance(items, Mapped) else None,
            min_items=literals.count(self.library, node, "minItems"),
            max_items=literals.count(self.library, node, "maxItems"),
            unique_items=unique,
        )

    def _map(self, node: Mapped, hint: str) -> Shape:
        values = node.get("additionalProperties")
        filled = isinstance(values, Mapped) and values.entries
        items = self.shape(values, f"{hint}Value") if filled else None
        return Shape(Kind.MAP, nullable=types.is_nullable(node), items=items)

    def _either(self, node: Mapped, options: tuple[Node, ...], hint: str) -> Shape:
        shapes = [self.shape(each, self._option_hint(each, at, hint))
                  for at, each in enumerate(options, 1)]  # fmt: skip
        nullable = types.is_nullable(node) or any(each.kind is Kind.NULL for each in shapes)
        kept = list(dict.fromkeys(each for each in shapes if each.kind is not Kind.NULL))
        nullable = nullable or any(each.nullable for each in kept)
        if not kept:
            return Shape(Kind.NULL if nullable else Kind.ANY, nullable=nullable)
        if len(kept) == 1:
            return replace(kept[0], nullable=nullable)
        if all(each.values and each.kind is Kind.STRING for each in kept):
            values = tuple(dict.fromkeys(value for each in kept for value in each.values))
            return Shape(Kind.STRING, nullable=nullable, values=values)
        discriminator = node.mapped("discriminator")
        return Shape(
            Kind.UNION,
            nullable=nullable,
            options=tuple(replace(each, nullable=False) for each in kept),
            discriminator=discriminator.text("propertyName") if discriminator else "",
        )

    def _option_hint(self, node: Node, at: int, hint: str) -> str:
        title = class_word(node.text("title")) if isinstance(node, Mapped) else ""
        return title or f"{hint}Option{at}"

    def _schema(self, name: str, node: Mapped) -> Schema:
        whole = self.merger.collect(node)
        properties = tuple(
            self.property(each.name, each.node, each.required, f"{name}{class_word(each.name)}",
                          each.key)
            for each in whole.properties
        )  # fmt: skip
        return Schema(
            name=name,
            properties=properties,
            description=whole.description,
            additional=whole.additional,
            example=ABSENT,
            span=self._span(node),
        )

    def _span(self, node: Mapped) -> Span:
        """With the name above it, where that is known."""
        key, whole = self._keys.get(id(node)), span_of(node)
        if key is None:
            return whole
        last = max(whole.end_line, whole.line)
        return Span(whole.file, key.line, key.column, last if last > key.line else 0)

    def property(
        self, name: str, node: Node, required: bool, hint: str, known: Node | None
    ) -> Property:
        """One entry of an object, or a parameter; `known` is what its statement is known by."""
        shape = self.shape(node, hint)
        statement = self.library.said.get(id(known)) if known is not None else None
        span = statement.span if statement is not None else span_of(known or node)
        if not isinstance(node, Mapped):
            return Property(name, shape, required, span=span)
        target = self.library.target(node)
        behind = target.node if target is not None and isinstance(target.node, Mapped) else node
        settled = self.merger.settled(node)
        default = literals.literal(settled.get("default"))
        example = literals.example(settled)
        if default is ABSENT and behind is not node:
            default = literals.literal(behind.get("default"))
        return Property(
            name=name,
            shape=replace(shape, nullable=shape.nullable or default is None),
            required=required,
            default=default,
            read_only=settled.flag("readOnly") is True,
            write_only=settled.flag("writeOnly") is True,
            description=phrase(settled.text("description") or _said_of(behind, shape)),
            example=example if example is not ABSENT else literals.example(behind),
            span=span,
        )


def _said_of(behind: Mapped, shape: Shape) -> str:
    """The description of an object is the object's, not the property's."""
    return "" if shape.kind is Kind.OBJECT else behind.text("description")
