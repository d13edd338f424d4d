"""`README.md` of the backend: how to run it, and what is left for people to do."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.contract.model import Contract
from backwright.emit.templates import render
from backwright.plan import environment, needs
from backwright.plan.account_names import send_hook
from backwright.plan.model import GeneratedFile
from backwright.plan.names import file, module

_MARKS: Final = re.compile(r"([\\`*_\[\]<>|])")


def emit(contract: Contract) -> Iterator[GeneratedFile]:
    secret = environment.secret(contract)
    text = render(
        "project/readme.md.jinja",
        title=_plain(_title(contract)),
        about=_about(contract),
        secret=secret.name if secret is not None else "",
        database=needs.database(contract),
        environment=[(each.name, each.doc) for each in environment.variables(contract)],
        notes=list(_notes(contract)),
        hooks=list(_hooks(contract)),
        senders=list(_senders(contract)),
    )
    yield GeneratedFile("README.md", text.rstrip() + "\n", part="project")


def _title(contract: Contract) -> str:
    title = contract.title.strip() or "Backend"
    return title if title.lower().endswith(("backend", "api")) else f"{title} backend"


def _about(contract: Contract) -> str:
    said = _plain(contract.description).rstrip(".")
    where = ", ".join(f"`{each.replace('`', '')}`" for each in contract.features)
    if said and where:
        return f"{said}. As {where} describes it."
    return f"{said}." if said else f"The backend that {where} describes." if where else ""


def _notes(contract: Contract) -> Iterator[str]:
    if needs.database(contract):
        yield "Each worker opens up to 16 connections (`POOL_SIZE` in `app/core/db.py`)."
    if needs.rate_limit(contract):
        yield (
            "Rate limits are counted by each worker for itself, unless `REDIS_URL` names a Redis"
            " that they share. Behind a proxy, tell uvicorn whose word on addresses it may take"
            " (`--forwarded-allow-ips`)."
        )
    roles = sorted({role for each in contract.operations for role in each.access.roles})
    if roles:
        yield _roles(contract, roles)


def _roles(contract: Contract, roles: list[str]) -> str:
    auth = contract.auth
    spoken = ", ".join(f"`{_code(each)}`" for each in roles)
    if not needs.own_users(contract):
        return f"Roles ({spoken}) come with the claim `{_code(auth.role)}` of the tokens."
    user = contract.entity(auth.user)
    role = _code(str(roles[0]))
    changed = f"SET {auth.role} = '{role}' WHERE {auth.login} = '…'"
    return f"Nobody gives themselves a role ({spoken}): `UPDATE {user.table} {changed}`."


def _hooks(contract: Contract) -> Iterator[str]:
    for each in contract.operations:
        if each.hook:
            place = file(module(each.domain, "hooks"))
            why = _plain(each.needs or each.doc)
            ids = f" ({', '.join(each.statements)})" if each.statements else ""
            yield f"`{each.hook}` in `{place}`: {why}{ids}"


def _senders(contract: Contract) -> Iterator[str]:
    for each in needs.mailed_tokens(contract):
        if needs.sends(contract, each.proves):
            place = file(module(contract.entity(contract.auth.user).domain, "hooks"))
            yield f"`{send_hook(each.proves)}` in `{place}`"


def _plain(text: str) -> str:
    """Somebody's words as words: no mark-up of theirs takes effect here."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def _code(text: str) -> str:
    return " ".join(text.replace("`", "'").replace("|", "/").split())
