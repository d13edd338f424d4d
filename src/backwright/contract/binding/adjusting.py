"""How far an action may move the numbers of a row, and how it refuses to go further."""

import re
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft, OperationDraft
from backwright.contract.binding.workbench import Workbench, decided
from backwright.contract.entities import DerivedKind
from backwright.contract.model import Origin
from backwright.contract.names import identifier, spoken
from backwright.contract.operations import Limit, Purpose, Refusal, Shift
from backwright.shape import Kind

_WIDEST: Final = 2**31 - 1
_SHORT: Final = re.compile(
    r"insufficient|not enough|exceed|out of stock|more than|unavailable|too (?:many|much|few)"
    r"|below zero|negative (?:stock|balance|quantity|inventory)|not available",
    re.IGNORECASE,
)
_STATUSES: Final = (409, 400, 422, 402, 403, 412)
_SWAPPED: Final = {"<=": ">=", "<": ">", ">=": "<=", ">": "<"}


def settle(work: Workbench) -> None:
    for draft in work.operations:
        entity = work.entities.get(draft.entity)
        if draft.purpose is Purpose.ADJUST and entity is not None:
            for shift in draft.shifts:
                _limit(work, draft, entity, shift)


def signed(work: Workbench, draft: OperationDraft) -> bool:
    """Whether the amount may be negative."""
    body = draft.fact.body
    schema = work.schemas.get(body.shape.ref) if body is not None else None
    own = schema.get(draft.amount) if schema is not None else None
    return own is None or own.shape.minimum is None or own.shape.minimum < 0


def _limit(work: Workbench, draft: OperationDraft, entity: EntityDraft, shift: Shift) -> None:
    column = entity.columns[shift.column]
    both = signed(work, draft)
    if shift.sign < 0 or both:
        _below(work, draft, entity, column)
    if shift.sign > 0 or both:
        _above(work, draft, entity, column)


def _below(
    work: Workbench, draft: OperationDraft, entity: EntityDraft, column: ColumnDraft
) -> None:
    """What the column may not fall below."""
    shape = column.shape
    if shape.minimum is not None:
        operator = ">" if shape.exclusive_minimum else ">="
        draft.limits.append(Limit(column.name, operator, value=shape.minimum))
    found = _beside(draft, entity, column, ">")
    draft.limits += found
    if shape.minimum is None and not found and _asked(work, draft, column):
        draft.limits.append(Limit(column.name, ">="))
    for name, first, taken in _differences(entity):
        if column.name == first and not any(each.other == taken for each in found):
            _keep(work, draft, name, Limit(first, ">=", taken))


def _above(
    work: Workbench, draft: OperationDraft, entity: EntityDraft, column: ColumnDraft
) -> None:
    """What the column may not rise above; whole numbers end where the database's do."""
    shape, before = column.shape, len(draft.limits)
    if shape.maximum is not None:
        operator = "<" if shape.exclusive_maximum else "<="
        draft.limits.append(Limit(column.name, operator, value=shape.maximum))
    found = _beside(draft, entity, column, "<")
    draft.limits += found
    for name, first, taken in _differences(entity):
        if column.name == taken and not any(each.other == first for each in found):
            _keep(work, draft, name, Limit(taken, "<=", first))
    if len(draft.limits) == before and shape.kind is Kind.INTEGER:
        draft.limits.append(Limit(column.name, "<=", value=_WIDEST))


def _beside(
    draft: OperationDraft, entity: EntityDraft, column: ColumnDraft, way: str
) -> list[Limit]:
    """Other columns that it has to stay below or above, unless they move along."""
    moved = {each.column for each in draft.shifts}
    found = []
    for rule in entity.cross_fields:
        told = (rule.left, rule.operator, rule.right)
        if rule.right == column.name:
            told = (rule.right, _SWAPPED.get(rule.operator, rule.operator), rule.left)
        if told[0] == column.name and told[1].startswith(way) and told[2] not in moved:
            found.append(Limit(*told))
    return found


def _differences(entity: EntityDraft) -> list[tuple[str, str, str]]:
    return [
        (each.name, each.columns[0], each.columns[1])
        for each in entity.derived.values()
        if each.kind is DerivedKind.DIFFERENCE and not set(each.columns) - entity.columns.keys()
    ]


def _keep(work: Workbench, draft: OperationDraft, name: str, limit: Limit) -> None:
    """What is left does not fall below zero, where the two do not move together."""
    if limit.other in {each.column for each in draft.shifts}:
        return
    said = _declared(draft) > 0 or _never_negative(work, draft, name)
    if said or _choose(work, draft, name):
        draft.limits.append(limit)


def _never_negative(work: Workbench, draft: OperationDraft, name: str) -> bool:
    return any(
        identifier(own.name) == name and own.shape.minimum is not None and own.shape.minimum >= 0
        for schema in work.schemas.values()
        if work.entity_of.get(schema.name) == draft.entity
        for own in schema.properties
    )


def _asked(work: Workbench, draft: OperationDraft, column: ColumnDraft) -> bool:
    return _declared(draft) > 0 or _choose(work, draft, column.name)


def _choose(work: Workbench, draft: OperationDraft, name: str) -> bool:
    """Whether there can be less than nothing."""
    taken = work.choose(
        "lowest_amount", f"{draft.id}.{name}", ("zero", "none"), spans=(draft.fact.span,),
        statements=(draft.fact.statement,), note=f"{draft.method} {draft.fact.path}: {name}",
    )  # fmt: skip
    aspect = aspects.refusal(draft.id, _status(draft), "exhausted")
    work.origin(aspect, decided(f"lowest_amount/{draft.id}.{name}"))
    return taken == "zero"


def _declared(draft: OperationDraft) -> int:
    """The status that the contract answers with to who wants too much."""
    for status in _STATUSES:
        for each in draft.fact.responses:
            if each.status == status and _SHORT.search(each.description):
                return status
    return 0


def _status(draft: OperationDraft) -> int:
    """A conflict with what is there, unless the contract has another answer to it."""
    known = {each.status for each in draft.fact.responses}
    return _declared(draft) or next((each for each in _STATUSES[:2] if each in known), 409)


def refusal(draft: OperationDraft) -> tuple[Refusal, list[Origin]]:
    """In the author's words and with their status, where the contract has them."""
    status = _status(draft)
    names = dict.fromkeys(each.column for each in draft.limits)
    text = " and ".join(" ".join(each.split("_")) for each in names).capitalize()
    said = f"{text} cannot be moved so far"
    if all(each.operator.startswith(">") for each in draft.limits):
        said = f"Not enough {text.lower()}"
    for each in draft.fact.responses:
        told = " ".join(each.description.split()).rstrip(".")
        plain = len(told) <= 60 and not re.search(r"[(),]| or ", told)
        if each.status == status and plain and _SHORT.search(told):
            said = told
    return Refusal(
        status, "exhausted", said or spoken(draft.entity), draft.entity, tuple(names)
    ), []
