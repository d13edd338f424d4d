"""What is stored."""

from dataclasses import dataclass
from enum import StrEnum

from backwright.shape import ABSENT, Absent, Literal, Shape


class Auto(StrEnum):
    """Who sets a field, if it is the system."""

    NONE = ""
    ID = "id"
    CREATED = "created"
    UPDATED = "updated"
    DELETED = "deleted"
    VERSION = "version"
    OWNER = "owner"
    PASSWORD_HASH = "password_hash"
    SYSTEM = "system"
    """Only the system changes it, starting at `default`: a status moved by transitions, a role
    given in the database, a counter."""


@dataclass(frozen=True, slots=True)
class Field:
    """One column."""

    name: str
    """A Python identifier in snake case, no keyword, none of SQLModel's reserved names."""
    shape: Shape
    """Never an OBJECT: nested objects without an entity of their own are MAP or ARRAY columns."""
    required: bool
    """NOT NULL."""
    default: Literal | Absent = ABSENT
    auto: Auto = Auto.NONE
    unique: bool = False
    index: bool = False
    immutable: bool = False
    write_only: bool = False
    references: str = ""
    """Entity whose primary key it holds."""
    on_delete: str = ""
    """`cascade`, `restrict`, `set null`, or empty: the database's default."""
    normalise: tuple[str, ...] = ()
    """In order: `trim`, `lower`, `upper`, `empty_to_null`, which takes a text of
    blanks for empty, where the column may be null."""
    copies: str = ""
    """`product_id.price_cents`: taken, when the row is made, from the row that the first column
    refers to, and kept from then on."""
    slug_of: str = ""
    """The column of this row that it is made of when the row is made: small letters, digits and
    hyphens, and no two rows the same."""
    doc: str = ""


class Ownership(StrEnum):
    NONE = "none"
    """Shared by all."""
    COLUMN = "column"
    """`Owner.column` holds the user's id."""
    PARENT = "parent"
    """Through the parent entity, to which `Owner.column` refers."""
    IDENTITY = "identity"
    """It is the user."""


@dataclass(frozen=True, slots=True)
class Owner:
    kind: Ownership = Ownership.NONE
    column: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """An attribute that holds other rows."""

    name: str
    entity: str
    """The entity it leads to."""
    many: bool
    column: str
    """The foreign key: on the other entity if `many`, else on this one."""
    link: str = ""
    """The entity that stands between, for many to many."""
    order_by: tuple[str, ...] = ()
    cascade: bool = False
    """Deleted together with this row."""


@dataclass(frozen=True, slots=True)
class Unique:
    columns: tuple[str, ...]
    live_only: bool = False
    """Only among the rows that are not soft-deleted."""


@dataclass(frozen=True, slots=True)
class Transition:
    field: str
    source: str
    target: str


class DerivedKind(StrEnum):
    COUNT = "count"
    """How many rows the relation holds."""
    SUM = "sum"
    """The sum of a column, or of the product of columns, over the relation."""
    JOIN_TEXT = "join_text"
    """Columns of this row, joined by a space: a full name."""
    NEGATION = "negation"
    DIFFERENCE = "difference"
    """The first column less the second; either may be another difference."""
    IS_SET = "is_set"
    """Whether a nullable column of this row has a value."""
    LOWER = "lower"
    """A column of this row in small letters: `approved` of `Approved`."""
    UPPER = "upper"


@dataclass(frozen=True, slots=True)
class Derived:
    """A value that is computed when it is read."""

    name: str
    kind: DerivedKind
    shape: Shape
    relation: str = ""
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CrossField:
    """Two fields of one row, compared: `source_id != target_id`, `starts_at < ends_at`."""

    left: str
    operator: str
    """One of `<`, `<=`, `!=`, `==`, `>`, `>=`."""
    right: str


@dataclass(frozen=True, slots=True)
class CountLimit:
    """At most so many children in one parent."""

    relation: str
    maximum: int


@dataclass(frozen=True, slots=True)
class Entity:
    """One table."""

    name: str
    """A class name, singular: `OrderLine`."""
    table: str
    """`order_lines`"""
    domain: str
    """The package it lives in: `orders`."""
    fields: tuple[Field, ...]
    """The primary key comes first."""
    doc: str = ""
    owner: Owner = Owner()
    uniques: tuple[Unique, ...] = ()
    """The composite ones; single columns say it at the field."""
    indexes: tuple[tuple[str, ...], ...] = ()
    """Beyond primary keys, uniques and `Field.index`: those that owner, filters and sorts need."""
    relations: tuple[Relation, ...] = ()
    derived: tuple[Derived, ...] = ()
    cross_fields: tuple[CrossField, ...] = ()
    count_limits: tuple[CountLimit, ...] = ()
    soft_delete: str = ""
    """The field that marks a row as deleted: a nullable datetime, or a boolean."""
    soft_delete_value: Literal = None
    """Of a boolean: the value that means deleted (`is_active = False`, `is_deleted = True`)."""
    version: str = ""
    """The integer field of optimistic locking."""
    transitions: tuple[Transition, ...] = ()
    """Empty: every change of a status is allowed."""

    @property
    def key(self) -> Field:
        return self.fields[0]

    def get(self, name: str) -> Field | None:
        return next((each for each in self.fields if each.name == name), None)
