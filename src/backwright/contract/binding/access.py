"""Who may call an operation."""

import re
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding import owners
from backwright.contract.binding.drafts import OperationDraft
from backwright.contract.binding.workbench import Workbench, decided, written
from backwright.contract.entities import Ownership
from backwright.contract.model import Origin
from backwright.contract.operations import Access, Credentials, ParameterUse, Purpose
from backwright.read.facts import SentenceFact, SentenceKind
from backwright.shape import Kind

_ADMIN: Final = re.compile(r"\badmin(?:istrator)?s?\b", re.IGNORECASE)
_RECOVERS: Final = (
    Purpose.REQUEST_RESET, Purpose.RESET_PASSWORD, Purpose.REQUEST_VERIFICATION, Purpose.VERIFY,
)  # fmt: skip
_OPEN: Final = (Purpose.REGISTER, Purpose.LOGIN, Purpose.REFRESH, Purpose.HEALTH, *_RECOVERS)
_OWN: Final = (Purpose.ME, Purpose.UPDATE_ME, Purpose.CHANGE_PASSWORD)
_VERBS: Final = {
    "GET": ("get", "list", "search"), "POST": ("create", "set", "transition"),
    "PUT": ("update",), "PATCH": ("update",), "DELETE": ("delete",),
}  # fmt: skip


_DEEDS: Final = frozenset(each for verbs in _VERBS.values() for each in verbs)
_STAFF: Final = ("agent", "staff", "manager", "moderator", "support", "operator", "internal")
_RECOVERY: Final = re.compile(r"(?:forgot|reset|verif|resend|confirm|recover)\w*", re.IGNORECASE)


def settle(work: Workbench, draft: OperationDraft) -> None:
    """The declaration, else the sentences, else whether it touches somebody's own rows."""
    required, origins = _required(work, draft)
    roles, reasons = _roles(work, draft)
    if roles and not required and draft.purpose not in _OPEN:
        required, origins = True, reasons
    admins = work.user == "Admin"
    if not required and _makes_owned(work, draft):
        draft.give_up("nobody is signed in who could own what it makes")
    staff = bool(roles) or (admins and "admin" in draft.segments)
    any_owner = staff or not required
    draft.access = Access(
        Credentials.REQUIRED if required else Credentials.NONE,
        roles if required and not admins else (),
        any_owner,
    )
    if not required:
        _published(work, draft)
    for origin in (*origins, *(reasons if required else ())):
        work.origin(aspects.access(draft.id), origin)


def _makes_owned(work: Workbench, draft: OperationDraft) -> bool:
    entity = work.entities.get(draft.entity)
    owned = entity is not None and entity.owner.kind is Ownership.COLUMN
    return owned and draft.purpose in (Purpose.CREATE, Purpose.COPY)


def _published(work: Workbench, draft: OperationDraft) -> None:
    """Of somebody's own rows the public sees those that are marked as public."""
    entity = work.entities.get(draft.entity)
    if entity is None or entity.owner.kind is Ownership.NONE or draft.method != "GET":
        return
    for name in ("is_public", "public", "is_published", "published"):
        column = entity.columns.get(name)
        if column is not None and column.shape.kind is Kind.BOOLEAN:
            draft.fixed = draft.fixed or [(name, True)]


def _required(work: Workbench, draft: OperationDraft) -> tuple[bool, list[Origin]]:
    fact = draft.fact
    declared = written(fact.statement, fact.span)
    if _before_signing_in(draft):
        return False, [declared]
    if fact.security is not None and not (fact.security is False and draft.purpose in _OWN):
        return fact.security, [declared]
    if fact.optional_security:
        return True, [declared]
    if draft.purpose in (*_OPEN, *_OWN):
        return draft.purpose in _OWN, [declared]
    return _required_by_sentence(work, draft)


def _before_signing_in(draft: OperationDraft) -> bool:
    """Who signs in, or has forgotten the password, has no token yet, whatever the document says
    of all operations together."""
    if draft.purpose in (Purpose.LOGIN, Purpose.REFRESH, *_RECOVERS):
        return True
    if draft.purpose is Purpose.REGISTER:
        return not draft.fact.roles
    said = " ".join(part for part in draft.segments if not part.startswith("{"))
    about = any(word in said for word in ("password", "email", "verif", "account"))
    refused = any(each.status == 401 for each in draft.fact.responses)
    return draft.custom and about and _RECOVERY.search(said) is not None and not refused


def _required_by_sentence(work: Workbench, draft: OperationDraft) -> tuple[bool, list[Origin]]:
    fact = draft.fact
    place = f"{draft.method} {fact.path}"
    public = [
        each for each in work.sentences(SentenceKind.PUBLIC) if _meant(work, draft, each, place)
    ]
    if public and not _named_user(draft):
        return False, [written(each.statement, each.span) for each in public]
    told = [
        each
        for each in work.sentences(SentenceKind.AUTH_REQUIRED)
        if _meant(work, draft, each, place)
    ]
    named = any(each.operations for each in told)
    if not named and _left_open(work, draft):
        return False, [written(fact.statement, fact.span)]
    if told:
        return True, [written(each.statement, each.span) for each in told]
    refused = next((each for each in fact.responses if each.status == 401), None)
    if refused is not None and owners.speaks_of_users(work):
        return True, [written(refused.statement, refused.span)]
    return _required_by_silence(work, draft)


def _left_open(work: Workbench, draft: OperationDraft) -> bool:
    """Its own contract puts credentials on other operations, and none on this one, which is about
    nobody's rows (OpenAPI: no `security` means that none is asked for)."""
    refused = any(each.status == 401 for each in draft.fact.responses)
    return (
        draft.fact.span.file in work.secured_files()
        and not refused
        and not _touches_owned(work, draft)
        and "admin" not in draft.segments
    )


def _required_by_silence(work: Workbench, draft: OperationDraft) -> tuple[bool, list[Origin]]:
    """Nothing says it: somebody's own rows are protected all the same."""
    if _touches_owned(work, draft):
        subject = draft.entity or draft.id
        spans = [each.fact.span for each in work.operations if each.entity == draft.entity]
        taken = work.choose(
            "undeclared_security", subject, ("required", "none"), spans=spans, note=subject
        )
        return taken == "required", [decided(f"undeclared_security/{subject}")]
    taken = work.choose("no_authentication", "", ("none", "required"))
    return taken == "required", [decided("no_authentication")]


def _touches_owned(work: Workbench, draft: OperationDraft) -> bool:
    names = {draft.entity, *(each.entity for each in draft.lookups)}
    return _named_user(draft) or any(owners.is_owned(work, name) for name in names if name)


def _named_user(draft: OperationDraft) -> bool:
    return any(each.use is ParameterUse.USER for each in draft.parameters)


def _meant(work: Workbench, draft: OperationDraft, fact: SentenceFact, place: str) -> bool:
    """Those that name operations mean these; those that name an entity mean its operations."""
    if fact.operations:
        return place in fact.operations
    if fact.entity:
        entity = work.find(fact.entity)
        deeds = {each.verb for each in work.deeds_of(fact)} & _DEEDS
        done = not deeds or bool(deeds & set(_VERBS.get(draft.method, ())))
        return entity is not None and entity.name == draft.entity and done
    return fact.kind is SentenceKind.AUTH_REQUIRED or bool(fact.value)


def _roles(work: Workbench, draft: OperationDraft) -> tuple[tuple[str, ...], list[Origin]]:
    fact = draft.fact
    declared = written(fact.statement, fact.span)
    if draft.purpose in _OPEN or draft.purpose in _OWN:
        return (), []
    if fact.roles:
        return fact.roles, [declared]
    if "admin" in draft.segments:
        return ("admin",), [declared]
    staff = _staff(work, draft)
    if staff:
        return (staff,), [declared]
    said = f"{fact.summary} {fact.description}"
    refused = next((each for each in fact.responses if each.status == 403), None)
    if fact.security and (_ADMIN.search(said) or (refused and _ADMIN.search(refused.description))):
        return ("admin",), [declared]
    return _by_sentence(work, draft)


def _staff(work: Workbench, draft: OperationDraft) -> str:
    """`/agent/cases` beside `/cases`: the same rows, for those who work with all of them."""
    if len(draft.segments) < 2 or draft.segments[0] not in _STAFF:
        return ""
    rest = draft.segments[1]
    shared = any(each.segments and each.segments[0] == rest for each in work.operations)
    return draft.segments[0] if shared and work.find(draft.segments[0]) is None else ""


def _by_sentence(work: Workbench, draft: OperationDraft) -> tuple[tuple[str, ...], list[Origin]]:
    """`admins, and nobody else, add products`: the verbs of that sentence, on its entity."""
    place = f"{draft.method} {draft.fact.path}"
    for fact in work.sentences(SentenceKind.ROLE_REQUIRED):
        if fact.operations:
            if place in fact.operations:
                return (fact.role,), [written(fact.statement, fact.span)]
            continue
        if fact.value != "only":
            continue
        for deed in work.deeds_of(fact):
            entity = work.find(deed.entity)
            meant = entity is not None and entity.name == draft.entity
            if meant and deed.verb in _VERBS.get(draft.method, ()):
                return (fact.role,), [written(fact.statement, fact.span)]
    return (), []
