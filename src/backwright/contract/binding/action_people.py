"""Whoever acts, in the row that they act on: `approved_by`, `reviewer_id`."""

from backwright.contract.binding.drafts import ColumnDraft, EntityDraft, OperationDraft
from backwright.contract.binding.verbs import bare, decision_words, named_after, participles
from backwright.contract.binding.workbench import Workbench
from backwright.contract.entities import Auto
from backwright.contract.names import words
from backwright.contract.operations import Credentials, Purpose
from backwright.contract.policies import Issuer
from backwright.shape import ABSENT, Kind

_KINDS = {"uuid": Kind.UUID, "integer": Kind.INTEGER}


def settle(work: Workbench) -> None:
    """Only for those who are signed in, and where the body does not name somebody."""
    for draft in work.operations:
        acts = draft.purpose in (Purpose.SET, Purpose.TRANSITION) and bool(draft.segments)
        if acts and draft.access.credentials is Credentials.REQUIRED:
            entity = work.entities[draft.entity]
            column = _actor(work, entity, "_".join(words(draft.segments[-1])))
            if column is not None and column.name not in _given(work, draft):
                draft.actors = [column.name]


def _actor(work: Workbench, entity: EntityDraft, word: str) -> ColumnDraft | None:
    """The nearest words decide; of two that are equally near, neither."""
    verb = bare(word)
    for near in (named_after(verb), decision_words(verb)):
        done = [each for each in near if each in (*participles(verb), "decided", "reviewed")]
        doers = [each for each in near if each.endswith(("er", "or"))]
        names = {f"{each}_by{end}" for each in done for end in ("", "_id", "_user_id")}
        names |= {f"{each}{end}" for each in doers for end in ("", "_id")}
        found = [each for each in entity.columns.values() if each.name in names]
        if found:
            return found[0] if len(found) == 1 and _holds_callers(work, found[0]) else None
    return None


def _holds_callers(work: Workbench, column: ColumnDraft) -> bool:
    """It is of the type of the caller's id, it may be empty, and nothing else sets it."""
    free = column.auto in (Auto.NONE, Auto.SYSTEM) and not column.required and not column.unique
    if not free or column.owner or column.shape.values or column.default is not ABSENT:
        return False
    if work.auth.issuer is Issuer.OWN:
        kind = work.entities[work.user].key.shape.kind
        return column.references == work.user or (
            not column.references and column.shape.kind is kind
        )
    kind = _KINDS.get(work.auth.subject_kind, Kind.STRING)
    return not column.references and column.shape.kind is kind


def _given(work: Workbench, draft: OperationDraft) -> set[str]:
    made = work.inputs.get((draft.body.shape.ref, draft.entity)) if draft.body is not None else None
    return {each.name for each in made.assigns} if made is not None else set()
