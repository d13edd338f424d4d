"""Words by which a list is narrowed and which are no values of a column: `all`, `pending`."""

import re
from typing import Final

from backwright.contract.binding.drafts import ColumnDraft, EntityDraft
from backwright.contract.names import snake
from backwright.read.facts import ParameterFact
from backwright.shape import Kind, Literal

Meanings = tuple[tuple[str, Literal], ...]

_ALL: Final = frozenset(("all", "any", "both", "everything"))
_ON: Final = frozenset(("true", "yes", "on"))
_OFF: Final = frozenset(("false", "no", "off"))
_SAME: Final = {
    "completed": ("complete", "done", "finished", "closed"),
    "done": ("completed", "complete", "finished", "closed"),
    "active": ("enabled", "live"),
    "archived": ("archive",),
    "published": ("public", "live"),
}  # fmt: skip
_OPPOSITE: Final = {
    "completed": ("pending", "active", "incomplete", "uncompleted", "open", "todo", "remaining"),
    "done": ("pending", "active", "incomplete", "open", "todo", "undone", "remaining"),
    "active": ("inactive", "archived", "disabled", "deactivated"),
    "archived": ("active", "unarchived", "current"),
    "published": ("draft", "drafts", "unpublished"),
    "read": ("unread",),
    "verified": ("unverified", "pending"),
    "resolved": ("unresolved", "open"),
    "paid": ("unpaid", "outstanding"),
    "available": ("unavailable",),
    "approved": ("unapproved", "pending"),
}  # fmt: skip
_ABOUT_STATE: Final = ("status", "state", "filter", "view", "show", "completion_status")


def with_all(column: ColumnDraft, fact: ParameterFact) -> Meanings:
    """`all` among the values of an enum: each other word means itself."""
    values = [str(each) for each in fact.property.shape.values]
    rest = [each for each in values if snake(each) not in _ALL]
    known = {str(each): each for each in column.shape.values}
    if len(rest) == len(values) or any(each not in known for each in rest if known):
        return ()
    return tuple((each, known.get(each, each)) for each in rest)


def of_boolean(column: ColumnDraft, fact: ParameterFact) -> Meanings:
    """What each word says of the boolean; empty if one of them says nothing."""
    said = [str(each) for each in fact.property.shape.values] or _described(fact)
    found: list[tuple[str, Literal]] = []
    for word in said:
        value = _means(column.name.removeprefix("is_"), snake(word))
        if value is not None:
            found.append((word, value))
        elif snake(word) not in _ALL and fact.property.shape.values:
            return ()
    return tuple(found) if {value for _, value in found} == {True, False} else ()


def of_some_boolean(entity: EntityDraft, fact: ParameterFact) -> tuple[str, Meanings] | None:
    """`status=pending` of a task that is either completed or not."""
    if snake(fact.property.name) not in _ABOUT_STATE:
        return None
    found = [
        (column.name, told)
        for column in entity.columns.values()
        if column.shape.kind is Kind.BOOLEAN and (told := of_boolean(column, fact))
    ]
    return found[0] if len(found) == 1 else None


def _described(fact: ParameterFact) -> list[str]:
    """The words of the description, where nothing enumerates them."""
    return list(dict.fromkeys(re.findall(r"\w+", fact.property.description.lower())))


def _means(base: str, word: str) -> bool | None:
    if word in _ON or word == base or word in _SAME.get(base, ()):
        return True
    negated = {f"un{base}", f"in{base}", f"not_{base}", f"non_{base}"}
    if word in _OFF or word in negated or word in _OPPOSITE.get(base, ()):
        return False
    return None
