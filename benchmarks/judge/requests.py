"""Requests: what is wanted, how it is filled, what came back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from httpx2 import Response

from benchmarks.judge.declared import Declared
from benchmarks.judge.people import Person, json_of

Json = Any


@dataclass
class Sent:
    """A request that was made and what came back."""

    operation: Declared
    path: str
    body: Json
    answer: Response
    person: Person
    ids: dict[str, str] = field(default_factory=dict)
    """Values of the path's parameters, by name."""

    @property
    def status(self) -> int:
        return int(self.answer.status_code)

    @property
    def json(self) -> Json:
        return json_of(self.answer)

    @property
    def succeeded(self) -> bool:
        return self.status in self.operation.successes


@dataclass(frozen=True, slots=True)
class Want:
    """A row that somebody must be able to name."""

    operation: Declared
    """For which it is wanted."""
    prefix: str
    """The path before the parameter."""
    noun: str
    name: str
    """Of the parameter."""
    person: Person
    known: Mapping[str, str]
    """Parameters that have values already."""
    depth: int


@dataclass(frozen=True, slots=True)
class Style:
    """A way to fill a body: with the author's examples or not, with optional properties or not."""

    examples: bool = True
    optional: bool = True
    exact: bool = False
    told: str = ""
    """What an operation that shall show the row says of itself: `all published posts`."""


STYLES = (
    Style(),
    Style(optional=False),
    Style(exact=True),
    Style(examples=False),
    Style(examples=False, optional=False),
)
