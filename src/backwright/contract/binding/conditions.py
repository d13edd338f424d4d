"""What must hold of a row beforehand: only a draft is changed, only one with lines is placed."""

import re
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding import relations
from backwright.contract.binding.drafts import EntityDraft, OperationDraft
from backwright.contract.binding.lookups import foreign_key
from backwright.contract.binding.workbench import Workbench, written
from backwright.contract.names import words
from backwright.contract.operations import Condition, Purpose
from backwright.read.facts import SentenceFact

_CHANGING: Final = (Purpose.UPDATE, Purpose.REPLACE, Purpose.DELETE, Purpose.CREATE)
_BEFORE: Final = "on|of|off|from|delete|change|edit|update|remove"
_SOME: Final = re.compile(
    r"\bat least (?:one|1) (?P<row>[a-z]+)|\bwithout (?:any )?(?P<none>[a-z]+)", re.IGNORECASE
)


def settle(work: Workbench) -> None:
    """From the sentence that an operation quotes: `change the note of a draft`."""
    for draft in work.operations:
        if draft.custom or draft.method == "GET":
            continue
        for fact in work.deeds_behind(draft):
            _state(work, draft, fact)
            _rows(work, draft, fact)


def _holder(work: Workbench, draft: OperationDraft) -> EntityDraft | None:
    """The entity with states that the path names: the row itself, or its parent."""
    for lookup in reversed(draft.lookups):
        entity = work.entities[lookup.entity]
        if entity.transitions:
            return entity
    return None


def _state(work: Workbench, draft: OperationDraft, fact: SentenceFact) -> None:
    holder = _holder(work, draft)
    if holder is None or draft.purpose not in _CHANGING:
        return
    field = holder.transitions[0].field
    own = "|".join((*words(holder.name), "one"))
    text = work.text_of(fact)
    for value in holder.columns[field].shape.values:
        noun = re.escape(" ".join(words(str(value))))
        said = rf"\b(?:{_BEFORE}) an? {noun}(?: (?:{own}))?\b(?! \w+ed\b)"
        if re.search(said, text, re.IGNORECASE):
            condition = Condition(holder.name, field, (value,))
            _add(work, draft, condition, fact, "state")


def _rows(work: Workbench, draft: OperationDraft, fact: SentenceFact) -> None:
    if draft.purpose is not Purpose.TRANSITION:
        return
    entity = work.entities[draft.entity]
    match = _SOME.search(work.text_of(fact))
    if match is None or match["row"] is None:
        return
    for child in work.entities.values():
        named = words(match["row"])[-1:] == words(child.name)[-1:]
        if named and foreign_key(child, entity.name):
            origin = written(fact.statement, fact.span)
            relation = relations.known_or_made(work, entity, child, origin)
            if relation:
                _add(work, draft, Condition(entity.name, relation=relation), fact, "empty")


def _add(
    work: Workbench, draft: OperationDraft, condition: Condition, fact: SentenceFact, reason: str
) -> None:
    if condition not in draft.conditions:
        draft.conditions.append(condition)
    work.says(aspects.refusal(draft.id, 409, reason), fact)
