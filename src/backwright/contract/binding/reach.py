"""Rows that the path leads to: what nothing relates to the row before cannot be found."""

from itertools import pairwise

from backwright.contract.binding.drafts import EntityDraft, OperationDraft
from backwright.contract.binding.lookups import foreign_key, link_between
from backwright.contract.binding.workbench import Workbench
from backwright.contract.operations import Assign, AssignKind, Input, Purpose


def settle(work: Workbench) -> None:
    for draft in work.operations:
        if not draft.custom:
            _rows(work, draft)
    for draft in work.operations:
        if not draft.custom:
            _body(work, draft)


def _rows(work: Workbench, draft: OperationDraft) -> None:
    """Each lookup inside the one before, and the rows of a list inside the last."""
    chain = [each.entity for each in draft.lookups]
    if draft.purpose is Purpose.LIST and draft.entity:
        chain.append(draft.entity)
    for before, found in pairwise(chain):
        if before != found and not _leads(work, before, found):
            draft.give_up(f"nothing relates {found} to {before}")
            return


def _leads(work: Workbench, before: str, found: str) -> bool:
    return bool(foreign_key(work.entities[found], before)) or bool(
        link_between(work, before, found)
    )


def _body(work: Workbench, draft: OperationDraft) -> None:
    """A column that an answer has shown to be rows takes no names or objects."""
    entity = work.entities.get(draft.entity)
    if draft.body is None or entity is None:
        return
    shape = draft.body.shape.items if draft.body.multiple else draft.body.shape
    made = work.inputs.get((shape.ref if shape is not None else "", entity.name))
    lost = _lost(entity, made) if made is not None else []
    if lost:
        named = ", ".join(each.property for each in lost)
        draft.give_up(f"which rows {named} of its body means is not said")


def _lost(entity: EntityDraft, made: Input) -> list[Assign]:
    return [
        each
        for each in made.assigns
        if each.kind is AssignKind.COLUMN and each.name not in entity.columns
    ]
