"""Lists, and lists of some: `/products/featured`, `/orders/pending`, `/posts/latest`."""

import re
from typing import Final

from backwright.contract.binding import present, ranked, selections
from backwright.contract.binding.drafts import EntityDraft, OperationDraft
from backwright.contract.binding.lookups import foreign_key
from backwright.contract.binding.matching import entity_of_segment
from backwright.contract.binding.workbench import Workbench
from backwright.contract.entities import Auto
from backwright.contract.names import singular, snake, words
from backwright.contract.operations import Purpose, Sort
from backwright.shape import Kind

_PLAIN: Final = frozenset(
    ("search", "find", "query", "filter", "list", "all", "mine", "my", "history", "me", "browse")
)
_PAST: Final = frozenset(
    ("history", "timeline", "activity", "activities", "events", "log", "logs", "trail", "changes")
)
"""Words for all that happened to a row."""
_ORDERED: Final = re.compile(
    r"\b(?:order(?:ed)?|sort(?:ed)?|rank(?:ed)?) by\b(?P<rest>[^.;]*)", re.IGNORECASE
)

_DOWN: Final = re.compile(r".*(?:desc|highest|most|latest|newest).*")
_UNLESS_UP: Final = re.compile(r"(?!.*asc).*")
"""A word such as `best` asks for the most, unless the order is said to go up."""
_CHOSEN: Final = (selections.by_columns, present.by_time)
"""How a word may tell some rows from others, tried in turn."""


def purpose(work: Workbench, draft: OperationDraft) -> Purpose:
    last = draft.segments[-1]
    parent = draft.lookups[-1].entity if draft.lookups else ""
    named = entity_of_segment(work, last, parent)
    entity = work.entities[draft.entity]
    word = "_".join(words(last))
    if _happened(entity, draft, parent, word):
        return Purpose.LIST
    if last.startswith("{") or (named is not None and named.name == draft.entity):
        return Purpose.LIST
    if word in _PLAIN or word.startswith("my_") or _of_path(draft) or _some(entity, draft, word):
        return Purpose.LIST
    if any(rule(work, draft, word) for rule in _CHOSEN):
        _stated_order(entity, draft, down=_DOWN)
        return Purpose.LIST
    if ranked.by_rank(work, draft, word) or _stated_order(entity, draft, down=_UNLESS_UP):
        return Purpose.LIST
    draft.give_up(f"which rows `{last}` means is not said in a form that is understood")
    return Purpose.CUSTOM


def _happened(entity: EntityDraft, draft: OperationDraft, parent: str, word: str) -> bool:
    """`/orders/{id}/timeline`: what the answer shows belongs to the order, all of it, by time."""
    if word.rpartition("_")[2] not in _PAST or not foreign_key(entity, parent):
        return False
    times = [each.name for each in entity.columns.values() if each.shape.kind is Kind.DATETIME]
    if len(times) == 1 and entity.auto(Auto.CREATED) is None:
        draft.sorts = [Sort(times[0], times[0])]
    return True


def _of_path(draft: OperationDraft) -> bool:
    """The only word of the path, or none of the words names another entity."""
    static = [part for part in draft.segments if not part.startswith("{")]
    return len(static) == 1


def _some(entity: EntityDraft, draft: OperationDraft, word: str) -> bool:
    one = singular(word)
    for name in (word, f"is_{word}", one, f"is_{one}"):
        column = entity.columns.get(name)
        if column is not None and column.shape.kind is Kind.BOOLEAN:
            draft.fixed = [(column.name, True)]
            return True
    for column in entity.columns.values():
        for value in column.shape.values:
            if snake(str(value)) in (word, one) and column.shape.kind is Kind.STRING:
                draft.fixed = [(column.name, value)]
                return True
    return False


def _stated_order(entity: EntityDraft, draft: OperationDraft, *, down: re.Pattern[str]) -> bool:
    """The description says by which column, in so many words; `down`: what says that the most
    comes first."""
    match = _ORDERED.search(f"{draft.fact.summary}. {draft.fact.description}")
    if match is None:
        return False
    said = snake(match["rest"])
    for column in entity.columns.values():
        if column.name in said:
            descending = down.fullmatch(said) is not None
            value = f"-{column.name}" if descending else column.name
            draft.sorts = [Sort(value, column.name, descending)]
            return True
    return False
