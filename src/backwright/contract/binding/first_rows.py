"""The caller's one and only row where no operation makes it: settings, preferences, a cart."""

from typing import Final

from backwright.contract import aspects
from backwright.contract.binding.drafts import EntityDraft, OperationDraft
from backwright.contract.binding.gather import properties
from backwright.contract.binding.workbench import Workbench, written
from backwright.contract.entities import Auto, Ownership
from backwright.contract.names import identifier
from backwright.contract.operations import ParameterUse, Purpose
from backwright.shape import ABSENT

_MADE: Final = (Auto.ID, Auto.CREATED, Auto.UPDATED, Auto.VERSION, Auto.OWNER, Auto.DELETED)


def settle(work: Workbench) -> None:
    """It is made when it is first asked for, as far as defaults or a whole body tell how."""
    for draft in work.operations:
        entity = work.entities.get(draft.entity)
        if entity is None or draft.custom or not _alone(work, draft, entity):
            continue
        open_ = _without_default(entity)
        if not open_ or (draft.purpose is Purpose.REPLACE and open_ <= _given(work, draft)):
            draft.creates = True
            _only_one(work, draft, entity)
        elif not any(_whole(work, each, entity, open_) for each in work.operations):
            named = ", ".join(sorted(open_))
            draft.give_up(f"nothing makes a first {entity.name}, with its {named}")


def _only_one(work: Workbench, draft: OperationDraft, entity: EntityDraft) -> None:
    """Two requests at once never make two."""
    column = entity.columns[entity.owner.column]
    column.unique = True
    aspect = aspects.constraint(entity.name, column.name, "unique")
    work.origin(aspect, written(draft.fact.statement, draft.fact.span))


def _alone(work: Workbench, draft: OperationDraft, entity: EntityDraft) -> bool:
    """Found without a key, owned by a column, and never created by an operation."""
    found = draft.lookups[-1] if draft.lookups else None
    single = found is not None and not found.parameter and found.entity == entity.name
    changes = draft.purpose in (Purpose.GET, Purpose.UPDATE, Purpose.REPLACE)
    one = single and changes and not _within(draft) and entity.owner.kind is Ownership.COLUMN
    return one and not any(
        each.entity == entity.name and each.purpose in (Purpose.CREATE, Purpose.REGISTER)
        for each in work.operations
    )


def _within(draft: OperationDraft) -> bool:
    """Whether the path tells which of several it is: there is one for each audit."""
    return any(
        each.place == "path" and each.use is ParameterUse.FILTER for each in draft.parameters
    )


def _without_default(entity: EntityDraft) -> set[str]:
    return {
        each.name
        for each in entity.columns.values()
        if each.required and each.default in (ABSENT, None) and each.auto not in _MADE
    }


def _given(work: Workbench, draft: OperationDraft) -> set[str]:
    body = draft.fact.body
    given = properties(work, body.shape if body is not None else None)
    return {identifier(each.name) for each in given if each.required}


def _whole(work: Workbench, draft: OperationDraft, entity: EntityDraft, open_: set[str]) -> bool:
    """Another operation gives all that it needs."""
    whole = draft.purpose is Purpose.REPLACE and draft.entity == entity.name
    return whole and open_ <= _given(work, draft)
