"""Where each property of an answer comes from."""

from dataclasses import replace
from typing import Final

from backwright.contract.binding import action_answers, action_places, fills, wrappers
from backwright.contract.binding.drafts import OperationDraft
from backwright.contract.binding.envelopes import unwrap
from backwright.contract.binding.workbench import Workbench
from backwright.contract.names import class_name
from backwright.contract.operations import Purpose, Result
from backwright.diagnostics import binding as diagnostics
from backwright.shape import Kind, Shape

_USUAL: Final = {"POST": 201, "DELETE": 204}


def read(work: Workbench, draft: OperationDraft) -> None:
    success = draft.success
    if success is None:
        work.diagnostics.append(
            diagnostics.NO_SUCCESS.at(
                draft.fact.span, operation=f"{draft.method} {draft.fact.path}"
            )
        )
        draft.result = Result(_USUAL.get(draft.method, 200), None, "application/json", "Done")
        return
    draft.result = Result(
        success.status, success.shape, success.content_type, success.description, success.headers
    )
    if draft.custom or success.shape is None:
        return
    if success.shape.kind is Kind.ANY and draft.method != "GET":
        # An answer that nobody describes, after something was done: nothing is said in it.
        draft.result = replace(draft.result, shape=None)
        return
    why = _fill(work, draft)
    if why:
        draft.give_up(why)


def _fill(work: Workbench, draft: OperationDraft) -> str:
    """Why the answer cannot be filled; empty if it can."""
    shape = draft.success.shape if draft.success is not None else None
    if shape is None:
        return ""
    if draft.purpose is Purpose.HEALTH:
        return wrappers.health(work, draft, shape)
    if draft.purpose is Purpose.CONSTANT:
        return wrappers.constants(work, draft, shape)
    return _shaped(work, draft, shape)


def _shaped(work: Workbench, draft: OperationDraft, shape: Shape) -> str:
    if shape.kind is Kind.ARRAY and shape.items is not None and shape.items.kind is Kind.OBJECT:
        return fills.row(work, shape.items.ref, draft.entity)
    if shape.kind is not Kind.OBJECT:
        return f"its answer is {class_name(shape.kind)}, no object and no list of objects"
    answer = unwrap(work, shape, draft.entity)
    told = answer is None or action_places.answered_by_actions(work, shape.ref)
    if told and action_answers.fit(work, draft, shape.ref):
        return ""
    accounts = (Purpose.LOGIN, Purpose.REFRESH)
    if answer is not None and answer.schema == shape.ref and draft.purpose not in accounts:
        about_user = draft.purpose in (Purpose.REGISTER, Purpose.ME, Purpose.UPDATE_ME)
        shown = work.user if about_user else answer.entity or draft.entity
        if shown != draft.entity and not _parent(draft, shown):
            return f"it answers {shown}, and nothing says which"
        return fills.row(work, shape.ref, shown)
    return wrappers.wrap(work, draft, shape.ref, answer)


def _parent(draft: OperationDraft, shown: str) -> bool:
    """A change of a line answers the order that the path names."""
    return any(each.entity == shown for each in draft.lookups)
