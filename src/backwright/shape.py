"""The shape of a value, whoever wrote it down: a column's type, a property, a parameter."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from backwright.source import Span

Scalar = str | int | float | bool | None
Literal = Scalar | tuple["Literal", ...]


class Absent(StrEnum):
    """The type of `ABSENT`: no default was written, which differs from a default of null."""

    ABSENT = "absent"


ABSENT: Final = Absent.ABSENT


class Kind(StrEnum):
    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    DECIMAL = "decimal"
    BOOLEAN = "boolean"
    UUID = "uuid"
    DATETIME = "datetime"
    DATE = "date"
    TIME = "time"
    BINARY = "binary"
    ARRAY = "array"
    OBJECT = "object"
    """A named Schema, see `Shape.ref`."""
    MAP = "map"
    """An object with free keys; `items` is the shape of its values, or None for anything."""
    UNION = "union"
    ANY = "any"
    NULL = "null"


@dataclass(frozen=True, slots=True)
class Shape:
    """What a value may be. Bounds are inclusive unless said otherwise; None means unbounded."""

    kind: Kind
    nullable: bool = False
    format: str = ""
    """email, uri, password, hostname, ipv4 … as OpenAPI spells them; empty if there is none."""
    values: tuple[Scalar, ...] = ()
    """The allowed values of an enum, or the one of a const; empty if any value is allowed."""
    values_name: str = ""
    """The name under which the enum was declared, if it was."""
    min_length: int | None = None
    max_length: int | None = None
    pattern: str = ""
    minimum: float | int | None = None
    maximum: float | int | None = None
    exclusive_minimum: bool = False
    """`minimum` itself is not allowed."""
    exclusive_maximum: bool = False
    """`maximum` itself is not allowed."""
    multiple_of: float | int | None = None
    max_digits: int | None = None
    decimal_places: int | None = None
    items: "Shape | None" = None
    """The elements of an array, or the values of a map."""
    min_items: int | None = None
    max_items: int | None = None
    unique_items: bool = False
    ref: str = ""
    """Of an object: the name of its Schema. Inline objects are given names by their reader."""
    options: tuple["Shape", ...] = ()
    """The members of a union."""
    discriminator: str = ""
    """The property that tells the members of a union apart."""


@dataclass(frozen=True, slots=True)
class Property:
    """One named value of an object."""

    name: str
    """As on the wire."""
    shape: Shape
    required: bool
    default: Literal | Absent = ABSENT
    read_only: bool = False
    write_only: bool = False
    description: str = ""
    example: Literal | Absent = ABSENT
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Schema:
    """An object with named properties; allOf is already merged."""

    name: str
    """A Python class name, unique within what was read."""
    properties: tuple[Property, ...]
    description: str = ""
    additional: bool | None = None
    """Whether undeclared properties are allowed; None if nothing was written."""
    example: Literal | Absent = ABSENT
    span: Span | None = None

    def get(self, name: str) -> Property | None:
        return next((each for each in self.properties if each.name == name), None)
