"""`app/core/security.py`: passwords and tokens, as far as the contract needs them.

Refresh tokens are random and kept as hashes, so that none of them can pass for an access token.
"""

from collections.abc import Iterator
from typing import Final

from backwright.contract import aspects
from backwright.contract.model import Contract
from backwright.contract.policies import Issuer
from backwright.emit.fastapi import subjects
from backwright.emit.fastapi.module import Module
from backwright.emit.templates import literal, render
from backwright.plan import needs
from backwright.plan.model import GeneratedFile
from backwright.plan.names import core, file

KEYS: Final = {"HS": "OctKey", "RS": "RSAKey", "PS": "RSAKey", "ES": "ECKey", "Ed": "OKPKey"}
"""The class of joserfc's keys for a family of algorithms."""
_MODULE: Final = "app.core.security"
_UNITS: Final = (("days", 86_400), ("hours", 3_600), ("minutes", 60), ("seconds", 1))


def emit(contract: Contract) -> Iterator[GeneratedFile]:
    if not needs.tokens(contract):
        return
    own = needs.own_users(contract)
    module = Module(_MODULE, "Passwords and access tokens." if own else "Whose token it is.")
    module.add("\n".join(_constants(contract, module)))
    module.add(_own(contract, module) if own else _external(contract, module))
    yield GeneratedFile(file(_MODULE), module.text(), part="core", built=_built(contract))


def key_class(contract: Contract) -> str:
    return KEYS.get(contract.auth.algorithm[:2], "OctKey")


def duration(seconds: int) -> str:
    """`timedelta(minutes=15)`, in the largest unit that fits."""
    unit, size = next((unit, size) for unit, size in _UNITS if seconds % size == 0)
    return f"timedelta({unit}={seconds // size})"


def _constants(contract: Contract, module: Module) -> Iterator[str]:
    auth = contract.auth
    module.use_from("joserfc", "jwt")
    module.use_from("joserfc.errors", "JoseError")
    module.use_from("joserfc.jwk", key_class(contract))
    module.use_from("joserfc.jwt", "JWTClaimsRegistry")
    module.use_from("dataclasses", "dataclass")
    module.use(core("errors", "Unauthorized"))
    yield f"ALGORITHM = {literal(auth.algorithm)}"
    if auth.issuer is Issuer.OWN:
        module.use_from("datetime", "timedelta")
        yield f"TOKEN_LIFETIME = {duration(auth.access_seconds)}"
    if needs.refresh_tokens(contract):
        yield f"REFRESH_LIFETIME = {duration(auth.refresh_seconds)}"
    for each in needs.mailed_tokens(contract):
        if needs.sends(contract, each.proves):
            yield f"{each.proves.upper()}_LIFETIME = {duration(each.seconds)}"
    for name, value in (("ISSUER", auth.token_issuer), ("AUDIENCE", auth.audience)):
        if value:
            yield f"{name} = {literal(value)}"
    yield f"CLAIMS = JWTClaimsRegistry({', '.join(_claims(contract))})"


def _claims(contract: Contract) -> Iterator[str]:
    """What each token must say; `nbf` and `iat` are looked at where they are said."""
    auth, essential = contract.auth, '{"essential": True}'
    yield f"exp={essential}"
    if auth.subject.isidentifier():
        yield f"{auth.subject}={essential}"
    else:
        yield f"**{{{literal(auth.subject)}: {essential}}}"
    if auth.token_issuer:
        yield 'iss={"essential": True, "value": ISSUER}'
    if auth.audience:
        yield 'aud={"essential": True, "value": AUDIENCE}'


def _own(contract: Contract, module: Module) -> str:
    module.use_module("os")
    module.use_from("anyio", "CapacityLimiter", "to_thread")
    module.use_from("pwdlib", "PasswordHash")
    module.use_from("pwdlib.hashers.argon2", "Argon2Hasher")
    module.use(core("db", "utcnow"))
    if needs.refresh_tokens(contract) or needs.mailed_tokens(contract):
        module.use_module("secrets")
        module.use_from("hashlib", "sha256")
    if needs.sessions(contract):
        module.use_from("uuid", "UUID")
    stated = (
        ("iss", "ISSUER", contract.auth.token_issuer),
        ("aud", "AUDIENCE", contract.auth.audience),
    )
    return render(
        "core/security_own.py.jinja",
        **_shared(contract, module),
        stated=[(name, constant) for name, constant, value in stated if value],
        refresh=needs.refresh_tokens(contract),
        mailed=bool(needs.mailed_tokens(contract)),
        sessions=needs.sessions(contract),
    )


def _external(contract: Contract, module: Module) -> str:
    role = tuple(each for each in contract.auth.role.split(".") if each)
    if role:
        module.use_from("typing", "Any")
    return render("core/security_external.py.jinja", **_shared(contract, module), role=role)


def _shared(contract: Contract, module: Module) -> dict[str, object]:
    subject = subjects.subject(contract)
    if subject.type == "UUID":
        module.use_from("uuid", "UUID")
    return {
        "subject": contract.auth.subject,
        "id_type": subject.type,
        "subject_doc": subject.doc,
        "subject_lines": subject.lines,
        "parsed": subject.parsed,
        "key_type": key_class(contract),
        # A header with `"crit": 5` is a TypeError to joserfc, before it looks at the signature;
        # claims that are nested too deeply are a RecursionError.
        "refused": "(JoseError, RecursionError, TypeError, ValueError)",
    }


def _built(contract: Contract) -> tuple[str, ...]:
    found = ["issuer", "subject", "algorithm"]
    if needs.own_users(contract):
        found += ["hashing", "password", "access_lifetime"]
    if needs.refresh_tokens(contract):
        found.append("refresh_lifetime")
    found += [f"{each.proves}_lifetime" for each in needs.mailed_tokens(contract)]
    return tuple(aspects.auth(each) for each in found)
