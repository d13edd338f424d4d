"""The state that the contract's own words name: "Take a rejected order back to draft"."""

import re
from typing import Final

from backwright.contract.binding.drafts import EntityDraft, OperationDraft
from backwright.contract.names import words
from backwright.shape import Kind, Scalar

_STATES: Final = frozenset(("status", "state", "stage", "phase"))
_ALONE: Final = r"(?!\s*(?:or\b|/|,\s*[\w ]+(?:,|\bor\b)))(?!\s+\w*version)"
"""Of several values in a row none is the one."""
_MOVES: Final = (
    r"\b(?:back|moves?|returns?|reverts?|sets?|changes?|transitions?|resets?|brings?|puts?)\b"
    r"[^.;]*?\bto (?:the (?:state |status )?)?[`'\"]?{value}\b" + _ALONE
)
_MARKS: Final = r"\bmarks?\b[^.;]*?\bas [`'\"]?{value}\b" + _ALONE


def target(entity: EntityDraft, draft: OperationDraft) -> tuple[str, Scalar] | None:
    """The column and its value, if exactly one is named."""
    said = f"{draft.fact.summary}. {draft.fact.description}"
    found = [
        (column.name, value)
        for column in entity.columns.values()
        if words(column.name)[-1] in _STATES and column.shape.kind is Kind.STRING
        for value in column.shape.values
        if _named(str(value), said)
    ]
    return found[0] if len(found) == 1 else None


def _named(value: str, said: str) -> bool:
    spelled = r"[\s_-]?".join(re.escape(each) for each in words(value))
    if not spelled:
        return False
    patterns = (each.replace("{value}", spelled) for each in (_MOVES, _MARKS))
    return any(re.search(each, said, re.IGNORECASE) for each in patterns)
