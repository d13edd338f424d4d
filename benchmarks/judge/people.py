"""Callers: registered through the API where it can be done, else with a token of our own making."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any
from uuid import uuid4

from httpx2 import Response
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from benchmarks.judge import rows
from benchmarks.judge.application import Booted, claims_for, secret_of, signed
from benchmarks.judge.bodies import UNKNOWN, Maker
from benchmarks.judge.declared import Declared, Files, request_body

Json = Any
PASSWORD = "Teapot-2031x!"  # noqa: S105 - of callers that exist for one run
HASH = PasswordHash([Argon2Hasher(memory_cost=8192, time_cost=1)]).hash(PASSWORD)
"""Of callers whose rows we write, so that they can sign in."""
REGISTER = re.compile(r"(register|sign-?up|signup|users|accounts|customers)/?$", re.I)
LOGIN = re.compile(r"(log-?in|sign-?in|token|sessions?|jwt/login|authenticate)/?$", re.I)


@dataclass
class Person:
    """Somebody who calls."""

    subject: str
    headers: dict[str, str]
    credentials: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    admin: bool = False


@dataclass
class People:
    """Makes callers of a booted backend."""

    booted: Booted
    files: Files
    operations: Sequence[Declared]
    numbers: "count[int]" = field(default_factory=lambda: count(1))
    integers: bool = False
    """The subject of tokens is a number."""

    @property
    def register(self) -> Declared | None:
        return next((each for each in self.operations if self._takes(each, REGISTER)), None)

    @property
    def login(self) -> Declared | None:
        return next((each for each in self.operations if self._takes(each, LOGIN)), None)

    def _takes(self, operation: Declared, rule: re.Pattern[str]) -> bool:
        found = request_body(self.files, operation)
        if operation.method != "post" or not rule.search(operation.path) or found is None:
            return False
        schema, _ = Maker(self.files).schema(found[1])
        return any("password" in name.lower() for name in schema.get("properties") or {})

    async def somebody(self, *, admin: bool = False, role: str = "") -> Person:
        """A new caller; an administrator if asked for, of that role where tokens tell it."""
        if self.login is not None and self.register is not None:
            person = await self._registered(self.register, self.login)
            if person is not None:
                if not admin:
                    return person
                rows.promote(self.booted.database, person.subject)
                person.admin = True
                return await self._again(person, self.login) or person
        return self.forged(admin=admin, role=role)

    def forged(self, *, admin: bool = False, role: str = "") -> Person:
        """A caller whose token we sign with the backend's own key, and whose row we write."""
        number = next(self.numbers)
        subject = str(number) if self.integers else str(uuid4())
        name = f"forged{number}"
        known = {"email": f"{name}@example.com", "username": name, "user_name": name}
        for table in rows.users():
            key = next(iter(table.primary_key.columns)).name
            own = known | dict.fromkeys(rows.passwords(table), HASH) | {key: subject}
            written = rows.seed(self.booted.database, table, own)
            subject = str(written) if written is not None else subject
        rows.open_accounts(self.booted.database)
        if admin:
            rows.promote(self.booted.database, subject)
        role = (role or rows.admin_role()) if admin else ""
        secret = secret_of(self.booted.variables)
        token = signed(claims_for(subject, role, self.booted.variables), secret) if secret else ""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        return Person(subject, headers, known, {"access_token": token}, admin)

    async def _registered(self, register: Declared, login: Declared) -> Person | None:
        number = next(self.numbers)
        known = {"email": f"caller{number}@example.com", "username": f"caller{number}"}
        answer = await self._post(register, known)
        if answer is None or answer[0] >= 300:
            return None
        rows.open_accounts(self.booted.database)
        sent = answer[2]
        credentials = {name: str(value) for name, value in sent.items() if isinstance(value, str)}
        subject = str(find(answer[1], ("id", "user_id", "userId", "uuid", "sub")) or "")
        return await self._again(Person(subject, {}, credentials), login)

    async def _again(self, person: Person, login: Declared) -> Person | None:
        answer = await self._post(login, login_values(person.credentials))
        if answer is None or answer[0] >= 300:
            return None
        tokens = {name: value for name, value in strings(answer[1]) if "token" in name.lower()}
        access = first(tokens, ("access_token", "accessToken", "token", "jwt")) or _only(tokens)
        if access:
            person.headers = {"Authorization": f"Bearer {access}"}
        elif answer[3]:
            person.headers = {"Cookie": answer[3]}
        person.tokens = tokens
        person.subject = person.subject or str(find(answer[1], ("id", "user_id", "userId")) or "")
        return person

    async def _post(
        self, operation: Declared, values: Mapping[str, str]
    ) -> tuple[int, Json, dict[str, Json], str] | None:
        found = request_body(self.files, operation)
        if found is None:
            return None
        form, schema = found
        maker = Maker(self.files, known=lambda name, _node: known_value(name, values))
        body = maker.value(schema)
        options = {"data": body} if "form" in form else {"json": body}
        answer = await self.booted.send("POST", operation.path, **options)
        cookies = "; ".join(f"{name}={value}" for name, value in answer.cookies.items())
        return answer.status_code, json_of(answer), body, cookies


def _only(tokens: Mapping[str, str]) -> str:
    """The one token that is no refresh token, whatever it is called: `session_token`."""
    found = {
        value for name, value in tokens.items() if not re.search("refresh|csrf|type", name, re.I)
    }
    return found.pop() if len(found) == 1 else ""


def known_value(name: str, values: Mapping[str, str]) -> Json:
    lowered = name.lower().replace("_", "")
    for key, value in values.items():
        if key.lower().replace("_", "") == lowered:
            return value
    return PASSWORD if "password" in lowered else UNKNOWN


def login_values(credentials: Mapping[str, str]) -> dict[str, str]:
    """Credentials under every name that a login may ask for them by."""
    mail = next((value for name, value in credentials.items() if "mail" in name.lower()), "")
    name = next((value for key, value in credentials.items() if "user" in key.lower()), mail)
    return {"email": mail or name, "username": name, "identifier": mail or name, "login": name}


def json_of(answer: Response) -> Json:
    try:
        return answer.json()
    except ValueError:
        return None


def strings(value: Json) -> list[tuple[str, str]]:
    """Every named string of a JSON value, outermost first."""
    found: list[tuple[str, str]] = []
    inner: list[Json] = [value]
    for each in inner:
        if isinstance(each, dict):
            found += [(name, text) for name, text in each.items() if isinstance(text, str)]
            inner += [part for part in each.values() if isinstance(part, (dict, list))]
        elif isinstance(each, list):
            inner += each
    return found


def find(value: Json, names: Sequence[str]) -> Json:
    """The first of the names that a JSON value has, outermost first."""
    inner: list[Json] = [value]
    for each in inner:
        if isinstance(each, dict):
            for name in names:
                if isinstance(each.get(name), (str, int)) and not isinstance(each[name], bool):
                    return each[name]
            inner += [part for part in each.values() if isinstance(part, dict)]
    return None


def first(values: Mapping[str, str], names: Sequence[str]) -> str:
    return next((values[name] for name in names if values.get(name)), "")
