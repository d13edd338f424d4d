"""Requests that an operation should accept: paths, parameters and bodies from what exists."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa

from benchmarks.judge import references, rows
from benchmarks.judge.application import Booted
from benchmarks.judge.bodies import UNKNOWN, Maker
from benchmarks.judge.declared import Declared, Files, Place, anonymous, request_body
from benchmarks.judge.naming import filled, first_row, identify, keys, noun_of, renamed
from benchmarks.judge.people import PASSWORD, People, Person, find, json_of, login_values
from benchmarks.judge.references import parts
from benchmarks.judge.requests import STYLES, Sent, Style, Want

Json = Any
DEPTH = 5
ROLES = ("agent", "staff", "manager", "moderator", "editor", "operator", "seller", "teacher")
OF_AN_ADDRESS = re.compile(r"forgot|reset|recover|resend|verif", re.I)
"""Paths by which somebody speaks of an address that is known already."""
USER_PARAMETER = re.compile(r"^(user_?id|userId|uid|owner_?id|account_?id|customer_?id)$")


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
    bosses: dict[str, Person] = field(default_factory=dict)
    """By the role that they have, none for plain administrators."""

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
        sent = Sent(operation, path, body, answer, person, values)
        if sent.succeeded and operation.method == "post" and isinstance(sent.json, dict):
            self.made[operation.key, person.subject] = sent.json
        return sent

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
        found = await self._id_of(Want(operation, prefix, noun, name, person, known, depth))
        if found is not None:
            return str(found)
        if USER_PARAMETER.match(name):
            return person.subject
        return self._any(operation, name)

    async def _id_of(self, want: Want) -> Json:
        if want.depth > DEPTH:
            return None
        for creator in self._creators(want):
            if creator is want.operation:
                continue
            row = await self.row(creator, want.person, want.known, want.depth + 1)
            # Who may have one only has it from before.
            row = row or self.made.get((creator.key, want.person.subject))
            found = identify(row, want.name, want.noun)
            if found is not None:
                return found
        return await self._listed_or_seeded(want)

    def _creators(self, want: Want) -> list[Declared]:
        """Operations that make such rows: at the very path, then wherever the noun is the same."""
        makers = [each for each in self.operations if each.method in ("post", "put")]
        makers = [each for each in makers if each.successes]
        exact = [each for each in makers if anonymous(each.path) == anonymous(want.prefix)]
        stem = rows.singular(re.sub(r"_?[iI]d$", "", want.name)) or want.noun
        same = [
            each
            for each in makers
            if noun_of(each.path) in (want.noun, stem) and not each.path.endswith("}")
        ]
        return list({each.key: each for each in [*exact, *same]}.values())

    async def row(
        self,
        creator: Declared,
        person: Person,
        known: Mapping[str, str],
        depth: int = 0,
        told: str = "",
    ) -> Json:
        """A new row made by a creating operation; None where it makes none."""
        shared = {name: value for name, value in known.items() if "{" + name + "}" in creator.path}
        for style in (replace(each, told=told) for each in STYLES):
            sent = await self.attempt(creator, person, shared, style, depth)
            if sent.succeeded:
                return sent.json
            if sent.status == 403 and not person.admin:
                boss = await self.administrator(creator)
                sent = await self.attempt(creator, boss, shared, style, depth)
                if sent.succeeded:
                    return sent.json
            if sent.status in (401, 404, 501):
                break
        return None

    async def administrator(self, operation: Declared) -> Person:
        """Whoever may do it: an administrator, or in the role that the path speaks of."""
        named = (each for each in operation.path.split("/") if rows.singular(each) in ROLES)
        role = rows.singular(next(named, ""))
        if role not in self.bosses:
            self.bosses[role] = await self.people.somebody(admin=True, role=role)
        return self.bosses[role]

    async def _listed_or_seeded(self, want: Want) -> Json:
        lister = self.operation("GET", want.prefix)
        if lister is not None:
            sent = await self.attempt(lister, want.person, want.known, depth=DEPTH)
            row = first_row(sent.json) if sent.succeeded else None
            found = identify(row, want.name, want.noun)
            if found is not None:
                return found
        table = rows.table_of(want.noun) if want.noun else None
        table = table if table is not None else rows.table_of(re.sub(r"_?[iI]d$", "", want.name))
        if table is None:
            return None
        known = {"subject": want.person.subject} | dict(want.known)
        plain = not re.search("id$", want.name, re.I)
        if plain and any(_names_it(each, want.name) for each in want.operation.parameters):
            known[want.name] = self._any(want.operation, want.name)
        written = rows.seed(self.booted.database, table, known)
        if written is not None and plain:
            return _stored(self.booted, table, want.name, written)
        return written

    def written(self, missed: Sent) -> bool:
        """Writes the row that is missed into its table: what only a hook would make."""
        table = rows.table_of(noun_of(missed.operation.path))
        if table is None or missed.operation.path.endswith("}"):
            return False
        known = {"subject": missed.person.subject}
        for name, value in missed.ids.items():
            noun = noun_of(missed.operation.path.split("{" + name + "}")[0])
            known[f"{noun}_id" if name == "id" else name] = value
        return rows.seed(self.booted.database, table, known) is not None

    def _any(self, operation: Declared, name: str) -> str:
        for place in operation.parameters:
            if _names_it(place, name):
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
                known = self._known(name, person, self._mailed(operation, (name,), person), ids)
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
        elif OF_AN_ADDRESS.search(operation.path):
            known |= {name: text for name, text in person.credentials.items() if "mail" in name}
        names = Maker(self.files).schema(schema)[0].get("properties") or {}
        known |= self._mailed(operation, names, person)
        if "version" in names:
            version = await self._version(operation, person, ids, "version")
            known |= {"version": int(version)} if version.isdigit() else {}
        maker = Maker(
            self.files,
            known=lambda name, _node: self._known(name, person, known, {}),
            examples=style.examples,
            exact=style.exact,
            optional=style.optional,
            told=style.told,
            counter=self.counter,
        )
        body = maker.value(schema)
        if "json" in form:
            return body, {"json": body}
        if "multipart" in form:
            return body, parts(maker, schema, body)
        return body, {"data": body}

    def _mailed(self, operation: Declared, names: Iterable[str], person: Person) -> dict[str, Json]:
        """The token of a letter, where one is asked for that no sign-in gives."""
        wanted = [each for each in names if re.fullmatch(r"\w*token", each, re.I)]
        if len(wanted) != 1 or self._known(wanted[0], person, {}, {}) is not UNKNOWN:
            return {}
        token = self.booted.mailbox.token(operation.path)
        return {wanted[0]: token} if token else {}

    def _known(
        self, name: str, person: Person, known: Mapping[str, Json], ids: Mapping[str, str]
    ) -> Json:
        if name in known:
            return known[name]
        if name in ids:
            return ids[name]
        for store in (person.tokens, person.credentials) if "oken" in name else ():
            for key, value in store.items():
                if key.lower().replace("_", "") == name.lower().replace("_", ""):
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
        for name, (node, required) in references.id_properties(maker, schema).items():
            if name in ids:
                found[name] = ids[name]
            elif USER_PARAMETER.match(name):
                found[name] = person.subject
            elif depth < DEPTH and (required or depth == 0):
                prefix, noun = self._meant(operation, name)
                value = await self._id_of(
                    Want(operation, prefix, noun, name, person, ids, depth + 1)
                )
                if value is not None:
                    found[name] = references.typed(value, node)
                elif references.nullable(node):
                    found[name] = None
        return found

    def _meant(self, operation: Declared, name: str) -> tuple[str, str]:
        """Path and noun of the rows that a property names: `ordered_ids` sent to `/x/reorder` are
        rows of `/x`."""
        stem = rows.singular(re.sub(r"(_?ids?|Ids?)$", "", name))
        known = {noun_of(each.path) for each in self.operations if each.method == "post"}
        above = operation.path.rpartition("/")[0]
        if stem in known or rows.table_of(stem) is not None or not references.many(name):
            return stem, stem
        return above, noun_of(above)


def _names_it(place: Place, name: str) -> bool:
    return bool(place.node.get("in") == "path" and place.node.get("name") == name)


def _stored(booted: Booted, table: sa.Table, name: str, key: Json) -> Json:
    column = next((table.c[each] for each in keys(name, "") if each in table.c), None)
    if column is None:
        return str(key) if isinstance(key, UUID) else key
    primary = next(iter(table.primary_key.columns))
    with rows.engine(booted.database).connect() as connection:
        return connection.execute(sa.select(column).where(primary == key)).scalar()
