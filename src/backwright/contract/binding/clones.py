"""`POST /quizzes/{id}/clone`: a new row with what the body that makes one would have given."""

from typing import Final

from backwright.contract.binding.drafts import ColumnDraft, EntityDraft, OperationDraft
from backwright.contract.binding.gather import properties
from backwright.contract.binding.lookups import foreign_key
from backwright.contract.binding.workbench import Workbench
from backwright.contract.entities import Auto, Ownership
from backwright.contract.names import snake
from backwright.contract.operations import AssignKind, Credentials, Input, Purpose, Source
from backwright.shape import ABSENT

_VERBS: Final = frozenset(("clone", "duplicate", "copy"))
_MADE_ANEW: Final = (
    Auto.ID, Auto.CREATED, Auto.UPDATED, Auto.DELETED, Auto.OWNER, Auto.VERSION,
)  # fmt: skip


def is_one(work: Workbench, draft: OperationDraft, word: str) -> bool:
    """A bare order to copy: what a body changes in the copy is another question."""
    body = draft.fact.body
    bare = body is None or not properties(work, body.shape)
    return draft.method == "POST" and bare and snake(word) in _VERBS


def settle(work: Workbench) -> None:
    for draft in work.operations:
        if draft.purpose is Purpose.COPY:
            why = _copy(work, draft, work.entities[draft.entity])
            if why:
                draft.give_up(why)


def _copy(work: Workbench, draft: OperationDraft, entity: EntityDraft) -> str:
    """Decide what is copied; why code is needed, empty if none is."""
    made = _creation(work, entity)
    if made is None:
        return "nothing says what a new one is made of"
    if any(each.kind not in (AssignKind.COLUMN, AssignKind.IGNORED) for each in made.assigns):
        return "whether what belongs to it is copied along is not said"
    given = {each.name for each in made.assigns if each.kind is AssignKind.COLUMN}
    above = {each.name for each in entity.columns.values() if each.references in _parents(draft)}
    copied = [e for e in entity.columns.values() if e.name in given | above and _own(entity, e)]
    names = [each.name for each in copied]
    why = _hindered(work, entity, names) or _unanswered(work, draft)
    if entity.owner.kind is Ownership.COLUMN and draft.access.credentials is Credentials.NONE:
        why = why or "nobody is signed in whose it could be"
    draft.copied = [] if why else names
    return why


def _creation(work: Workbench, entity: EntityDraft) -> Input | None:
    """The body of the one operation that makes such a row."""
    bodies = {
        each.body.shape.ref
        for each in work.operations
        if each.entity == entity.name and each.purpose is Purpose.CREATE and each.body is not None
    }
    return work.inputs.get((bodies.pop(), entity.name)) if len(bodies) == 1 else None


def _parents(draft: OperationDraft) -> set[str]:
    return {each.entity for each in draft.lookups[:-1]}


def _own(entity: EntityDraft, column: ColumnDraft) -> bool:
    """Not what every row has for itself."""
    return not column.primary and column.auto not in _MADE_ANEW and column.name != entity.version


def _hindered(work: Workbench, entity: EntityDraft, copied: list[str]) -> str:
    """What only one row may have, what the rows below would be, what nothing gives the copy."""
    for column in entity.columns.values():
        fresh = not _own(entity, column) or column.name == entity.owner.column
        if column.unique and not fresh:
            return f"no two may have the same {column.name}, and nothing gives the copy another"
        lacking = bool(column.required) and column.default is ABSENT
        if lacking and not fresh and column.name not in copied:
            return f"nothing says which {column.name} the copy has"
    known = {*copied, entity.owner.column}
    for unique in entity.uniques:
        if set(unique.columns) <= known:
            return f"no two may have the same {', '.join(unique.columns)}"
    below = [each.name for each in work.entities.values() if foreign_key(each, entity.name)]
    if below:
        return f"whether each {below[0]} of it is copied along is not said"
    counted = any(
        parent.relations[limit.relation].entity == entity.name
        for parent in work.entities.values()
        for limit in parent.count_limits
    )
    return "how many there may be is limited" if counted else ""


def _unanswered(work: Workbench, draft: OperationDraft) -> str:
    """Rows beside the copy are not at hand before it is stored."""
    view = work.views.get(draft.row_schema)
    read = [each.property for each in view.fills if each.source is Source.RELATION] if view else []
    return f"{read[0]} of its answer belongs to other rows" if read else ""
