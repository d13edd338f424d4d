"""Who issues tokens, what they hold, and how long they are good for."""

import re
from collections import Counter
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft, OperationDraft
from backwright.contract.binding.gather import properties
from backwright.contract.binding.workbench import Workbench, decided, standard, written
from backwright.contract.entities import Auto, Ownership
from backwright.contract.model import Origin
from backwright.contract.operations import AssignKind, Credentials, Purpose
from backwright.contract.policies import Auth, Issuer, PasswordRule
from backwright.read.facts import SentenceFact, SentenceKind
from backwright.shape import Kind, Shape

_LIFETIMES: Final = {
    "access": ("900", "1800", "3600", "86400"),
    "refresh": ("604800", "86400", "2592000"),
}
"""In seconds, the usual first."""
_BOUNDS: Final = ("8-128", "12-128")
_SECRETS: Final = {
    "better_auth": "BETTER_AUTH_SECRET", "supabase": "SUPABASE_JWT_SECRET",
    "auth0": "AUTH0_SECRET", "clerk": "CLERK_SECRET_KEY",
}  # fmt: skip
_CLASSES: Final = ("lower", "upper", "digit", "special", "letter")
_VARIABLE: Final = re.compile(r"[A-Z][A-Z0-9_]{2,60}")


def settle(work: Workbench) -> None:
    protected = [d for d in work.operations if d.access.credentials is Credentials.REQUIRED]
    login = next((d for d in work.operations if d.purpose is Purpose.LOGIN), None)
    if login is not None:
        _own(work, login)
    elif protected:
        _external(work, protected)
    else:
        work.auth = Auth(Issuer.NONE)


def _own(work: Workbench, login: OperationDraft) -> None:
    user = work.entities[work.user]
    body = login.fact.body
    refresh = "refresh_token" in work.tokens
    hashed, active = user.auto(Auto.PASSWORD_HASH), _active(user)
    declared = written(login.fact.statement, login.fact.span)
    work.origin(aspects.auth("issuer"), declared)
    work.origin(aspects.auth("subject"), standard("RFC 7519 §4.1.2"))
    work.origin(aspects.auth("algorithm"), standard("RFC 7518 §3.2"))
    work.origin(aspects.auth("hashing"), declared)
    if active is not None:
        work.origin(aspects.auth("active"), active.origin)
    work.auth = Auth(
        issuer=Issuer.OWN,
        user=user.name,
        login=_login_column(work, login),
        password=hashed.name if hashed is not None else "password_hash",
        role=_role(work, user),
        active=active.name if active is not None else "",
        subject_kind=_kind(user.key.shape),
        secret_variable=_secret(work, "JWT_SECRET"),
        access_seconds=_seconds(work, "access"),
        refresh_seconds=_seconds(work, "refresh") if refresh else 0,
        token_url=login.fact.path,
        token_form=body is not None and "urlencoded" in body.content_type,
        password_rule=_password(work),
        mailed=tuple(work.mailed),
    )


def _login_column(work: Workbench, login: OperationDraft) -> str:
    body = login.fact.body
    made = work.inputs.get((body.shape.ref, work.user)) if body is not None else None
    assigns = made.assigns if made is not None else ()
    return next((each.name for each in assigns if each.kind is AssignKind.LOGIN), "email")


def _active(user: EntityDraft) -> ColumnDraft | None:
    for name in ("is_active", "active", "enabled", "is_enabled"):
        column = user.columns.get(name)
        if column is not None and column.shape.kind is Kind.BOOLEAN:
            return column
    return None


def _role(work: Workbench, user: EntityDraft) -> str:
    used = [role for draft in work.operations for role in draft.access.roles]
    known = user.columns.get("role")
    if known is not None:
        return "role"
    if not used:
        return ""
    values = tuple(dict.fromkeys(("user", *used)))
    work.choose("role_column", user.name, ("column",), note=", ".join(values))
    origin = decided(f"role_column/{user.name}")
    user.columns["role"] = ColumnDraft(
        "role", Shape(Kind.STRING, values=values), origin, required=True, default="user",
        auto=Auto.SYSTEM, modelled=False,
    )  # fmt: skip
    work.origin(aspects.column(user.name, "role"), origin)
    work.origin(aspects.constraint(user.name, "role", "enum"), origin)
    work.origin(aspects.constraint(user.name, "role", "default"), origin)
    return "role"


def _kind(shape: Shape) -> str:
    return {Kind.UUID: "uuid", Kind.INTEGER: "integer"}.get(shape.kind, "string")


def _seconds(work: Workbench, which: str) -> int:
    aspect = aspects.auth(f"{which}_lifetime")
    names = (which, "session") if which == "access" else (which,)
    for fact in work.sentences(SentenceKind.TOKEN_LIFETIME):
        if fact.value in names and fact.seconds:
            work.says(aspect, fact)
            return fact.seconds
    taken = work.choose("token_lifetime", which, _LIFETIMES[which], note=which)
    work.origin(aspect, decided(f"token_lifetime/{which}"))
    return int(taken)


def _password(work: Workbench) -> PasswordRule:
    """The strictest of all sentences and bodies."""
    low, high, classes = 0, 0, []
    origins: list[Origin] = []
    for fact in work.sentences(SentenceKind.PASSWORD):
        low = max(low, int(fact.minimum or 0))
        high = int(fact.maximum or 0) or high
        classes += [each for each in _CLASSES if each in map(str, fact.values)]
        origins.append(written(fact.statement, fact.span))
    for draft in work.operations:
        if draft.purpose is Purpose.REGISTER and draft.fact.body is not None:
            for each in properties(work, draft.fact.body.shape):
                if "password" in each.name.lower():
                    low = max(low, each.shape.min_length or 0)
                    high = high or each.shape.max_length or 0
                    origins.append(written(draft.fact.statement, each.span or draft.fact.span))
    if not low or not high:
        least, most = work.choose("password_bounds", "", _BOUNDS).split("-")
        low, high = low or int(least), high or int(most)
        origins.append(decided("password_bounds"))
    for origin in origins:
        work.origin(aspects.auth("password"), origin)
    return PasswordRule(low, high, tuple(dict.fromkeys(classes)))


def _secret(work: Workbench, usual: str) -> str:
    aspect = aspects.auth("secret")
    for directive in work.facts.directives:
        if directive.name == "secret_variable" and _VARIABLE.fullmatch(directive.value.strip()):
            work.origin(aspect, written(directive.statement, directive.span))
            return directive.value.strip()
    work.origin(aspect, standard("RFC 7515 §3"))
    return usual


def _external(work: Workbench, protected: list[OperationDraft]) -> None:
    issuer = _issuer(work)
    usual = _SECRETS.get(str(issuer.value), "JWT_SECRET") if issuer is not None else "JWT_SECRET"
    aspect = aspects.auth("issuer")
    if issuer is not None:
        work.says(aspect, issuer)
    else:
        first = protected[0].fact
        work.origin(aspect, written(first.statement, first.span))
    work.origin(aspects.auth("subject"), standard("RFC 7519 §4.1.2"))
    work.origin(aspects.auth("algorithm"), standard("RFC 7518 §3.2"))
    kinds = Counter(
        _kind(draft.columns[draft.owner.column].shape)
        for draft in work.entities.values()
        if draft.owner.kind is Ownership.COLUMN
    )
    kind = kinds.most_common(1)[0][0] if kinds else "string"
    used = any(draft.access.roles for draft in work.operations)
    work.auth = Auth(
        issuer=Issuer.EXTERNAL,
        role="role" if used else "",
        subject_kind=kind,
        secret_variable=_secret(work, usual),
    )


def _issuer(work: Workbench) -> SentenceFact | None:
    named = [each for each in work.sentences(SentenceKind.TOKEN_ISSUER) if each.value != "own"]
    named.sort(key=lambda each: str(each.value) not in _SECRETS)
    return named[0] if named else None
