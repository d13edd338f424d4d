"""The contract: what the documents mean together, as far as they say it.

`origins` is the one place where every part of the contract is traced back. Its keys are the names
of `contract.aspects`; an aspect without an origin is an invention, and an error.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from backwright.contract.entities import Entity
from backwright.contract.operations import Input, Operation, View
from backwright.contract.policies import Auth, Policies
from backwright.shape import Schema
from backwright.source import Span


class OriginKind(StrEnum):
    SPAN = "span"
    DECISION = "decision"
    STANDARD = "standard"


@dataclass(frozen=True, slots=True)
class Origin:
    """Why a part of the contract is there."""

    kind: OriginKind
    statement: str = ""
    """Of a span: the id of the statement."""
    span: Span | None = None
    code: str = ""
    """Of a decision: the question's code; of a standard: `RFC 9110 §15.5.2`."""


class QuestionKind(StrEnum):
    OPEN = "open"
    CONTRADICTION = "contradiction"
    BLOCKING = "blocking"


@dataclass(frozen=True, slots=True)
class Option:
    key: str
    text: str
    changes: tuple[str, ...]
    """What differs in the backend, line by line; an option that changes nothing is none."""


@dataclass(frozen=True, slots=True)
class Question:
    code: str
    """Stable: the rule's code, and the subject where one rule may ask several times, e.g.
    `A3`, `A3/tasks`."""
    kind: QuestionKind
    text: str
    spans: tuple[Span, ...]
    options: tuple[Option, ...]
    default: str
    """The key of the safe default; empty if the question is blocking."""
    statements: tuple[str, ...] = ()

    @property
    def blocking(self) -> bool:
        return self.kind is QuestionKind.BLOCKING


@dataclass(frozen=True, slots=True)
class Decision:
    """An answer to a question."""

    code: str
    option: str
    by: str
    """`default`, or who gave it."""
    hash: str
    """SHA-256 over the sentences that raised the question: it is asked again when they change."""
    text: str = ""


class State(StrEnum):
    DONE = "done"
    BUILT = "built"
    ASKED = "asked"
    NEEDS_CODE = "needs_code"
    OUT_OF_SCOPE = "out_of_scope"
    NOT_UNDERSTOOD = "not_understood"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the ledger: what became of one statement."""

    statement: str
    state: State
    reason: str = ""
    aspects: tuple[str, ...] = ()
    """The parts of the contract that it asks for."""


@dataclass(frozen=True)
class Contract:
    """Without slots, so that what it is asked for by name can be kept beside its fields."""

    title: str
    features: tuple[str, ...]
    """Feature folders, relative to the project's root, sorted."""
    entities: tuple[Entity, ...]
    schemas: tuple[Schema, ...]
    """Every Schema that a body or an answer needs, and no other."""
    inputs: tuple[Input, ...]
    views: tuple[View, ...]
    operations: tuple[Operation, ...]
    auth: Auth
    policies: Policies
    origins: Mapping[str, tuple[Origin, ...]] = field(default_factory=dict)
    version: str = "1.0.0"
    description: str = ""

    def entity(self, name: str) -> Entity:
        """The entity of that name. Raises KeyError if there is none."""
        return self._entities[name]

    def find_entity(self, name: str) -> Entity | None:
        return self._entities.get(name)

    def schema(self, name: str) -> Schema:
        """The schema of that name. Raises KeyError if there is none."""
        return self._schemas[name]

    def find_schema(self, name: str) -> Schema | None:
        return self._schemas.get(name)

    def view(self, schema: str) -> View | None:
        return self._views.get(schema)

    def input(self, schema: str, entity: str = "") -> Input | None:
        """The input by that schema, for that entity if several share it."""
        found = self._inputs.get(schema, ())
        return next((each for each in found if each.entity == entity), found[0] if found else None)

    def operations_on(self, entity: str) -> Sequence[Operation]:
        """Those about that entity, as they were declared."""
        return self._operations.get(entity, ())

    def operations_in(self, domain: str) -> Sequence[Operation]:
        return self._domains.get(domain, ())

    # Of two of one name the first counts.

    @cached_property
    def _entities(self) -> dict[str, Entity]:
        return {each.name: each for each in reversed(self.entities)}

    @cached_property
    def _schemas(self) -> dict[str, Schema]:
        return {each.name: each for each in reversed(self.schemas)}

    @cached_property
    def _views(self) -> dict[str, View]:
        return {each.schema: each for each in reversed(self.views)}

    @cached_property
    def _inputs(self) -> dict[str, list[Input]]:
        found: dict[str, list[Input]] = {}
        for each in self.inputs:
            found.setdefault(each.schema, []).append(each)
        return found

    @cached_property
    def _domains(self) -> dict[str, list[Operation]]:
        found: dict[str, list[Operation]] = {}
        for each in self.operations:
            found.setdefault(each.domain, []).append(each)
        return found

    @cached_property
    def _operations(self) -> dict[str, list[Operation]]:
        found: dict[str, list[Operation]] = {}
        for each in self.operations:
            found.setdefault(each.entity, []).append(each)
        return found
