"""Entities and operations while they are still growing."""

from dataclasses import dataclass, field

from backwright.contract.entities import (
    Auto,
    CountLimit,
    CrossField,
    Derived,
    Owner,
    Relation,
    Transition,
    Unique,
)
from backwright.contract.model import Origin
from backwright.contract.operations import (
    Access,
    Body,
    Comparison,
    Condition,
    Credentials,
    Limit,
    Lookup,
    Page,
    Parameter,
    Purpose,
    Refusal,
    Result,
    Shift,
    Sort,
)
from backwright.read.facts import OperationFact, ResponseFact
from backwright.shape import ABSENT, Absent, Literal, Shape


@dataclass(slots=True)
class ColumnDraft:
    name: str
    shape: Shape
    origin: Origin
    required: bool | None = None
    default: Literal | Absent = ABSENT
    auto: Auto = Auto.NONE
    unique: bool = False
    index: bool = False
    immutable: bool = False
    write_only: bool = False
    references: str = ""
    """As written, until `references.resolve` has made it an entity's name."""
    references_field: str = ""
    """The column there, as written; empty if nothing was."""
    on_delete: str = ""
    normalise: tuple[str, ...] = ()
    doc: str = ""
    copies: str = ""
    slug_of: str = ""
    primary: bool = False
    owner: bool = False
    modelled: bool = True
    """A data model names it; otherwise a contract's body or answer does."""


@dataclass(slots=True)
class EntityDraft:
    name: str
    origin: Origin
    table: str = ""
    domain: str = ""
    doc: str = ""
    feature: str = ""
    modelled: bool = False
    """A data model lists its fields."""
    columns: dict[str, ColumnDraft] = field(default_factory=dict)
    owner: Owner = field(default_factory=Owner)
    uniques: list[Unique] = field(default_factory=list)
    indexes: list[tuple[str, ...]] = field(default_factory=list)
    relations: dict[str, Relation] = field(default_factory=dict)
    derived: dict[str, Derived] = field(default_factory=dict)
    cross_fields: list[CrossField] = field(default_factory=list)
    count_limits: list[CountLimit] = field(default_factory=list)
    soft_delete: str = ""
    soft_delete_value: Literal = None
    version: str = ""
    transitions: list[Transition] = field(default_factory=list)

    @property
    def key(self) -> ColumnDraft:
        return next(iter(self.columns.values()))

    def auto(self, auto: Auto) -> ColumnDraft | None:
        return next((each for each in self.columns.values() if each.auto is auto), None)


@dataclass(slots=True)
class OperationDraft:
    fact: OperationFact
    feature: str
    id: str
    segments: tuple[str, ...]
    """Of the path without the prefix shared by the API, braces kept."""
    success: ResponseFact | None = None
    entity: str = ""
    rows: bool = False
    """The answer holds many rows."""
    row_schema: str = ""
    """The schema that shows the entity's row in the answer; empty if none does."""
    purpose: Purpose = Purpose.CUSTOM
    domain: str = ""
    access: Access = field(default_factory=lambda: Access(Credentials.NONE))
    parameters: list[Parameter] = field(default_factory=list)
    lookups: list[Lookup] = field(default_factory=list)
    body: Body | None = None
    result: Result | None = None
    page: Page | None = None
    sorts: list[Sort] = field(default_factory=list)
    changes: list[tuple[str, Literal]] = field(default_factory=list)
    stamps: list[str] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)
    """Of an action: property of its body → the column that holds it under another name."""
    actors: list[str] = field(default_factory=list)
    copied: list[str] = field(default_factory=list)
    exclusive: list[str] = field(default_factory=list)
    creates: bool = False
    fixed: list[tuple[str, Literal]] = field(default_factory=list)
    amount: str = ""
    """The property of an ADJUST's body that says by how much."""
    shifts: list[Shift] = field(default_factory=list)
    limits: list[Limit] = field(default_factory=list)
    compared: list[Comparison] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)
    needs: str = ""
    statements: list[str] = field(default_factory=list)
    doc: str = ""

    @property
    def method(self) -> str:
        return self.fact.method.upper()

    partly: bool = False
    """A list of which single parameters need code, as `needs` says."""

    @property
    def custom(self) -> bool:
        return self.purpose is Purpose.CUSTOM

    def give_up(self, why: str) -> None:
        """Only code can say it; the first reason stays."""
        self.purpose = Purpose.CUSTOM
        self.needs = self.needs if self.needs and not self.partly else why
        self.partly = False
