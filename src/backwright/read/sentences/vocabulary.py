"""What prose may speak of: the entities, fields, operations and roles that other facts name."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from backwright.read.facts import EntityFact, Facts
from backwright.read.sentences.field_names import Called, field_words
from backwright.read.sentences.paths import actions, resources, same_path, shape_of
from backwright.read.sentences.terms import key, words
from backwright.shape import Kind, Schema, Shape
from backwright.source import Span

USER_WORDS: Final = ("user", "customer", "account", "member", "person")
"""Synonyms for whoever signs in, unless an entity of its own has the name."""

_SYNONYMS: Final = {"catalog": "product", "catalogue": "product", "todo": "task", "profile": "user"}
_SUFFIXES: Final = frozenset(
    [
        "create",
        "update",
        "response",
        "public",
        "read",
        "request",
        "in",
        "out",
        "base",
        "patch",
        "input",
        "output",
        "dto",
        "schema",
        "model",
        "list",
        "page",
        "replace",
        "partial",
        "summary",
        "detail",
        "db",
        "table",
        "entity",
        "payload",
        "body",
        "item",
        "result",
    ]
)
_WRAPPERS: Final = re.compile(r"(?:List|Page|Paginated|Error|Token|Login|Message)", re.IGNORECASE)
"""Schemas around an entity: their properties are not its fields."""
_DOES: Final = {
    "create": ("POST",),
    "list": ("GET",),
    "get": ("GET",),
    "update": ("PUT", "PATCH"),
    "delete": ("DELETE",),
}
_TITLES: Final = frozenset({"entity", "table", "model", "schema"})
"""Words that head a description and are no part of the name."""
_PREFIXES: Final = frozenset({"create", "update", "new", "read", "get", "base", "paginated"})
_NOT_RESOURCES: Final = frozenset(
    [
        "login",
        "logout",
        "register",
        "auth",
        "token",
        "refresh",
        "health",
        "search",
        "stat",
        "statistic",
        "me",
        "status",
        "upload",
        "download",
        "check",
        "summary",
        "dashboard",
        "export",
        "import",
        "version",
        "doc",
        "api",
        "password",
        "session",
    ]
)
_QUESTIONS: Final = frozenset({"can", "check", "is", "has", "get", "set", "verify", "validate"})
_HEADS_NEVER: Final = frozenset(
    [
        "data",
        "type",
        "status",
        "id",
        "name",
        "item",
        "list",
        "entry",
        "record",
        "detail",
        "info",
        "information",
        "model",
        "table",
        "state",
        "class",
        "history",
        "log",
        "object",
        "reference",
        "result",
        "summary",
        "setting",
        "config",
        "key",
    ]
)
_ADMIN: Final = re.compile(r"\badmin(?:istrator)?s?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    entities: tuple[str, ...]
    """As written by the fact that describes them best."""
    fields: Mapping[str, tuple[str, ...]]
    """By entity."""
    operations: tuple[str, ...]
    """`METHOD /path`"""
    roles: tuple[str, ...]
    entity_words: Mapping[tuple[str, ...], str]
    """Singular words → entity."""
    field_words: Mapping[tuple[str, ...], Called]
    longest: int
    """How many words the longest of these names has."""
    places: tuple[tuple[Span, str], ...] = ()
    """Where each entity is described, in order."""
    statement_fields: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Statement of a row of the data model → (entity, field)."""
    booleans: frozenset[tuple[str, str]] = frozenset()
    values: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    """(entity, field) → the values of its enum."""

    actions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Stem of a verb that ends a path → operations: `/orders/{id}/cancel`."""
    states: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """A status in lower case → the one (entity, field) that can have it."""

    def entity_at(self, span: Span) -> str:
        """The entity whose description the place lies in, by the last one that begins before."""
        begun = bisect_right(self.places, (span.file, span.line), key=_line)
        if not begun or self.places[begun - 1][0].file != span.file:
            return ""
        return self.places[begun - 1][1]

    def find_entity(self, name: str) -> str:
        return self.entity_words.get(words(name), "")

    def operations_of(self, entity: str, verb: str) -> tuple[str, ...]:
        """The operations that do that with that entity, as far as their paths tell."""
        return tuple(
            each
            for each in self.operations
            if entity
            and each.split(" ", 1)[0] in _DOES.get(verb, ())
            and self._ends(each, entity, verb)
        )

    def _ends(self, operation: str, entity: str, verb: str) -> bool:
        segments = [each for each in operation.split(" ", 1)[1].split("/") if each]
        row = bool(segments) and "{" in segments[-1]
        noun = segments[-2 if row else -1] if len(segments) > int(row) else ""
        return self.find_entity(noun) == entity and row == (verb in {"get", "update", "delete"})

    def user(self) -> str:
        """The entity that signs in, if there is one."""
        return user_of(self.entity_words, self.fields)

    def operation(self, method: str, path: str) -> str:
        """The operation that a text means, whose path may lack a prefix; empty if unsure."""
        wanted = shape_of(path)
        found = [
            each
            for each in self.operations
            if each.split(" ", 1)[0] == method
            and same_path(shape_of(each.split(" ", 1)[1]), wanted)
        ]
        return found[0] if len(found) == 1 else ""


def user_of(
    entity_words: Mapping[tuple[str, ...], str], fields: Mapping[str, tuple[str, ...]]
) -> str:
    """The entity called user; else one of its synonyms, if it holds what one signs in with."""
    for word in USER_WORDS:
        found = entity_words.get((word,), "")
        held = " ".join(fields.get(found, ())).lower()
        if found and (word == "user" or "email" in held or "password" in held):
            return found
    return ""


def vocabulary(facts: Facts) -> Vocabulary:
    """What these facts name."""
    by_stem = _by_stem(facts.schemas)
    entities = _entities(facts, by_stem)
    described = {name: _describing(by_stem, name) for name in entities}
    fields = {name: _fields(found, described[name]) for name, found in entities.items()}
    entity_words = _entity_words(entities)
    modelled = frozenset(name for name, found in entities.items() if found)
    spoken = field_words(fields, modelled, user_of(entity_words, fields))
    shapes = tuple(_shapes(entities, described))
    return Vocabulary(
        entities=tuple(entities),
        fields=fields,
        operations=tuple(f"{each.method} {each.path}" for each in facts.operations),
        roles=_roles(facts),
        entity_words=entity_words,
        field_words=spoken,
        longest=max(map(len, (*entity_words, *spoken)), default=0),
        places=_described_places(entities),
        statement_fields={
            each.statement: (name, each.name)
            for name, found in entities.items()
            for entity in found
            for each in entity.fields
        },
        booleans=frozenset((name, of) for name, of, each in shapes if each.kind is Kind.BOOLEAN),
        values={(name, of): tuple(map(str, s.values)) for name, of, s in shapes if s.values},
        actions=actions(facts.operations, entity_words, fields),
        states=_states(shapes),
    )


def _line(place: tuple[Span, str]) -> tuple[str, int]:
    return place[0].file, place[0].line


def _described_places(entities: Mapping[str, list[EntityFact]]) -> tuple[tuple[Span, str], ...]:
    places = (
        (each.span, name) for name, found in entities.items() for each in found if not each.weak
    )
    return tuple(sorted(places))


def _entities(facts: Facts, by_stem: Mapping[str, Sequence[Schema]]) -> dict[str, list[EntityFact]]:
    """The facts about each entity under its best name; strong ones name before weak ones."""
    by_key: dict[str, list[EntityFact]] = {}
    keys = {key(each.name) for each in facts.entities}
    for each in facts.entities:
        if words(each.name):
            stem = _stem(each.name)
            by_key.setdefault(stem if stem in keys else key(each.name), []).append(each)
    named: dict[str, list[EntityFact]] = {}
    for found in by_key.values():
        strong = [each for each in found if not each.weak] or found
        named[min(strong, key=lambda each: len(each.name)).name] = found
    taken = set(by_key) | {each.split()[-1] for each in by_key} | _NOT_RESOURCES
    for resource in resources(facts.operations):
        if resource.split()[0] in _QUESTIONS:
            continue
        if resource not in taken and resource in by_stem:
            taken.add(resource)
            named["".join(each.capitalize() for each in resource.split())] = []
    return named


def _states(shapes: Iterable[tuple[str, str, Shape]]) -> dict[str, tuple[str, str]]:
    found: dict[str, set[tuple[str, str]]] = {}
    for entity, name, shape in shapes:
        if words(name)[-1:] in {("status",), ("state",)}:
            for value in shape.values:
                found.setdefault(str(value).lower(), set()).add((entity, name))
    return {value: next(iter(owners)) for value, owners in found.items() if len(owners) == 1}


def _by_stem(schemas: Iterable[Schema]) -> dict[str, list[Schema]]:
    found: dict[str, list[Schema]] = {}
    for each in schemas:
        found.setdefault(_stem(each.name), []).append(each)
    return found


def _describing(by_stem: Mapping[str, Sequence[Schema]], entity: str) -> tuple[Schema, ...]:
    """The schemas whose properties are the entity's, and not a list or an envelope of it."""
    wraps = _WRAPPERS.search(entity) is not None
    of_it = by_stem.get(key(entity), ())
    return tuple(each for each in of_it if wraps or _WRAPPERS.search(each.name) is None)


def _stem(schema: str) -> str:
    """The entity's words in the name of a schema: `TaskCreate` → `task`."""
    found = list(words(schema))
    while len(found) > 1 and found[-1] in _SUFFIXES:
        found.pop()
    if len(found) > 1 and found[0] in _PREFIXES:
        del found[0]
    return " ".join(found)


def _fields(found: Iterable[EntityFact], described: Iterable[Schema]) -> tuple[str, ...]:
    names: dict[str, str] = {}
    for entity in found:
        for each in entity.fields:
            if words(each.name):
                names.setdefault(key(each.name), each.name)
    for schema in described:
        for prop in schema.properties:
            if words(prop.name):
                names.setdefault(key(prop.name), prop.name)
    return tuple(names.values())


def _shapes(
    entities: Mapping[str, list[EntityFact]], described: Mapping[str, Iterable[Schema]]
) -> Iterator[tuple[str, str, Shape]]:
    for name, found in entities.items():
        for entity in found:
            for each in entity.fields:
                yield name, each.name, each.shape
        for schema in described[name]:
            for prop in schema.properties:
                yield name, prop.name, prop.shape


def _roles(facts: Facts) -> tuple[str, ...]:
    roles: dict[str, None] = {}
    for operation in facts.operations:
        roles.update(dict.fromkeys(operation.roles))
    for entity in facts.entities:
        for each in entity.fields:
            if words(each.name)[-1:] == ("role",):
                roles.update(dict.fromkeys(str(value) for value in each.shape.values))
    speaks = any(_ADMIN.search(each.text) for each in facts.statements)
    if speaks and not any(_ADMIN.search(each) for each in roles):
        roles["admin"] = None
    return tuple(each for each in roles if words(each))


def _entity_words(
    entities: Mapping[str, list[EntityFact]],
) -> dict[tuple[str, ...], str]:
    """Whole names first; then the last word of a name, where it is one entity's alone."""
    found: dict[tuple[str, ...], str] = {words(each): each for each in entities}
    for name, facts in entities.items():
        for fact in facts:
            found.setdefault(words(fact.name), name)
        bare = tuple(_stem(name).split())
        if words(name)[-1:] != bare[-1:] and words(name)[-1] in _TITLES:
            found.setdefault(bare, name)
    heads: dict[str, set[str]] = {}
    for each in entities:
        parts = words(each)
        if len(parts) > 1 and parts[-1] not in _HEADS_NEVER:
            heads.setdefault(parts[-1], set()).add(each)
    for head, owners in heads.items():
        if len(owners) == 1 and (head,) not in found and head not in USER_WORDS:
            found[(head,)] = next(iter(owners))
    for word, meant in _SYNONYMS.items():
        if (meant,) in found:
            found.setdefault((word,), found[(meant,)])
    return found
