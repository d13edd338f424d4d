"""Sentences that confirm what the contract declares anyway: linked to where it stands."""

from collections.abc import Callable
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding.drafts import EntityDraft, OperationDraft
from backwright.contract.binding.workbench import Workbench
from backwright.contract.operations import Credentials, Purpose
from backwright.contract.policies import Issuer
from backwright.read.facts import SentenceFact, SentenceKind

Reader = Callable[[Workbench, SentenceFact, list[OperationDraft]], None]

_SUCCESSES: Final = {
    "created": (Purpose.CREATE, Purpose.REGISTER),
    "deleted": (Purpose.DELETE,),
    "updated": (Purpose.UPDATE, Purpose.REPLACE, Purpose.SET, Purpose.TOGGLE, Purpose.UPDATE_ME),
    "success": tuple(each for each in Purpose if each is not Purpose.CUSTOM),
}


def settle(work: Workbench) -> None:
    for kind, read in _READERS.items():
        for fact in work.sentences(kind):
            read(work, fact, _meant(work, fact))


def _meant(work: Workbench, fact: SentenceFact) -> list[OperationDraft]:
    """The operations that it names, those of its entity, or all."""
    if fact.operations:
        named = set(fact.operations)
        return [d for d in work.operations if f"{d.method} {d.fact.path}" in named]
    entity = work.find(fact.entity)
    if entity is None:
        return list(work.operations) if not fact.entity else []
    return [d for d in work.operations if d.entity == entity.name]


def _required(work: Workbench, fact: SentenceFact, drafts: list[OperationDraft]) -> None:
    for draft in drafts:
        if draft.access.credentials is Credentials.REQUIRED:
            work.link(fact, aspects.access(draft.id))
            work.link(fact, aspects.refusal(draft.id, 401, "unauthenticated"))


def _public(work: Workbench, fact: SentenceFact, drafts: list[OperationDraft]) -> None:
    for draft in drafts:
        if draft.access.credentials is Credentials.NONE:
            work.link(fact, aspects.access(draft.id))


def _role(work: Workbench, fact: SentenceFact, drafts: list[OperationDraft]) -> None:
    """Of the sentence's own deeds, where it tells any."""
    deeds = {each.verb for each in work.deeds_of(fact)}
    for draft in drafts:
        carried = fact.statement in draft.statements or not deeds
        if fact.role in draft.access.roles and carried:
            work.link(fact, aspects.access(draft.id))
            work.link(fact, aspects.refusal(draft.id, 403, "role"))


def _issuer(work: Workbench, fact: SentenceFact, _: list[OperationDraft]) -> None:
    if work.auth.issuer is not Issuer.NONE:
        work.link(fact, aspects.auth("issuer"))


def _status(work: Workbench, fact: SentenceFact, drafts: list[OperationDraft]) -> None:
    wanted = _SUCCESSES.get(str(fact.value), ())
    for draft in drafts:
        status = draft.result.status if draft.result is not None else 0
        if draft.purpose in wanted and status == fact.status:
            work.link(fact, aspects.success(draft.id, fact.status))


def _conceal(work: Workbench, fact: SentenceFact, _: list[OperationDraft]) -> None:
    if fact.value == "internals":
        work.link(fact, aspects.policy("errors"))
    elif fact.value == "account":
        for draft in work.operations:
            if draft.purpose is Purpose.LOGIN:
                work.link(fact, aspects.refusal(draft.id, 401, "credentials"))


def _errors(work: Workbench, fact: SentenceFact, _: list[OperationDraft]) -> None:
    work.link(fact, aspects.policy("errors"))


def _password(work: Workbench, fact: SentenceFact, _: list[OperationDraft]) -> None:
    if work.auth.issuer is Issuer.OWN:
        said = "hash" in work.text_of(fact).lower()
        work.link(fact, aspects.auth("hashing" if said else "password"))


def _documented(work: Workbench, fact: SentenceFact, drafts: list[OperationDraft]) -> None:
    for draft in drafts:
        work.link(fact, aspects.operation(draft.id))


_READERS: Final[dict[SentenceKind, Reader]] = {
    SentenceKind.AUTH_REQUIRED: _required,
    SentenceKind.PUBLIC: _public,
    SentenceKind.ROLE_REQUIRED: _role,
    SentenceKind.TOKEN_ISSUER: _issuer,
    SentenceKind.STATUS_WHEN: _status,
    SentenceKind.CONCEAL: _conceal,
    SentenceKind.ERROR_FORM: _errors,
    SentenceKind.PASSWORD: _password,
    SentenceKind.DOCUMENTATION: _documented,
}


def always(work: Workbench, draft: OperationDraft, entity: EntityDraft) -> None:
    """`only active products are listed`: every row of the list has the value."""
    if draft.access.any_owner:
        return
    for fact in work.sentences(SentenceKind.FILTER):
        if fact.verb != "always" or work.find(fact.entity) is not entity or not fact.fields:
            continue
        name = fact.fields[0]
        chosen = {each for parameter in draft.parameters for each in parameter.columns}
        if name in entity.columns and name not in chosen and name != entity.soft_delete:
            if all(known != name for known, _ in draft.fixed):
                draft.fixed.append((name, fact.value))
            work.link(fact, aspects.operation(draft.id))
