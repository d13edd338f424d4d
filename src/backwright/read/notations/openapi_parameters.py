"""Parameters of an operation: its own and those of its path."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from backwright.read.facts import ParameterFact, ParameterPlace
from backwright.read.nodes import Listed, Mapped, Node, span_of
from backwright.read.notations import openapi_literals as literals
from backwright.read.notations.openapi_names import class_word
from backwright.read.notations.openapi_phrases import phrase
from backwright.read.notations.openapi_references import Library
from backwright.read.notations.openapi_schemas import Schemas
from backwright.shape import ABSENT, Property

_PLACES: Final = {each.value: each for each in ParameterPlace}
_OF_THE_BODY: Final = ("body", "formData")
_NEVER: Final = frozenset(("accept", "content-type", "authorization"))
"""Headers that the standard describes elsewhere."""


@dataclass(frozen=True, slots=True)
class Parameters:
    library: Library
    schemas: Schemas

    def nodes(self, item: Mapped, operation: Mapped) -> list[Mapped]:
        """Those of the operation stand for those of its path with the same name and place."""
        found: dict[tuple[str, str], Mapped] = {}
        for owner in (item, operation):
            written = owner.get("parameters")
            if written is not None and not isinstance(written, Listed):
                self.library.wrong("parameters", written, "a list")
            for node in owner.listed("parameters"):
                own = self.library.resolve(node)
                if own is not None:
                    found[own.text("in"), own.text("name")] = own
        return list(found.values())

    def read(self, nodes: list[Mapped], path: str, hint: str) -> Iterator[ParameterFact]:
        for node in nodes:
            place = self._place(node, path)
            if place is not None:
                yield self._parameter(node, place, hint)

    def asks_for_credentials(self, nodes: list[Mapped]) -> bool:
        """A required `Authorization` header is what `security` would say."""
        return any(
            each.text("name").lower() == "authorization"
            and each.text("in") == "header"
            and each.flag("required") is True
            for each in nodes
        )

    def _place(self, node: Mapped, path: str) -> ParameterPlace | None:
        name, written = node.text("name"), node.text("in")
        if written in _OF_THE_BODY:
            return None
        if not name:
            self.library.wrong("a parameter", node, "one with a name")
            return None
        place = _PLACES.get(written.lower())
        if place is None:
            self.library.wrong(f"the place of parameter {name!r}", node, "one with `in`")
            return ParameterPlace.PATH if f"{{{name}}}" in path else None
        if place is ParameterPlace.HEADER and name.lower() in _NEVER:
            return None
        if place is ParameterPlace.PATH and f"{{{name}}}" not in path:
            self.library.wrong(f"path parameter {name!r}", node, f"one that {path} holds")
            return None
        return place

    def _parameter(self, node: Mapped, place: ParameterPlace, hint: str) -> ParameterFact:
        statement = self.library.said.get(id(node))
        name = node.text("name")
        own = self.schemas.property(
            name, _schema(node), _required(node, place), f"{hint}{class_word(name)}", node
        )
        example = literals.example(node)
        return ParameterFact(
            place,
            Property(
                name=own.name,
                shape=own.shape,
                required=own.required,
                default=own.default,
                description=phrase(node.text("description") or own.description),
                example=example if example is not ABSENT else own.example,
                span=statement.span if statement is not None else span_of(node),
            ),
            statement.id if statement is not None else "",
        )


def _required(node: Mapped, place: ParameterPlace) -> bool:
    return place is ParameterPlace.PATH or node.flag("required") is True


def _schema(node: Mapped) -> Node:
    """Its schema, that of its content, or, in Swagger 2.0, the parameter itself."""
    own = node.get("schema")
    if own is not None:
        return own
    content = node.mapped("content")
    for media in content.entries.values() if content is not None else ():
        if isinstance(media, Mapped) and media.get("schema") is not None:
            return media.entries["schema"]
    return node
