"""What an operation refuses, and with which words: 401 → 403 → 404 → invalid → 409 and the rest."""

import re
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding import adjusting, outages, owners
from backwright.contract.binding.drafts import EntityDraft, OperationDraft
from backwright.contract.binding.workbench import Workbench, standard, written
from backwright.contract.entities import Auto, CountLimit, Ownership
from backwright.contract.model import Origin
from backwright.contract.names import spoken
from backwright.contract.operations import (
    AssignKind,
    Credentials,
    Input,
    ParameterUse,
    Purpose,
    Refusal,
)
from backwright.read.facts import SentenceKind

_TELLING: Final = {
    401: re.compile(r"auth|token|credential|sign|log", re.IGNORECASE),
    403: re.compile(r"forbid|denied|admin|privileg|permission|allowed|match", re.IGNORECASE),
    404: re.compile(r"not found|exist|unknown", re.IGNORECASE),
    409: re.compile(r"exist|already|duplicate|taken|conflict|use", re.IGNORECASE),
}  # fmt: skip
_WRITES: Final = (
    Purpose.CREATE, Purpose.UPDATE, Purpose.REPLACE, Purpose.REGISTER, Purpose.UPDATE_ME,
)  # fmt: skip
_STANDARDS: Final = {
    "unauthenticated": "RFC 9110 §15.5.2", "credentials": "RFC 9110 §15.5.2",
    "unverified": "RFC 9110 §15.5.2",
    "role": "RFC 9110 §15.5.4", "forbidden": "RFC 9110 §15.5.4", "missing": "RFC 9110 §15.5.5",
    "invalid": "RFC 9110 §15.5.21", "unreadable": "RFC 9110 §15.5.1",
    "duplicate": "RFC 9110 §15.5.10", "stale": "RFC 9110 §15.5.10",
    "transition": "RFC 9110 §15.5.10", "in_use": "RFC 9110 §15.5.10", "count": "RFC 9110 §15.5.10",
    "cross_field": "RFC 9110 §15.5.21", "too_large": "RFC 9110 §15.5.14",
    "state": "RFC 9110 §15.5.10", "empty": "RFC 9110 §15.5.10",
    "exhausted": "RFC 9110 §15.5.10",
    "too_many": "RFC 6585 §4", "needs_code": "RFC 9110 §15.6.2",
    "database_down": "RFC 9110 §15.6.4",
}  # fmt: skip


def settle(work: Workbench, draft: OperationDraft) -> None:
    for refusal, origins in _all(work, draft):
        if any(
            r.status == refusal.status
            and r.reason == refusal.reason
            and r.entity == refusal.entity
            and r.columns == refusal.columns
            for r in draft.refusals
        ):
            continue
        said = _worded(work, draft, refusal)
        draft.refusals.append(said)
        aspect = aspects.refusal(draft.id, said.status, said.reason)
        declared = [each for each in draft.fact.responses if each.status == said.status]
        for response in declared:
            work.origin(aspect, written(response.statement, response.span))
        for origin in origins:
            work.origin(aspect, origin)
        for fact in work.sentences(SentenceKind.STATUS_WHEN):
            if (
                fact.status == said.status
                and (not fact.operations or f"{draft.method} {draft.fact.path}" in fact.operations)
                and work.find(fact.entity) in (None, work.entities.get(draft.entity))
            ):
                work.link(fact, aspect)
        if not declared:
            # A sentence says why it is refused; the number is the standard's.
            work.origin(aspect, standard(_STANDARDS[said.reason]))


def _all(work: Workbench, draft: OperationDraft) -> list[tuple[Refusal, list[Origin]]]:
    entity = work.entities.get(draft.entity)
    found = [*_access(work, draft), *_missing(work, draft)]
    if draft.body is not None or draft.parameters:
        found.append((Refusal(work.policies.invalid_status, "invalid", "Invalid input"), []))
    if entity is not None and not draft.custom:
        found += _conflicts(work, draft, entity)
    if draft.body is not None and _declares_unreadable(work, draft):
        found.append((Refusal(400, "unreadable", "There was an error parsing the body"), []))
    if draft.body is not None and work.policies.body_limit:
        origins = work.origins.get(aspects.policy("body_limit"), [])
        found.append((Refusal(413, "too_large", "Request body too large"), origins))
    if any(
        not each.operations or draft.id in each.operations for each in work.policies.rate_limits
    ):
        origins = work.origins.get(aspects.policy("rate_limit"), [])
        found.append((Refusal(429, "too_many", "Too many requests"), origins))
    found += [(each, []) for each in outages.refusals(work, draft)]
    if draft.custom or draft.partly:
        found.append((Refusal(501, "needs_code", "Not implemented yet"), []))
    return found


def _declares_unreadable(work: Workbench, draft: OperationDraft) -> bool:
    """A declared 400 beside 422: the body is not even JSON, or not even a form."""
    declared = any(each.status == 400 for each in draft.fact.responses)
    return declared and work.policies.invalid_status == 422


def _access(work: Workbench, draft: OperationDraft) -> list[tuple[Refusal, list[Origin]]]:
    found: list[tuple[Refusal, list[Origin]]] = []
    origins = work.origins.get(aspects.access(draft.id), [])
    if draft.purpose in (Purpose.LOGIN, Purpose.REFRESH):
        text = "Wrong credentials" if draft.purpose is Purpose.LOGIN else "Invalid refresh token"
        found.append((Refusal(401, "credentials", text), []))
    if draft.purpose is Purpose.LOGIN and any(each.shuts for each in work.mailed):
        status = 403 if any(each.status == 403 for each in draft.fact.responses) else 401
        origins = work.origins.get(aspects.auth("verified"), [])
        found.append((Refusal(status, "unverified", "The address is not verified"), origins))
    if draft.purpose in (Purpose.RESET_PASSWORD, Purpose.VERIFY):
        what = "reset" if draft.purpose is Purpose.RESET_PASSWORD else "verification"
        text = f"Invalid or expired {what} token"
        found.append((Refusal(_spent(draft), "credentials", text), []))
    if draft.access.credentials is Credentials.REQUIRED:
        found.append((Refusal(401, "unauthenticated", "Not authenticated"), origins))
    if draft.purpose is Purpose.CHANGE_PASSWORD:
        found.append((Refusal(401, "credentials", "Wrong password"), []))
    if draft.access.roles:
        found.append((Refusal(403, "role", "Not allowed"), origins))
    if any(each.use is ParameterUse.USER for each in draft.parameters):
        status = work.policies.path_user_status
        origins = work.origins.get(aspects.policy("path_user_status"), [])
        found.append((Refusal(status, "forbidden", "Not allowed"), origins))
    return found


def _spent(draft: OperationDraft) -> int:
    """The status that is declared for a token which is good for nothing."""
    found = [each for each in draft.fact.responses if 400 <= each.status < 500]
    told = [each.status for each in found if re.search("token|link|expir", each.description, re.I)]
    usual = [each.status for each in found if each.status in (400, 401, 410, 404, 403)]
    return next(iter([*told, *usual]), 400)


def _missing(work: Workbench, draft: OperationDraft) -> list[tuple[Refusal, list[Origin]]]:
    found: list[tuple[Refusal, list[Origin]]] = []
    for lookup in draft.lookups:
        entity = work.entities[lookup.entity]
        if draft.creates and entity.name == draft.entity:
            continue
        text = f"{spoken(entity.name)} not found"
        found.append((Refusal(404, "missing", text, entity.name), []))
        closed = owners.is_owned(work, entity.name) and not draft.access.any_owner
        if closed and work.policies.foreign_status == 403:
            origins = work.origins.get(aspects.policy("foreign_status"), [])
            found.append((Refusal(403, "forbidden", "Not allowed", entity.name), origins))
    if draft.purpose is Purpose.REORDER:
        found.append(
            (Refusal(404, "missing", f"{spoken(draft.entity)} not found", draft.entity), [])
        )
    for made, target in _bodies(work, draft):
        for assign in made.assigns:
            column = target.columns.get(assign.name)
            if assign.kind is AssignKind.COLUMN and column is not None and column.references:
                text = f"{spoken(column.references)} not found"
                origins = work.origins.get(
                    aspects.constraint(target.name, column.name, "references"), []
                )
                found.append((Refusal(404, "missing", text, column.references), origins))
            if assign.kind is AssignKind.NAMES and not assign.makes:
                name = target.relations[assign.name].entity
                status = work.policies.invalid_status
                found.append((Refusal(status, "missing", f"{spoken(name)} not found", name), []))
    return found


def _bodies(work: Workbench, draft: OperationDraft) -> list[tuple[Input, EntityDraft]]:
    """The body, and the bodies of children in it."""
    entity = work.entities.get(draft.entity)
    if draft.body is None or entity is None or draft.custom:
        return []
    shape = draft.body.shape.items if draft.body.multiple else draft.body.shape
    made = work.inputs.get((shape.ref if shape is not None else "", entity.name))
    if made is None:
        return []
    found = [(made, entity)]
    for body, target in found:
        found += [each for each in _inner(work, body, target) if each not in found]
    return found


def _inner(work: Workbench, body: Input, target: EntityDraft) -> list[tuple[Input, EntityDraft]]:
    """The bodies of the rows that one property of this body lists."""
    found = []
    for assign in body.assigns:
        relation = target.relations.get(assign.name)
        own = work.schemas[body.schema].get(assign.property)
        items = own.shape.items if own is not None else None
        if assign.kind is AssignKind.CHILDREN and relation is not None and items is not None:
            inner = work.inputs.get((items.ref, relation.entity))
            found += [(inner, work.entities[relation.entity])] if inner is not None else []
    return found


def _conflicts(
    work: Workbench, draft: OperationDraft, entity: EntityDraft
) -> list[tuple[Refusal, list[Origin]]]:
    found: list[tuple[Refusal, list[Origin]]] = []
    changed = _changed(work, draft, entity)
    if draft.purpose in _WRITES:
        found += _duplicates(work, entity, changed)
        found += _crossed(work, entity, changed)
    found += _conditions(draft)
    found += [adjusting.refusal(draft)] if draft.limits else []
    moved = {each.field for each in entity.transitions} & (
        changed | {name for name, _ in draft.changes}
    )
    if moved and draft.purpose is not Purpose.CREATE:
        origins = work.origins.get(aspects.rule(entity.name, "transitions"), [])
        text = f"{spoken(entity.name)} cannot move to this status"
        found.append((Refusal(409, "transition", text, entity.name), origins))
    if _versioned(work, draft, entity):
        name = _versioned(work, draft, entity)
        origins = work.origins.get(aspects.rule(name, "version"), [])
        text = f"{spoken(name)} has changed since it was read"
        found.append((Refusal(409, "stale", text, name), origins))
    if draft.purpose is Purpose.CREATE:
        found += _counted(work, entity)
    for made, target in _bodies(work, draft):
        held = {each.name for each in made.assigns}
        for limit in target.count_limits:
            if limit.relation in held:
                found.append(_full(work, target, limit))
    if draft.purpose is Purpose.DELETE and not entity.soft_delete:
        found += _in_use(work, entity)
    return found


def _conditions(draft: OperationDraft) -> list[tuple[Refusal, list[Origin]]]:
    found: list[tuple[Refusal, list[Origin]]] = []
    for each in draft.conditions:
        name = spoken(each.entity)
        if each.relation:
            refusal = Refusal(409, "empty", f"{name} has no {each.relation}", each.entity)
        else:
            states = " or ".join(" ".join(str(value).split("_")) for value in each.values)
            refusal = Refusal(409, "state", f"{name} is not {states}", each.entity)
        found.append((refusal, []))
    return found


def _changed(work: Workbench, draft: OperationDraft, entity: EntityDraft) -> set[str]:
    found = {
        each.name
        for made, target in _bodies(work, draft)
        if target is entity
        for each in made.assigns
        if each.kind is AssignKind.COLUMN
    }
    if draft.purpose is Purpose.CREATE:
        found |= {entity.owner.column} - {""}
        found |= {each.name for each in entity.columns.values() if each.references}
    return found


def _duplicates(
    work: Workbench, entity: EntityDraft, changed: set[str]
) -> list[tuple[Refusal, list[Origin]]]:
    found: list[tuple[Refusal, list[Origin]]] = []
    for column in entity.columns.values():
        if column.unique and column.name in changed:
            origins = work.origins.get(aspects.constraint(entity.name, column.name, "unique"), [])
            text = (
                f"{spoken(entity.name)} with this {' '.join(column.name.split('_'))} already exists"
            )
            if column.auto is Auto.OWNER:
                text = f"{spoken(entity.name)} already exists"
            found.append((Refusal(409, "duplicate", text, entity.name, (column.name,)), origins))
    for unique in entity.uniques:
        if set(unique.columns) & changed:
            origins = work.origins.get(
                aspects.rule(entity.name, f"unique({','.join(unique.columns)})"), []
            )
            own = [c for c in unique.columns if c != entity.owner.column]
            named = " and ".join(" ".join(each.removesuffix("_id").split("_")) for each in own)
            text = f"{spoken(entity.name)} with this {named} already exists"
            found.append((Refusal(409, "duplicate", text, entity.name, unique.columns), origins))
    return found


def _crossed(
    work: Workbench, entity: EntityDraft, changed: set[str]
) -> list[tuple[Refusal, list[Origin]]]:
    found: list[tuple[Refusal, list[Origin]]] = []
    words = {
        "<": "before or below",
        "<=": "at most",
        "!=": "different from",
        "==": "equal to",
        ">": "after or above",
        ">=": "at least",
    }
    for rule in entity.cross_fields:
        if {rule.left, rule.right} & changed:
            aspect = aspects.rule(entity.name, f"cross_field({rule.left},{rule.right})")
            text = f"{rule.left} must be {words.get(rule.operator, rule.operator)} {rule.right}"
            status = work.policies.invalid_status
            found.append(
                (
                    Refusal(status, "cross_field", text, entity.name, (rule.left, rule.right)),
                    work.origins.get(aspect, []),
                )
            )
    return found


def _versioned(work: Workbench, draft: OperationDraft, entity: EntityDraft) -> str:
    """The entity whose version a change raises: its own, or its parent's."""
    if draft.method == "GET" or draft.purpose in (Purpose.REGISTER, Purpose.LOGIN):
        return ""
    if entity.version and draft.purpose not in (Purpose.CREATE, Purpose.COPY, Purpose.ADJUST):
        return entity.name
    for lookup in draft.lookups:
        parent = work.entities[lookup.entity]
        if parent.version and parent is not entity:
            return parent.name
    return ""


def _counted(work: Workbench, entity: EntityDraft) -> list[tuple[Refusal, list[Origin]]]:
    found: list[tuple[Refusal, list[Origin]]] = []
    for parent in work.entities.values():
        for limit in parent.count_limits:
            if parent.relations[limit.relation].entity == entity.name:
                found.append(_full(work, parent, limit))
    return found


def _full(work: Workbench, parent: EntityDraft, limit: CountLimit) -> tuple[Refusal, list[Origin]]:
    aspect = aspects.rule(parent.name, f"count_limit({limit.relation})")
    text = f"{spoken(parent.name)} has {limit.maximum} {limit.relation} already"
    return Refusal(409, "count", text, parent.name), work.origins.get(aspect, [])


def _in_use(work: Workbench, entity: EntityDraft) -> list[tuple[Refusal, list[Origin]]]:
    """Rows of other entities that refer to it, and nothing says that they go along."""
    found: list[tuple[Refusal, list[Origin]]] = []
    for other in work.entities.values():
        for column in other.columns.values():
            if column.references != entity.name or other is entity:
                continue
            goes_along = other.owner.parent == entity.name or column.on_delete in (
                "cascade",
                "set null",
            )
            if not goes_along and other.owner.kind is not Ownership.IDENTITY:
                origins = work.origins.get(
                    aspects.constraint(other.name, column.name, "references"), []
                )
                text = f"{spoken(entity.name)} is in use"
                found.append((Refusal(409, "in_use", text, entity.name), origins))
    return found[:1]


def _worded(work: Workbench, draft: OperationDraft, refusal: Refusal) -> Refusal:
    """In the author's words where they are a message; once said, always the same."""
    mailed = draft.purpose in (Purpose.RESET_PASSWORD, Purpose.VERIFY)
    reason = f"{draft.purpose} {refusal.reason}" if mailed else refusal.reason
    place = (refusal.status, reason, refusal.entity, refusal.columns)
    if place not in work.wording:
        work.wording[place] = _authors(draft, refusal) or refusal.detail
    return Refusal(
        refusal.status, refusal.reason, work.wording[place], refusal.entity, refusal.columns
    )


def _authors(draft: OperationDraft, refusal: Refusal) -> str:
    ours = draft.lookups[-1].entity if draft.lookups else draft.entity
    if refusal.reason not in ("missing", "duplicate", "role", "unauthenticated", "credentials"):
        return ""
    if refusal.entity and refusal.entity not in (ours, draft.entity):
        return ""
    pattern = _TELLING.get(refusal.status)
    for response in draft.fact.responses:
        said = " ".join(response.description.split()).rstrip(".")
        fits = len(said.split()) > 1 and len(said) <= 60 and " or " not in said
        if (
            response.status == refusal.status
            and fits
            and pattern is not None
            and pattern.search(said)
        ):
            named = refusal.status != 404 or spoken(ours).split()[-1].lower() in said.lower()
            return said if named else ""
    return ""
