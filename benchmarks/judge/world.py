"""Requests that an operation should accept: paths, parameters and bodies from what exists."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any
from uuid import UUID, uuid4

from httpx2 import Response

from benchmarks.judge import rows
from benchmarks.judge.application import Booted
from benchmarks.judge.bodies import UNKNOWN, Maker
from benchmarks.judge.declared import Declared, Files, Place, anonymous, request_body
from benchmarks.judge.people import PASSWORD, People, Person, find, json_of, login_values

Json = Any
DEPTH = 5
USER_PARAMETER = re.compile(r"^(user_?id|userId|uid|owner_?id|account_?id|customer_?id)$")


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
class Style:
    """A way to fill a body: with the author's examples or not, with optional properties or not."""

    examples: bool = True
    optional: bool = True


STYLES = (Style(), Style(optional=False), Style(examples=False), Style(False, False))


@dataclass
class World:
    """One booted backend, its declared operations and who calls them."""

    booted: Booted
    files: Files
    operations: Sequence[Declared]
    people: People
    made: dict[tuple[str, str], dict[str, Json]] = field(default_factory=dict)
    """The newest row by creating operation and caller."""
    counter: "count[int]" = field(default_factory=lambda: count(1))

    def operation(self, method: str, path: str) -> Declared | None:
        wanted = f"{method} {anonymous(path)}"
        return next((each for each in self.operations if each.key == wanted), None)

    async def attempt(
        self,
        operation: Declared,
        person: Person,
        ids: Mapping[str, str] | None = None,
        style: Style = STYLES[0],
        depth: int = 0,
    ) -> Sent:
        """Calls an operation as a well-behaved client would."""
        values = dict(ids or {})
        for name in re.findall(r"\{([^}]*)\}", operation.path):
            if name not in values:
                values[name] = await self.parameter(operation, name, person, values, depth)
        path = filled(operation.path, values)
        headers, query = await self._headers(operation, person, values)
        body, options = await self._body(operation, person, style, values, depth)
        answer = await self.booted.send(
            operation.method.upper(),
            path,
            headers=person.headers | headers,
            params=query or None,
            **options,
        )
        return Sent(operation, path, body, answer, person, values)

    async def parameter(
        self,
        operation: Declared,
        name: str,
        person: Person,
        known: Mapping[str, str],
        depth: int,
    ) -> str:
        """A value for a parameter of the path: of a row made for it, of the caller, or any."""
        prefix = operation.path.split("{" + name + "}")[0].rstrip("/")
        noun = noun_of(prefix)
        if USER_PARAMETER.match(name) and (noun in ("user", "api", "") or depth > 0):
            return person.subject
        found = await self._id_of(operation, prefix, noun, name, person, known, depth)
        if found is not None:
            return str(found)
        if USER_PARAMETER.match(name):
            return person.subject
        return self._any(operation, name)

    async def _id_of(
        self,
        operation: Declared,
        prefix: str,
        noun: str,
        name: str,
        person: Person,
        known: Mapping[str, str],
        depth: int,
    ) -> Json:
        if depth > DEPTH:
            return None
        for creator in self._creators(prefix, noun, name):
            if creator is operation:
                continue
            row = await self.row(creator, person, known, depth + 1)
            found = identify(row, name, noun)
            if found is not None:
                return found
        return await self._listed_or_seeded(prefix, noun, name, person, known)

    def _creators(self, prefix: str, noun: str, name: str) -> list[Declared]:
        posts = [each for each in self.operations if each.method in ("post", "put") and each.successes]
        exact = [each for each in posts if anonymous(each.path) == anonymous(prefix)]
        stem = rows.singular(re.sub(r"_?[iI]d$", "", name)) or noun
        same = [
            each
            for each in posts
            if noun_of(each.path) in (noun, stem) and not each.path.endswith("}")
        ]
        return list({each.key: each for each in [*exact, *same]}.values())

    async def row(
        self, creator: Declared, person: Person, known: Mapping[str, str], depth: int = 0
    ) -> Json:
        """A new row made by a creating operation; None where it makes none."""
        shared = {name: value for name, value in known.items() if "{" + name + "}" in creator.path}
        for style in STYLES:
            sent = await self.attempt(creator, person, shared, style, depth)
            if sent.succeeded:
                made = sent.json
                if isinstance(made, dict):
                    self.made[creator.key, person.subject] = made
                return made
            if sent.status == 403 and not person.admin:
                boss = await self.administrator()
                sent = await self.attempt(creator, boss, shared, style, depth)
                if sent.succeeded:
                    return sent.json
            if sent.status in (401, 404, 501):
                break
        return None

    async def administrator(self) -> Person:
        if not hasattr(self, "_administrator"):
            self._administrator = await self.people.somebody(admin=True)
        return self._administrator

    async def _listed_or_seeded(
        self, prefix: str, noun: str, name: str, person: Person, known: Mapping[str, str]
    ) -> Json:
        lister = self.operation("GET", prefix)
        if lister is not None:
            sent = await self.attempt(lister, person, known, depth=DEPTH)
            found = (
                identify(_first_row(sent.json), name, noun) if sent.succeeded else None
            )
            if found is not None:
                return found
        table = rows.table_of(noun) if noun else None
        table = table if table is not None else rows.table_of(re.sub(r"_?[iI]d$", "", name))
        if table is None:
            return None
        owner = {"subject": person.subject}
        written = rows.seed(self.booted.database, table, owner | dict(known))
        key = next(iter(table.primary_key.columns), None)
        if written is not None and key is not None and not re.search("id$", name, re.I):
            return _stored(self.booted, table, name, written)
        return written

    def _any(self, operation: Declared, name: str) -> str:
        for place in operation.parameters:
            if place.node.get("in") == "path" and place.node.get("name") == name:
                schema = Place(place.node.get("schema") or {}, place.file)
                value = Maker(self.files).value(schema, name)
                example = place.node.get("example")
                return str(example if example is not None else value)
        return "1"

    async def _headers(
        self, operation: Declared, person: Person, ids: Mapping[str, str]
    ) -> tuple[dict[str, str], dict[str, Json]]:
        headers: dict[str, str] = {}
        query: dict[str, Json] = {}
        for place in operation.parameters:
            node = place.node
            schema = Place(node.get("schema") or {}, place.file)
            name = str(node.get("name"))
            if node.get("in") == "header" and name.lower() == "if-match":
                headers[name] = await self._version(operation, person, ids, "etag") or '"1"'
            elif node.get("in") == "header" and "idempotency" in name.lower():
                headers[name] = str(uuid4())
            elif node.get("required") and node.get("in") in ("header", "query"):
                target: dict[str, Json] = headers if node["in"] == "header" else query
                known = self._known(name, person, {}, ids)
                made = Maker(self.files).value(schema, name)
                target[name] = known if known is not UNKNOWN else made
        return {name: str(value) for name, value in headers.items()}, query

    async def _version(
        self, operation: Declared, person: Person, ids: Mapping[str, str], what: str
    ) -> str:
        """The version of the row that a change is about, as its reader tells it."""
        parts = operation.path.split("/")
        for length in range(len(parts), 1, -1):
            reader = self.operation("GET", "/".join(parts[:length]))
            if reader is not None and reader is not operation and "{" in reader.path:
                path = filled(reader.path, renamed(reader.path, operation.path, ids))
                answer = await self.booted.send("GET", path, headers=person.headers)
                if what == "etag" and answer.headers.get("etag"):
                    return str(answer.headers["etag"])
                version = find(json_of(answer), ("version", "etag", "revision"))
                if version is not None:
                    return f'"{version}"' if what == "etag" else str(version)
        return ""

    async def _body(
        self,
        operation: Declared,
        person: Person,
        style: Style,
        ids: Mapping[str, str],
        depth: int,
    ) -> tuple[Json, dict[str, Any]]:
        found = request_body(self.files, operation)
        if found is None:
            return None, {}
        form, schema = found
        nouns = await self._references(schema, operation, person, ids, depth)
        known = dict(nouns)
        if operation is self.people.login:
            known |= login_values(person.credentials)
        names = Maker(self.files).schema(schema)[0].get("properties") or {}
        if "version" in names:
            version = await self._version(operation, person, ids, "version")
            known |= {"version": int(version)} if version.isdigit() else {}
        maker = Maker(
            self.files,
            known=lambda name, _node: self._known(name, person, known, {}),
            examples=style.examples,
            optional=style.optional,
            counter=self.counter,
        )
        body = maker.value(schema)
        if "json" in form:
            return body, {"json": body}
        if "multipart" in form:
            return body, {"files": {"file": ("a.txt", b"hello", "text/plain")}}
        return body, {"data": body}

    def _known(
        self, name: str, person: Person, known: Mapping[str, Json], ids: Mapping[str, str]
    ) -> Json:
        if name in known:
            return known[name]
        if name in ids:
            return ids[name]
        for store in (person.tokens, person.credentials):
            for key, value in store.items():
                if key.lower().replace("_", "") == name.lower().replace("_", "") and "oken" in name:
                    return value
        return PASSWORD if "password" in name.lower() else UNKNOWN

    async def _references(
        self,
        schema: Place,
        operation: Declared,
        person: Person,
        ids: Mapping[str, str],
        depth: int,
    ) -> dict[str, Json]:
        """Ids for the properties of a body that name other rows."""
        found: dict[str, Json] = {}
        maker = Maker(self.files)
        for name, (node, required) in _id_properties(maker, schema).items():
            if name in ids:
                found[name] = ids[name]
            elif USER_PARAMETER.match(name):
                found[name] = person.subject
            elif depth < DEPTH and (required or depth == 0):
                stem = rows.singular(re.sub(r"(_?ids?|Ids?)$", "", name))
                value = await self._id_of(operation, stem, stem, name, person, ids, depth + 1)
                if value is not None:
                    found[name] = _as(value, node)
        return found


def _id_properties(maker: Maker, schema: Place) -> dict[str, tuple[dict[str, Json], bool]]:
    """Properties of a body, or of the objects in its arrays, whose names end in `id`."""
    node, place = maker.schema(schema)
    found: dict[str, tuple[dict[str, Json], bool]] = {}
    required = node.get("required") or []
    for name, inner in (node.get("properties") or {}).items():
        inner_place = inner["$place"] if isinstance(inner, dict) and "$place" in inner else None
        property_node, where = maker.schema(inner_place or Place(inner, place.file))
        if re.search(r"[a-z](_id|Id|_ids|Ids|_uuid)$", name):
            found[name] = (property_node, name in required)
        elif property_node.get("items"):
            found |= _id_properties(maker, Place(property_node["items"], where.file))
    return found


def _as(value: Json, node: Mapping[str, Json]) -> Json:
    kind = node.get("type")
    if kind == "array" or isinstance(kind, list) and "array" in kind:
        return [value]
    if kind == "string":
        return str(value)
    return value


def noun_of(path: str) -> str:
    statics = [part for part in path.split("/") if part and "{" not in part]
    return rows.singular(statics[-1]) if statics else ""


def identify(row: Json, name: str, noun: str) -> Json:
    """The value of a parameter within an answer: of the parent named so, of a child, or its own."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
    own = [each for each in _keys(name, noun) if each not in ("id", "uuid")]
    if words not in ("id", "uuid") and (found := find(row, own)) is not None:
        return found
    stem = rows.singular(re.sub(r"_?(id|uuid)$", "", words)) or noun
    for key, value in row.items() if isinstance(row, dict) else ():
        if rows.singular(key) in (stem, noun) and value and isinstance(value, (list, dict)):
            return find(value[-1] if isinstance(value, list) else value, _keys(name, noun))
    return find(row, _keys(name, noun))


def _keys(name: str, noun: str) -> tuple[str, ...]:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
    camel = re.sub(r"_(\w)", lambda found: found.group(1).upper(), words)
    own = (name, words, camel)
    if not re.search(r"(^|_)(id|uuid)$", words):
        return own if not re.search(r"ids$", words) else ("id", *own)
    return (*(each for each in own if each != "id"), f"{noun}_id", "id", f"{noun}Id", "uuid")


def _first_row(value: Json) -> Json:
    inner: list[Json] = [value]
    for each in inner:
        if isinstance(each, list) and each:
            return each[0]
        if isinstance(each, dict):
            inner += list(each.values())
    return None


def _stored(booted: Booted, table: Any, name: str, key: Any) -> Json:
    column = next((table.c[each] for each in _keys(name, "") if each in table.c), None)
    if column is None:
        return str(key) if isinstance(key, UUID) else key
    primary = next(iter(table.primary_key.columns))
    with rows.engine(booted.database).connect() as connection:
        return connection.execute(rows.sa.select(column).where(primary == key)).scalar()


def filled(path: str, values: Mapping[str, str]) -> str:
    return re.sub(r"\{([^}]*)\}", lambda found: str(values.get(found.group(1), "1")), path)


def renamed(path: str, other: str, ids: Mapping[str, str]) -> dict[str, str]:
    """The values of another path's parameters under this path's names, by their places."""
    names = re.findall(r"\{([^}]*)\}", path)
    others = re.findall(r"\{([^}]*)\}", other)
    return {name: ids[source] for name, source in zip(names, others, strict=False) if source in ids}
