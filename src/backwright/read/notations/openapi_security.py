"""Who may call an operation, as a document declares it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from backwright.diagnostics import reading_openapi as diagnostics
from backwright.read.facts import SecuritySchemeFact
from backwright.read.nodes import Listed, Mapped, Node, Scalars, span_of
from backwright.read.notations.openapi_references import Library, shown

_ROLES: Final = (
    "x-role", "x-roles", "x-required-role", "x-required-roles", "x-allowed-roles",
    "x-permission", "x-permissions",
)  # fmt: skip
_ROLE: Final = re.compile(r"[A-Za-z][A-Za-z_-]{1,39}")
_NO_ROLES: Final = frozenset(
    ("read", "write", "openid", "profile", "email", "offline_access", "api", "basic", "all", "user")
)
"""Scopes of one word that say nothing about whose they are."""


@dataclass(frozen=True, slots=True)
class Security:
    required: bool | None
    optional: bool
    schemes: tuple[str, ...]
    roles: tuple[str, ...]


def security(library: Library, operation: Mapped, document: Mapped, place: str) -> Security:
    """The operation's own word, else the document's."""
    owner = operation if "security" in operation.entries else document
    options = owner.listed("security")
    stated = isinstance(owner.get("security"), Listed)
    names: dict[str, None] = {}
    roles = dict.fromkeys(_declared_roles(operation))
    for option in options:
        for name, scopes in option.pairs() if isinstance(option, Mapped) else ():
            names[name] = None
            for scope in _words(scopes):
                if _ROLE.fullmatch(scope) and scope.lower() not in _NO_ROLES:
                    roles[scope] = None
                else:
                    span = span_of(scopes)
                    library.report(
                        diagnostics.NO_ROLE.at(span, scope=shown(scope)[1:-1], operation=place)
                    )
    anonymous = any(isinstance(each, Mapped) and not each.entries for each in options)
    optional = anonymous and bool(names)
    required = None if optional or not stated else bool(names)
    return Security(required, optional, tuple(names), tuple(roles))


def _declared_roles(operation: Mapped) -> Iterator[str]:
    for name in _ROLES:
        found = operation.get(name)
        if found is not None:
            yield from (each for each in _words(found) if _ROLE.fullmatch(each))


def _words(node: Node) -> Iterator[str]:
    for each in node.items if isinstance(node, Listed) else (node,):
        if isinstance(each, Scalars) and isinstance(each.value, str) and each.value:
            yield each.value


def schemes(library: Library, section: Mapped | None) -> Iterator[SecuritySchemeFact]:
    for name, node in section.pairs() if section is not None else ():
        scheme = library.resolve(node)
        if scheme is None or section is None:
            continue
        statement = library.said.get(id(section.keys[name]))
        span = statement.span if statement is not None else span_of(node)
        kind, parameter = _kind(scheme)
        yield SecuritySchemeFact(name, kind, span, parameter)


def _kind(scheme: Mapped) -> tuple[str, str]:
    """The kind, and the header, the cookie or the URL that belongs to it."""
    written = scheme.text("type").lower()
    if written in ("http", "basic"):
        word = scheme.text("scheme").lower() or written
        return (word if word in ("bearer", "basic") else "other"), ""
    if written == "apikey":
        name, place = scheme.text("name"), scheme.text("in").lower()
        if place == "cookie":
            return "cookie", name
        return ("bearer" if name.lower() == "authorization" else "api_key"), name
    if written == "oauth2":
        flows = scheme.mapped("flows")
        password = flows.mapped("password") if flows is not None else None
        if password is not None:
            return "oauth2_password", password.text("tokenUrl")
        if scheme.text("flow") == "password":
            return "oauth2_password", scheme.text("tokenUrl")
    return "other", ""
