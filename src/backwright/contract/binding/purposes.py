"""What each operation is for, by its method, its path, its body and its answer."""

import re
from typing import Final

from backwright.contract.binding import accounts, actions, clones, lists, reorders, wrappers
from backwright.contract.binding.drafts import OperationDraft
from backwright.contract.binding.gather import properties
from backwright.contract.binding.matching import entity_of_segment
from backwright.contract.binding.workbench import Workbench
from backwright.contract.names import identifier, snake
from backwright.contract.operations import Purpose
from backwright.shape import Kind

_HEALTH: Final = re.compile(
    r"health\w*|healthz|livez?|liveness|readyz?|readiness|ping", re.IGNORECASE
)
_CREATES: Final = frozenset(("create", "new", "add"))
_SOURCES: Final = re.compile(
    r"\bfrom (?:(?:the|an?|my|your|users?'?s?|current|shopping|existing) )*"
    r"(?P<what>cart|basket|template|file|csv|upload|url|image|document|receipt)\b",
    re.IGNORECASE,
)
_JSON: Final = ("application/json", "application/x-www-form-urlencoded")


def classify(work: Workbench, draft: OperationDraft) -> None:
    if draft.needs:
        return
    draft.purpose = _purpose(work, draft)
    if draft.purpose is Purpose.CUSTOM:
        draft.give_up("no pattern builds it")
        draft.lookups = [each for each in draft.lookups if each.parameter]


def _purpose(work: Workbench, draft: OperationDraft) -> Purpose:
    static = [part for part in draft.segments if not part.startswith("{")]
    if draft.method == "GET" and any(_HEALTH.fullmatch(part) for part in static):
        return Purpose.HEALTH
    account = accounts.purpose(work, draft)
    if account is not None:
        return _account(work, draft, account)
    if not _speaks_json(draft):
        draft.give_up("it takes or answers something other than JSON")
        return Purpose.CUSTOM
    return _of_rows(work, draft)


def _of_rows(work: Workbench, draft: OperationDraft) -> Purpose:
    if _enumerates(work, draft):
        draft.entity, draft.lookups = "", []
        return Purpose.CONSTANT
    if not draft.entity:
        draft.give_up("it is about nothing that is stored")
        return Purpose.CUSTOM
    if reorders.is_one(work, draft):
        return Purpose.REORDER
    if _links(draft) and draft.method != "GET":
        return actions.link(work, draft)
    decide = {"GET": _get, "POST": _post, "DELETE": _delete}.get(draft.method, _change)
    return decide(work, draft)


def _account(work: Workbench, draft: OperationDraft, found: Purpose) -> Purpose:
    """Only own users can sign up and in; an external issuer's `me` is a row like any other."""
    if not work.user:
        if found in (Purpose.ME, Purpose.UPDATE_ME) and draft.entity and draft.lookups:
            return Purpose.GET if found is Purpose.ME else _change(work, draft)
        draft.give_up("who signs in is kept elsewhere")
        return Purpose.CUSTOM
    if found is Purpose.LOGIN and not accounts.answers_tokens(work, draft):
        draft.give_up("its answer holds no token")
        return Purpose.CUSTOM
    draft.entity = work.user
    draft.lookups = []
    return found


def _enumerates(work: Workbench, draft: OperationDraft) -> bool:
    """`GET /categories` whose answer is a list of the values of an enum, and nothing else."""
    shape = draft.success.shape if draft.success is not None else None
    if draft.method != "GET" or shape is None or draft.row_schema:
        return False
    if wrappers.enumerated(shape):
        return True
    return any(wrappers.enumerated(each.shape) for each in properties(work, shape)) and not any(
        each.shape.kind is Kind.OBJECT for each in properties(work, shape)
    )


def _speaks_json(draft: OperationDraft) -> bool:
    body, success = draft.fact.body, draft.success
    taken = body is None or any(each in body.content_type for each in ("json", "urlencoded"))
    shown = success is None or success.shape is None or "json" in (success.content_type or "json")
    return taken and shown


def _get(work: Workbench, draft: OperationDraft) -> Purpose:
    if draft.rows:
        return lists.purpose(work, draft)
    if not draft.row_schema:
        draft.give_up("its answer is no row that is stored")
        return Purpose.CUSTOM
    ends = bool(draft.lookups) and draft.lookups[-1].entity == draft.entity
    if ends and not _trailing(work, draft):
        return Purpose.GET
    draft.give_up("its answer is computed")
    return Purpose.CUSTOM


def _trailing(work: Workbench, draft: OperationDraft) -> str:
    """The word after the row's own place: `cancel` of `/orders/{id}/cancel`."""
    last = draft.segments[-1]
    if last.startswith("{"):
        return ""
    wires = {identifier(part.strip("{}")) for part in draft.segments if part.startswith("{")}
    if draft.lookups and draft.lookups[-1].parameter not in wires:
        return ""
    named = entity_of_segment(work, last, draft.lookups[-1].entity if draft.lookups else "")
    if named is not None and named.name == draft.entity:
        return ""
    return last


def _post(work: Workbench, draft: OperationDraft) -> Purpose:
    last = draft.segments[-1]
    named = entity_of_segment(work, last, draft.lookups[-1].entity if draft.lookups else "")
    row_found = bool(draft.lookups) and draft.lookups[-1].entity == draft.entity
    if row_found and not (named is not None and named.name == draft.entity):
        copies = clones.is_one(work, draft, last)
        return Purpose.COPY if copies else actions.purpose(work, draft, last)
    if last.startswith("{"):
        return actions.link(work, draft)
    creates = (named is not None and named.name == draft.entity) or snake(last) in _CREATES
    if not creates and named is None and not draft.lookups and len(_static(draft)) == 1:
        creates = True
    if creates and draft.fact.body is not None and properties(work, draft.fact.body.shape):
        source = _SOURCES.search(draft.fact.summary)
        if source is not None and work.find(source["what"]) is None:
            draft.give_up(f"what it takes from the {source['what']} is described nowhere")
            return Purpose.CUSTOM
        return Purpose.CREATE
    draft.give_up("what it does to what is stored is not said in a form that is understood")
    return Purpose.CUSTOM


def _static(draft: OperationDraft) -> list[str]:
    return [part for part in draft.segments if not part.startswith("{")]


def _links(draft: OperationDraft) -> bool:
    """Two rows that are found apart: `/tasks/{id}/labels/{label_id}`, of which neither holds
    the other."""
    found = draft.lookups
    return len(found) == 2 and not found[1].through and draft.segments[-1].startswith("{")


def _change(work: Workbench, draft: OperationDraft) -> Purpose:
    row_found = bool(draft.lookups) and draft.lookups[-1].entity == draft.entity
    if not row_found:
        draft.give_up("it names no single row")
        return Purpose.CUSTOM
    word = _trailing(work, draft)
    if word:
        return actions.purpose(work, draft, word)
    if draft.fact.body is None or not properties(work, draft.fact.body.shape):
        draft.give_up("it has no body to change a row by")
        return Purpose.CUSTOM
    return full_or_partial(work, draft)


def full_or_partial(work: Workbench, draft: OperationDraft) -> Purpose:
    """A PUT whose body has no required field is partial, unless somebody decides otherwise."""
    if draft.method == "PATCH" or draft.fact.body is None:
        return Purpose.UPDATE
    if any(each.required for each in properties(work, draft.fact.body.shape)):
        return Purpose.REPLACE
    taken = work.choose(
        "partial_put", draft.id, ("partial", "full"), spans=(draft.fact.span,),
        statements=(draft.fact.statement,), note=f"PUT {draft.fact.path}",
    )  # fmt: skip
    return Purpose.UPDATE if taken == "partial" else Purpose.REPLACE


def _delete(work: Workbench, draft: OperationDraft) -> Purpose:
    row_found = bool(draft.lookups) and draft.lookups[-1].entity == draft.entity
    if row_found and not _trailing(work, draft):
        return Purpose.DELETE
    if row_found and draft.segments[-1].startswith("{"):
        return actions.link(work, draft)
    draft.give_up("it names no single row")
    return Purpose.CUSTOM
