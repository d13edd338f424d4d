"""An emitted backend, started in this process, and its database looked at from outside."""

import base64
import hashlib
import hmac
import importlib
import json
import os
import re
import secrets
import sys
import time
import tomllib
from asyncio import wait_for
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from httpx2 import ASGITransport, AsyncClient, Response

from benchmarks.judge.mailbox import Mailbox

Json = Any
ANSWER_SECONDS = 20
PREFERRED = ("app/main.py", "main.py", "src/main.py", "src/app/main.py", "api/main.py")


def environment(backend: Path, database: Path) -> dict[str, str]:
    """The backend's own `.env`, with the database moved to the file and a secret if none is set."""
    found: dict[str, str] = {}
    for name in (".env.example", ".env"):
        file = backend / name
        for line in file.read_text("utf-8").splitlines() if file.is_file() else ():
            key, equals, value = line.partition("=")
            if equals and re.fullmatch(r"\s*[A-Z][A-Z0-9_]*\s*", key):
                found[key.strip()] = value.strip().strip("\"'")
    for key, value in found.items():
        if "sqlite" in value or re.search(r"DATABASE|DB_UR[LI]|DSN", key):
            found[key] = f"sqlite+aiosqlite:///{database}"
        elif not value and re.search(r"SECRET|_KEY", key):
            found[key] = hashlib.sha256(key.encode()).hexdigest()
    found.setdefault("DATABASE_URL", f"sqlite+aiosqlite:///{database}")
    return {key: value for key, value in found.items() if value or "SECRET" not in key}


def secret_of(variables: Mapping[str, str]) -> str:
    """The key that signs tokens, as far as its variable's name tells; empty if there is none."""
    order = (r"JWT", r"AUTH.*SECRET|TOKEN.*SECRET", r"SECRET", r"_KEY$")
    for rule in order:
        for key, value in variables.items():
            if re.search(rule, key) and re.search(r"SECRET|KEY", key) and len(value) >= 16:
                return value
    return ""


def signed(claims: Mapping[str, Json], secret: str) -> str:
    """An HS256 token."""

    def part(value: bytes) -> str:
        return base64.urlsafe_b64encode(value).rstrip(b"=").decode()

    head = part(json.dumps({"alg": "HS256", "typ": "JWT"}).encode())
    body = part(json.dumps(dict(claims)).encode())
    mac = hmac.new(secret.encode(), f"{head}.{body}".encode(), hashlib.sha256).digest()
    return f"{head}.{body}.{part(mac)}"


def claims_for(subject: str, role: str, variables: Mapping[str, str]) -> dict[str, Json]:
    now = int(time.time())
    made: dict[str, Json] = {"sub": subject, "iat": now - 5, "exp": now + 3000}
    made |= {"email": f"{subject[-6:]}@example.com", "type": "access", "jti": secrets.token_hex(8)}
    made |= {"name": "Ada", "user_id": subject, "id": subject, "userId": subject}
    if role:
        made |= {"role": role, "roles": [role], "app_metadata": {"role": role}}
    for key, value in variables.items():
        if re.search(r"AUDIENCE|_AUD$", key) and value:
            made["aud"] = value
        if re.search(r"ISSUER|_ISS$", key) and value:
            made["iss"] = value
    return made


def find_module(backend: Path) -> str:
    """The module that holds the application, as `package.module:name`."""
    project = backend / "pyproject.toml"
    stated = tomllib.loads(project.read_text("utf-8")) if project.is_file() else {}
    entry = stated.get("tool", {}).get("fastapi", {}).get("entrypoint")
    if isinstance(entry, str) and ":" in entry:
        return entry
    files = [backend / each for each in PREFERRED]
    files += sorted(each for each in backend.rglob("*.py") if "tests" not in each.parts)
    for file in files:
        if not file.is_file():
            continue
        found = re.search(
            r"^(\w+)(?:: *[\w.]+)? *= *(?:FastAPI\(|create_app\()", file.read_text(), re.M
        )
        if found:
            parts = file.relative_to(backend).with_suffix("").parts
            return ".".join(parts) + ":" + found.group(1)
    return ""


@dataclass
class Booted:
    """A running application and where its rows are."""

    app: Any
    openapi: Json
    variables: Mapping[str, str]
    database: Path
    requests: int = 0
    mailbox: Mailbox = field(default_factory=Mailbox)

    async def send(self, method: str, path: str, **options: Json) -> Response:
        """One request from an address of its own, so that limits of addresses do not count."""
        self.requests += 1
        place = (self.requests // 62500 % 250, self.requests // 250 % 250, self.requests % 250 + 1)
        address = "10." + ".".join(map(str, place))
        transport = ASGITransport(self.app, raise_app_exceptions=False, client=(address, 40000))
        async with AsyncClient(transport=transport, base_url="http://test") as client:
            answer = await wait_for(client.request(method, path, **options), ANSWER_SECONDS)
            await answer.request.aread()  # a form is a stream; whoever shows it wants its text
            return answer


@asynccontextmanager
async def boot(
    backend: Path, variables: Mapping[str, str], database: Path
) -> AsyncIterator[Booted]:
    """The application of a migrated backend (an absolute path); raises what its start raises."""
    os.environ.update(variables)
    sys.path.insert(0, str(backend))
    os.chdir(backend)
    module, _, name = find_module(backend).partition(":")
    if not module:
        message = "no module of the backend makes a FastAPI application"
        raise RuntimeError(message)
    app = getattr(importlib.import_module(module), name)
    async with app.router.lifespan_context(app):
        booted = Booted(app, None, variables, database)
        booted.mailbox.stand_in(backend)
        answer = await booted.send("GET", getattr(app, "openapi_url", None) or "/openapi.json")
        if answer.status_code != 200:
            message = f"/openapi.json answers {answer.status_code}"
            raise RuntimeError(message)
        booted.openapi = answer.json()
        yield booted
