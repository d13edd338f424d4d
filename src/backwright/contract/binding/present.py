"""Lists of the rows that the present time picks out: `/tasks/overdue`, `/coupons/expired`."""

import re
from dataclasses import dataclass
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft, OperationDraft
from backwright.contract.binding.workbench import Workbench, decided, written
from backwright.contract.names import words
from backwright.contract.operations import Comparison
from backwright.read.facts import StatementKind
from backwright.read.sentences.comparing import comparisons
from backwright.shape import Kind


@dataclass(frozen=True, slots=True)
class _Word:
    """What a word says about the time that a row holds."""

    column: re.Pattern[str]
    """How the column is called."""
    operator: str
    border: bool = True
    """Whether the word says itself if today is meant: nothing is overdue on the day it is due."""
    finished: bool = False
    """Rows that are done are not meant: a task that is completed is not overdue."""


_DUE: Final = re.compile(r"(?:\w+_)?(?:due|deadline)(?:_(?:at|on|by|date|time))?")
_NEXT: Final = re.compile(rf"{_DUE.pattern}|next_(?:due|run|date|occurrence|execution|\w+_date)\w*")
_ENDS: Final = re.compile(
    r"(?:\w+_)?(?:expires?|expiry|expiration)(?:_(?:at|on|date|time))?|valid_(?:until|to|till)"
)
_STARTS: Final = re.compile(
    r"(?:\w+_)?(?:starts?|begins?)(?:_(?:at|on|date|time))?|event_(?:date|time)|date|date_time"
    r"|datetime|scheduled_(?:at|for|on|date|time)|\w*departure\w*|appointment_(?:date|time)"
)
_WORDS: Final = {
    "overdue": _Word(_DUE, "<", finished=True),
    "past_due": _Word(_DUE, "<", finished=True),
    "due": _Word(_NEXT, "<=", finished=True),
    "due_now": _Word(_NEXT, "<=", finished=True),
    "expired": _Word(_ENDS, "<", border=False),
    "upcoming": _Word(_STARTS, ">=", border=False),
}
_NOW: Final = re.compile(
    r"\W*(?:(?:the|current|present)\b\W*)*(?:today|now|date|time|moment)\b", re.IGNORECASE
)
_DONE: Final = (
    "completed", "complete", "done", "finished", "returned", "paid", "closed", "resolved",
    "settled", "fulfilled", "delivered",
)  # fmt: skip
_ENDED: Final = (*_DONE, "cancelled", "canceled", "archived", "void", "voided")
_OPEN: Final = re.compile(
    r"\b(?:not|never|yet to be|still)\b|\b(?:in|un)(?:complete|finished|paid|returned|resolved|done"
    r"|settled)|\b(?:open|pending|outstanding|active)\b",
    re.IGNORECASE,
)
_SAYS: Final = (StatementKind.REQUIREMENT, StatementKind.MODEL_RULE, StatementKind.CLARIFICATION)


def by_time(work: Workbench, draft: OperationDraft, word: str) -> bool:
    """Whether the word tells the rows by one column that holds a time."""
    meant = _WORDS.get(word)
    entity = work.entities[draft.entity]
    column = _column(entity, meant.column) if meant is not None else None
    if meant is None or column is None:
        return False
    said = _said(work, draft, word)
    draft.compared = [Comparison(column.name, _operator(work, draft, meant, column, said))]
    origin = written(draft.fact.statement, draft.fact.span)
    work.origin(aspects.selection(draft.id), origin)
    if meant.finished:
        _leave_out_finished(work, draft, entity, said)
    return True


def _column(entity: EntityDraft, called: re.Pattern[str]) -> ColumnDraft | None:
    """The only one that is called so and holds a time."""
    found = [
        each
        for each in entity.columns.values()
        if each.shape.kind in (Kind.DATE, Kind.DATETIME) and called.fullmatch(each.name)
    ]
    return found[0] if len(found) == 1 else None


def _said(work: Workbench, draft: OperationDraft, word: str) -> str:
    """What the contract and the sentences with the word say about it."""
    named = f"_{word}_"
    told = [
        each.text
        for each in work.facts.statements
        if each.kind in _SAYS and named in f"_{'_'.join(words(each.text))}_"
    ]
    return "\n".join((draft.fact.summary, draft.fact.description, *told))


def _operator(
    work: Workbench, draft: OperationDraft, meant: _Word, column: ColumnDraft, said: str
) -> str:
    """As a sentence compares with now or today; else as the word says, or as is decided."""
    for each in comparisons(said):
        if _NOW.match(said, each.end) and each.operator[0] == meant.operator[0]:
            return each.operator
    if meant.border or column.shape.kind is Kind.DATETIME:
        return meant.operator
    options = ("included", "excluded") if "=" in meant.operator else ("excluded", "included")
    taken = work.choose(
        "list_border", draft.id, options, spans=(draft.fact.span,),
        statements=(draft.fact.statement,),
        note=f"{draft.method} {draft.fact.path}: {column.name}, today",
    )  # fmt: skip
    work.origin(aspects.selection(draft.id), decided(f"list_border/{draft.id}"))
    return meant.operator[0] + ("=" if taken == "included" else "")


def _leave_out_finished(
    work: Workbench, draft: OperationDraft, entity: EntityDraft, said: str
) -> None:
    """By the one column that tells that a row is done; whether it matters is asked where no
    sentence says it."""
    flags = (each for word in _DONE for each in (word, f"is_{word}"))
    flag = next((entity.columns[each] for each in flags if each in entity.columns), None)
    ended = _ended(entity)
    if flag is not None and flag.shape.kind is not Kind.BOOLEAN:
        flag = None
    if flag is None and not ended:
        return
    name = flag.name if flag is not None else ended[0].column
    if _OPEN.search(said) is None and not _only_open(work, draft, name):
        return
    if flag is not None:
        draft.fixed = [(flag.name, False)]
    else:
        draft.compared += ended


def _ended(entity: EntityDraft) -> list[Comparison]:
    """The values of a status after which nothing is awaited any more."""
    for column in entity.columns.values():
        found = [each for each in column.shape.values if str(each).lower() in _ENDED]
        if column.required is not False and any(str(each).lower() in _DONE for each in found):
            return [Comparison(column.name, "!=", value=each) for each in found]
    return []


def _only_open(work: Workbench, draft: OperationDraft, column: str) -> bool:
    taken = work.choose(
        "finished_rows", draft.id, ("left_out", "listed"), spans=(draft.fact.span,),
        statements=(draft.fact.statement,), note=f"{draft.method} {draft.fact.path}: {column}",
    )  # fmt: skip
    work.origin(aspects.selection(draft.id), decided(f"finished_rows/{draft.id}"))
    return taken == "left_out"
