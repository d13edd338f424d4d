"""One default address, one primary contact: what a row gets, the others of its kind lose."""

import re
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding.drafts import EntityDraft, OperationDraft
from backwright.contract.binding.workbench import Workbench, written
from backwright.contract.names import identifier, singular, words
from backwright.contract.operations import Purpose
from backwright.read.facts import Statement, StatementKind

_ONE: Final = re.compile(
    r"\b(?:(?:only|exactly|at most|just) one|a single)\b|\bone \w+ (?:\w+ ){0,6}as\b",
    re.IGNORECASE,
)
_PER: Final = re.compile(r"\b(?:per|each|every) (?P<word>\w+)", re.IGNORECASE)
_TELLING: Final = (
    StatementKind.REQUIREMENT, StatementKind.MODEL_RULE, StatementKind.FIELD,
    StatementKind.EDGE_CASE,
)  # fmt: skip


def settle(work: Workbench) -> None:
    for draft in work.operations:
        entity = work.entities.get(draft.entity)
        turned = [name for name, value in draft.changes if value is True]
        if draft.purpose is Purpose.SET and entity is not None and turned:
            _alone(work, draft, entity, turned[0])


def _alone(work: Workbench, draft: OperationDraft, entity: EntityDraft, name: str) -> None:
    """By a sentence that speaks of the entity and of the word of the flag."""
    flag = set(name.removeprefix("is_").split("_"))
    own = singular(words(entity.name)[-1])
    for statement in work.facts.statements:
        if statement.kind not in _TELLING or not _ONE.search(statement.text):
            continue
        said = words(statement.text)
        if own not in map(singular, said) or not flag <= set(said):
            continue
        columns = _columns(entity, statement)
        if columns:
            work.origin(aspects.operation(draft.id), written(statement.id, statement.span))
        if len(columns) > len(draft.exclusive):
            draft.exclusive = list(columns)


def _columns(entity: EntityDraft, statement: Statement) -> tuple[str, ...]:
    """The owner, and what the sentence says beside: `per user per type`."""
    found = [entity.owner.column] if entity.owner.column in entity.columns else []
    for match in _PER.finditer(statement.text):
        word = identifier(match["word"])
        names = (word, f"{word}_id", *(n for n in entity.columns if n.endswith(f"_{word}")))
        found += [each for each in names if each in entity.columns][:1]
    return tuple(dict.fromkeys(found))
