"""The shape of a value from `type`, `format`, bounds and enums, without what it refers to."""

from dataclasses import replace
from typing import Final

from backwright.diagnostics import reading_openapi as diagnostics
from backwright.read.nodes import Listed, Mapped, Scalars, span_of
from backwright.read.notations import openapi_literals as literals
from backwright.read.notations.openapi_references import Library, shown
from backwright.read.notations.type_words import read_type
from backwright.shape import Kind, Shape

_KINDS: Final = {
    "string": Kind.STRING, "integer": Kind.INTEGER, "number": Kind.NUMBER,
    "boolean": Kind.BOOLEAN, "array": Kind.ARRAY, "object": Kind.OBJECT, "null": Kind.NULL,
    "file": Kind.BINARY,
}  # fmt: skip
_FORMATS: Final = {
    "uuid": Kind.UUID, "date-time": Kind.DATETIME, "datetime": Kind.DATETIME, "date": Kind.DATE,
    "time": Kind.TIME, "binary": Kind.BINARY, "decimal": Kind.DECIMAL,
}  # fmt: skip
_OF_NUMBERS: Final = frozenset(("int32", "int64", "float", "double", "decimal", "uuid"))
"""Formats that say nothing, or something that is a kind of its own."""
_NUMERIC: Final = (Kind.INTEGER, Kind.NUMBER, Kind.DECIMAL)
_TEXTS: Final = frozenset(("minLength", "maxLength", "pattern", "format", "contentMediaType"))
_NUMBERS: Final = frozenset(("minimum", "maximum", "multipleOf"))


def types(library: Library, node: Mapped) -> tuple[list[Kind], bool]:
    """The kinds that are written, and whether null is one of them."""
    written = node.get("type")
    nodes = written.items if isinstance(written, Listed) else [written] if written else []
    words = [each.text for each in nodes if isinstance(each, Scalars) and each.text]
    kinds = list(dict.fromkeys(_kind(library, node, each) for each in words))
    return [each for each in kinds if each is not Kind.NULL], Kind.NULL in kinds


def implied(node: Mapped) -> Kind | None:
    """The kind that the other entries speak of, where none is written."""
    names = node.entries.keys()
    values, _ = literals.allowed(node)
    if "properties" in names or "additionalProperties" in names:
        return Kind.OBJECT
    if "items" in names:
        return Kind.ARRAY
    if values:
        return _of_values(values)
    if names & _TEXTS:
        return Kind.STRING
    return Kind.NUMBER if names & _NUMBERS else None


def plain(library: Library, node: Mapped, kind: Kind) -> Shape:
    """A value that is neither list nor object."""
    values, has_null = literals.allowed(node)
    shape = Shape(kind, nullable=has_null or is_nullable(node), values=values)
    if kind is Kind.STRING:
        shape = _text(library, node, shape)
    if shape.kind in _NUMERIC:
        shape = _number(library, node, shape)
    return shape


def is_nullable(node: Mapped) -> bool:
    return node.flag("nullable") is True or node.flag("x-nullable") is True


def _kind(library: Library, node: Mapped, word: str) -> Kind:
    known = _KINDS.get(word)
    if known is not None:
        return known
    typed = read_type(word[:40])
    taken = typed.shape.kind if typed is not None and not typed.shape.ref else Kind.ANY
    library.report(
        diagnostics.UNKNOWN_TYPE.at(
            span_of(node.entries["type"]), written=shown(word)[1:-1], taken=taken.value
        )
    )
    return taken


def _of_values(values: tuple[object, ...]) -> Kind:
    if all(isinstance(each, bool) for each in values):
        return Kind.BOOLEAN
    if all(isinstance(each, int) and not isinstance(each, bool) for each in values):
        return Kind.INTEGER
    if all(isinstance(each, int | float) and not isinstance(each, bool) for each in values):
        return Kind.NUMBER
    return Kind.STRING


def _text(library: Library, node: Mapped, shape: Shape) -> Shape:
    written = node.text("format")
    if "octet-stream" in node.text("contentMediaType"):
        written = "binary"
    kind = _FORMATS.get(written.lower(), Kind.STRING)
    bounded = replace(
        shape,
        min_length=literals.count(library, node, "minLength"),
        max_length=literals.count(library, node, "maxLength"),
        pattern=literals.pattern(library, node),
    )
    if kind is Kind.STRING:
        return replace(bounded, format=written)
    return replace(bounded if kind is Kind.BINARY else shape, kind=kind)


def _number(library: Library, node: Mapped, shape: Shape) -> Shape:
    written = node.text("format")
    kind = Kind.DECIMAL if written == "decimal" else shape.kind
    low, over = _bound(library, node, "minimum", "exclusiveMinimum")
    high, under = _bound(library, node, "maximum", "exclusiveMaximum")
    multiple = literals.number(library, node, "multipleOf")
    return replace(
        shape,
        kind=kind,
        format="" if written in _OF_NUMBERS else written,
        minimum=low,
        maximum=high,
        exclusive_minimum=over,
        exclusive_maximum=under,
        multiple_of=multiple if multiple and multiple > 0 else None,
    )


def _bound(
    library: Library, node: Mapped, name: str, exclusive: str
) -> tuple[float | int | None, bool]:
    """OpenAPI 3.0 says that the bound is outside, 3.1 gives another bound."""
    inside = literals.number(library, node, name)
    if node.flag(exclusive) is not None:
        return inside, inside is not None and node.flag(exclusive) is True
    outside = literals.number(library, node, exclusive)
    if outside is None:
        return inside, False
    if inside is None:
        return outside, True
    stricter = outside >= inside if name == "minimum" else outside <= inside
    return (outside, True) if stricter else (inside, False)
