"""Whose a row is: a user's by a column, a user's through a parent, or everybody's."""

from typing import Final

from backwright.contract import aspects
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft
from backwright.contract.binding.references import OWNER_COLUMNS
from backwright.contract.binding.workbench import Workbench, written
from backwright.contract.entities import Auto, Owner, Ownership
from backwright.contract.names import snake, words
from backwright.read.facts import SentenceFact, SentenceKind, StatementKind
from backwright.shape import Kind, Shape

_STRONG: Final = ("user_id", "owner_id", "owner", "userid", "owner_user_id")


def settle(work: Workbench) -> None:
    if work.user:
        work.entities[work.user].owner = Owner(
            Ownership.IDENTITY, work.entities[work.user].key.name
        )
    if not speaks_of_users(work):
        return
    for draft in work.entities.values():
        if draft.owner.kind is Ownership.NONE:
            _by_column(work, draft)
    waiting = [each for each in work.entities.values() if each.owner.kind is Ownership.NONE]
    found = True
    while found:
        found = False
        for draft in waiting:
            found = _through_parent(work, draft) or found
    for draft in work.entities.values():
        if draft.owner.kind is Ownership.NONE:
            _by_sentence(work, draft)


def speaks_of_users(work: Workbench) -> bool:
    """Whether anything says that there are users who sign in."""
    if work.user or work.elsewhere:
        return True
    if any(each.fact.security or each.fact.optional_security for each in work.operations):
        return True
    told = (SentenceKind.AUTH_REQUIRED, SentenceKind.TOKEN_ISSUER, SentenceKind.OWNED)
    return bool(work.sentences(*told)) or any(names_user(each.segments) for each in work.operations)


def names_user(segments: tuple[str, ...]) -> bool:
    return any(snake(part) in ("user_id", "userid") for part in segments if part.startswith("{"))


def owned_sentences(work: Workbench, draft: EntityDraft) -> list[SentenceFact]:
    """Those about this entity; those about none in particular hold for all that have owners."""
    facts = work.sentences(SentenceKind.OWNED)
    return [each for each in facts if each.entity and work.find(each.entity) is draft]


def _by_column(work: Workbench, draft: EntityDraft) -> None:
    column = _column(work, draft)
    if column is None:
        return
    if work.user and not column.references:
        target = work.entities[work.user]
        column.references = target.name
        column.shape = target.key.shape
        work.origin(aspects.constraint(draft.name, column.name, "references"), column.origin)
    _own(work, draft, column)


def _column(work: Workbench, draft: EntityDraft) -> ColumnDraft | None:
    stated = next((each for each in draft.columns.values() if each.owner), None)
    if stated is not None:
        return stated
    for name in _STRONG:
        column = draft.columns.get(name)
        if column is not None and column.references in ("", work.user) and not column.primary:
            return column
    for name in OWNER_COLUMNS:
        column = draft.columns.get(name)
        if column is None or column.primary:
            continue
        to_user = bool(work.user) and column.references == work.user
        if (to_user or not column.references) and owned_sentences(work, draft):
            return column
    return None


def _own(work: Workbench, draft: EntityDraft, column: ColumnDraft) -> None:
    column.auto = Auto.OWNER
    column.required = True
    draft.owner = Owner(Ownership.COLUMN, column.name)
    aspect = aspects.rule(draft.name, "owner")
    work.origin(aspect, column.origin)
    for fact in work.sentences(SentenceKind.OWNED):
        if not fact.entity or work.find(fact.entity) is draft:
            work.says(aspect, fact)


def _through_parent(work: Workbench, draft: EntityDraft) -> bool:
    if draft.owner.kind is not Ownership.NONE or draft.name == work.user:
        return False
    found = [
        column
        for column in draft.columns.values()
        if column.references not in ("", draft.name, work.user)
        and column.required is not False
        and work.entities[column.references].owner.kind in (Ownership.COLUMN, Ownership.PARENT)
    ]
    if not found:
        return False
    found.sort(key=lambda each: not _belongs(work, draft, each.references))
    column = found[0]
    draft.owner = Owner(Ownership.PARENT, column.name, column.references)
    work.origin(aspects.rule(draft.name, "owner"), column.origin)
    for fact in owned_sentences(work, draft):
        work.says(aspects.rule(draft.name, "owner"), fact)
    return True


def _belongs(work: Workbench, draft: EntityDraft, parent: str) -> bool:
    """Named after the parent, or found below it in a path."""
    if words(draft.name)[: len(words(parent))] == words(parent):
        return True
    below = f"{snake(parent)}_id"
    return any(
        each.entity == draft.name and any(snake(part) == below for part in each.segments)
        for each in work.operations
    )


def _by_sentence(work: Workbench, draft: EntityDraft) -> None:
    """A sentence says that users have their own, and no document names the column."""
    facts = [
        each
        for each in owned_sentences(work, draft)
        if work.kind_of(each.statement) is not StatementKind.SUCCESS_CRITERION
    ]
    if not facts or draft.name == work.user or not _operated(work, draft):
        return
    shape = work.entities[work.user].key.shape if work.user else Shape(Kind.STRING)
    origin = written(facts[0].statement, facts[0].span)
    column = ColumnDraft(
        "user_id", shape, origin, required=True, references=work.user, modelled=False
    )
    draft.columns["user_id"] = column
    work.origin(aspects.column(draft.name, "user_id"), origin)
    if work.user:
        work.origin(aspects.constraint(draft.name, "user_id", "references"), origin)
    _own(work, draft, column)


def _operated(work: Workbench, draft: EntityDraft) -> bool:
    """Somebody can create one while signed in, so that there is an owner to record."""
    return any(
        each.entity == draft.name and each.method == "POST" and each.fact.security is not False
        for each in work.operations
    )


def chain(work: Workbench, draft: EntityDraft) -> tuple[EntityDraft, ...]:
    """The entity and its parents up to the one that has the owner's column."""
    found = [draft]
    while found[-1].owner.kind is Ownership.PARENT and len(found) < 10:
        found.append(work.entities[found[-1].owner.parent])
    return tuple(found)


def is_owned(work: Workbench, name: str) -> bool:
    draft = work.entities.get(name)
    return draft is not None and draft.owner.kind is not Ownership.NONE
