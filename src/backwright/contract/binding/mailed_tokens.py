"""Tokens that are sent to an address: where they are kept, for how long, what they prove."""

import re
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft, OperationDraft
from backwright.contract.binding.lookups import foreign_key
from backwright.contract.binding.workbench import Workbench, decided, written
from backwright.contract.entities import Auto
from backwright.contract.model import Origin
from backwright.contract.names import key, table_name
from backwright.contract.operations import Purpose
from backwright.contract.policies import MailedToken, Proves
from backwright.read.facts import SentenceFact, SentenceKind, StatementKind
from backwright.shape import ABSENT, Kind, Shape
from backwright.source import Span

_HASH: Final = 64
"""Hexadecimal digits of a SHA-256."""
_HELD: Final = {
    "token": ("token_hash", "hashed_token", "token_digest", "token", "reset_token",
              "verification_token", "code"),
    "expires": ("expires_at", "expiry", "expires", "expiration", "expires_on", "valid_until"),
    "used": ("used", "is_used", "consumed", "is_consumed"),
    "used_at": ("used_at", "consumed_at"),
}  # fmt: skip
_VERIFIED: Final = (
    "email_verified", "is_email_verified", "is_verified", "verified", "email_verified_at",
    "verified_at",
)  # fmt: skip
_TABLES: Final = {
    Proves.RESET: ("PasswordResetToken", "PasswordReset", "ResetToken", "PasswordResetRequest"),
    Proves.VERIFICATION: (
        "EmailVerificationToken", "VerificationToken", "EmailVerification", "EmailToken",
        "ConfirmationToken", "ActivationToken",
    ),
}  # fmt: skip
_LIFETIMES: Final = {
    Proves.RESET: ("3600", "900", "86400"),
    Proves.VERIFICATION: ("86400", "3600", "259200"),
}
_ABOUT: Final = {
    Proves.RESET: (Purpose.RESET_PASSWORD, Purpose.REQUEST_RESET),
    Proves.VERIFICATION: (Purpose.VERIFY, Purpose.REQUEST_VERIFICATION),
}
"""The operation that takes the token, and the one that only sends it."""
_ONE_ONLY: Final = re.compile(
    r"\b(?:invalidat|revok|replac|expir|cancel)\w*\b.{0,40}\b(?:previous|earlier|old|older|existing"
    r"|other|unused|prior)\b|\bonly the (?:latest|newest|most recent)\b|\bone active token\b",
    re.IGNORECASE,
)
_SENDS: Final = re.compile(r"\bMUST (?:\w+ )?(?:send|deliver)\b")
_REQUESTS: Final = re.compile(r"\b(?:request|forg[eo]t|re-?send|provide)", re.IGNORECASE)
_ASIDE: Final = re.compile(r"\b(?:expir|invalidat|not reveal|prevent)", re.IGNORECASE)
"""What a sentence says of tokens, not of what is done with them."""
_SHUT: Final = re.compile(
    r"\b(?:prevent|refus|reject|block|den(?:y|ies)|not allow|disallow)\w*\b.{0,30}\bunverified\b"
    r"|\bunverified\b.{0,60}\b(?:cannot|not|blocked|refused|rejected|denied)\b"
    r"|\bverif\w+\b.{0,50}\b(?:before|prior to|in order to)\b"
    r".{0,30}\b(?:log|sign)[- ]?(?:g?ing )?in",
    re.IGNORECASE,
)
_RULES: Final = (
    StatementKind.REQUIREMENT, StatementKind.MODEL_RULE, StatementKind.CLARIFICATION,
    StatementKind.EDGE_CASE,
)  # fmt: skip


def settle(work: Workbench) -> None:
    for proves, (takes, sends) in _ABOUT.items():
        taking = [each for each in work.operations if each.purpose is takes]
        sending = [each for each in work.operations if each.purpose is sends]
        if not taking:
            for each in sending:
                each.give_up("nothing takes the token that it sends")
            continue
        work.mailed.append(_mailed(work, proves, taking[0]))
        for each in (*taking, *sending):
            _tell(work, proves, each)


def _mailed(work: Workbench, proves: Proves, draft: OperationDraft) -> MailedToken:
    origin = written(draft.fact.statement, draft.fact.span)
    kept = _described(work, proves) or _made(work, proves, origin)
    held = {part: _column(kept, part) for part in _HELD}
    token, expires = held["token"], held["expires"]
    if token is None or expires is None:
        raise ValueError(f"{kept.name} keeps no token")
    _hashed(work, kept, token)
    expires.required = True
    used = held["used"]
    if used is not None and used.default is ABSENT:
        used.default = False
        work.origin(aspects.constraint(kept.name, used.name, "default"), used.origin)
    verified = _verified(work, origin) if proves is Proves.VERIFICATION else ""
    return MailedToken(
        proves=proves,
        entity=kept.name,
        token=token.name,
        user=foreign_key(kept, work.user),
        expires=expires.name,
        used=used.name if used is not None else "",
        used_at=held["used_at"].name if held["used_at"] is not None else "",
        seconds=_seconds(work, proves),
        replaces=_replaces(work, proves, kept),
        verified=verified,
        shuts=bool(verified) and _shuts(work),
    )


def _described(work: Workbench, proves: Proves) -> EntityDraft | None:
    """The data model's own table, if every column of it can be filled."""
    for name in _TABLES[proves]:
        found = work.entities.get(work.keys.get(key(name), ""))
        if found is not None and _fits(work, found):
            return found
    return None


def _fits(work: Workbench, entity: EntityDraft) -> bool:
    known = [_column(entity, part) for part in _HELD]
    user = entity.columns.get(foreign_key(entity, work.user))
    if known[0] is None or known[1] is None or user is None:
        return False
    filled = {each.name for each in (*known, user) if each is not None}
    return all(
        each.name in filled or each.primary or each.auto is not Auto.NONE
        or not each.required or each.default is not ABSENT
        for each in entity.columns.values()
    )  # fmt: skip


def _column(entity: EntityDraft, part: str) -> ColumnDraft | None:
    kinds = {
        "token": (Kind.STRING, Kind.UUID), "used": (Kind.BOOLEAN,),
    }.get(part, (Kind.DATETIME,))  # fmt: skip
    found = (entity.columns.get(name) for name in _HELD[part])
    return next((each for each in found if each is not None and each.shape.kind in kinds), None)


def _hashed(work: Workbench, entity: EntityDraft, token: ColumnDraft) -> None:
    """Whatever the column was thought to hold, it holds a hash: who reads the table gets in
    nowhere."""
    room = token.shape.max_length
    if token.shape.kind is not Kind.STRING or (room is not None and room < _HASH):
        token.shape = Shape(Kind.STRING, max_length=_HASH)
    token.required, token.unique, token.write_only = True, True, True
    token.auto = Auto.SYSTEM
    spans = (token.origin.span,) if token.origin.span is not None else ()
    work.choose("token_kept", f"{entity.name}.{token.name}", ("hashed",), spans=spans)
    origin = decided(f"token_kept/{entity.name}.{token.name}")
    work.origin(aspects.constraint(entity.name, token.name, "unique"), origin)
    work.origin(aspects.constraint(entity.name, token.name, "length"), origin)


def _made(work: Workbench, proves: Proves, origin: Origin) -> EntityDraft:
    """A table that no document names."""
    name = next(each for each in _TABLES[proves] if each not in work.entities)
    user = work.entities[work.user]
    made = work.put(EntityDraft(name, origin, table=table_name(name), feature=user.feature))
    made.doc = "Tokens that were sent, and are good once."
    columns = (
        ColumnDraft("id", Shape(Kind.UUID), origin, auto=Auto.ID, primary=True),
        ColumnDraft("user_id", user.key.shape, origin, references=user.name, on_delete="cascade"),
        ColumnDraft("token_hash", Shape(Kind.STRING, max_length=_HASH), origin),
        ColumnDraft("expires_at", Shape(Kind.DATETIME), origin),
    )
    for each in columns:
        each.required, each.modelled = True, False
        each.auto = each.auto or Auto.SYSTEM
        made.columns[each.name] = each
        work.origin(aspects.column(name, each.name), origin)
    made.columns["user_id"].index = True
    work.origin(aspects.entity(name), origin)
    work.origin(aspects.constraint(name, "user_id", "references"), origin)
    return made


def _verified(work: Workbench, origin: Origin) -> str:
    """The user's column that says so: a boolean, or the time."""
    user = work.entities[work.user]
    column = next((user.columns[name] for name in _VERIFIED if name in user.columns), None)
    if column is None:
        work.choose("verified_column", user.name, ("email_verified",))
        column = ColumnDraft("email_verified", Shape(Kind.BOOLEAN), origin, modelled=False)
        user.columns[column.name] = column
        work.origin(aspects.column(user.name, column.name), origin)
    column.auto = Auto.SYSTEM
    if column.shape.kind is Kind.BOOLEAN:
        column.required, column.default = True, False
        work.origin(aspects.constraint(user.name, column.name, "default"), column.origin)
    else:
        column.required = False
    return column.name


def _seconds(work: Workbench, proves: Proves) -> int:
    aspect = aspects.auth(f"{proves}_lifetime")
    for fact in work.sentences(SentenceKind.TOKEN_LIFETIME):
        if fact.value == proves and fact.seconds:
            work.says(aspect, fact)
            return fact.seconds
    taken = work.choose("token_lifetime", str(proves), _LIFETIMES[proves], note=str(proves))
    work.origin(aspect, decided(f"token_lifetime/{proves}"))
    return int(taken)


def _replaces(work: Workbench, proves: Proves, kept: EntityDraft) -> bool:
    """Whether a new token ends the ones before it: only where somebody says so."""
    word = "reset" if proves is Proves.RESET else "verif"
    for statement in work.facts.statements:
        if statement.kind not in _RULES or not _ONE_ONLY.search(statement.text):
            continue
        if word in statement.text.lower() or _beside(work, statement.span, kept):
            aspect = aspects.auth(f"{proves}_lifetime")
            work.linked.append((statement.span.file, statement.id, aspect))
            return True
    return False


def _beside(work: Workbench, span: Span, kept: EntityDraft) -> bool:
    """A rule that stands below the table of just this entity."""
    own = kept.origin.span
    if own is None or own.file != span.file:
        return False
    places = [each.origin.span for each in work.entities.values() if each.origin.span is not None]
    starts = [each.line for each in places if each.file == span.file and each.line <= span.line]
    return bool(starts) and max(starts) == own.line


def _shuts(work: Workbench) -> bool:
    """Whether nobody signs in before the address is proved."""
    for statement in work.facts.statements:
        if statement.kind in _RULES and _SHUT.search(statement.text):
            aspect = aspects.auth("verified")
            work.origin(aspect, written(statement.id, statement.span))
            return True
    return False


def _tell(work: Workbench, proves: Proves, draft: OperationDraft) -> None:
    """The sentences about it; those that want something sent want code."""
    mail = aspects.auth(f"{proves}_mail")
    work.origin(mail, written(draft.fact.statement, draft.fact.span))
    work.needs_code[mail] = "only code can say how mail is sent"
    verb = "reset" if proves is Proves.RESET else "verify"
    for fact in work.sentences(SentenceKind.BEHAVIOUR):
        if fact.verb == verb and _only_sends(work, fact):
            work.link(fact, mail)
        elif fact.verb == verb:
            work.link(fact, aspects.operation(draft.id))
            asks = _REQUESTS.search(work.text_of(fact)) is not None
            if asks is (draft.purpose in (Purpose.REQUEST_RESET, Purpose.REQUEST_VERIFICATION)):
                draft.statements.append(fact.statement)
                told = _ASIDE.search(work.text_of(fact)) is None
                draft.doc = draft.doc or (work.text_of(fact) if told else "")


def _only_sends(work: Workbench, fact: SentenceFact) -> bool:
    """`System MUST send a verification email`, not `allow users to reset passwords via email`."""
    return _SENDS.search(work.text_of(fact)) is not None
