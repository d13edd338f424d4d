"""Times that an action leaves behind: `approved_at`, `decision_date`."""

from collections.abc import Iterable
from typing import Final

from backwright.contract.binding.drafts import EntityDraft, OperationDraft
from backwright.contract.binding.verbs import OFF, decision_words, named_after, participles
from backwright.contract.entities import Auto
from backwright.shape import Kind

_ENDS: Final = ("at", "on", "date")


def stamp(entity: EntityDraft, draft: OperationDraft, verb: str, state: str) -> bool:
    """`published_at` beside or instead of a status: now, or nothing once it is undone."""
    own = _times(entity, (state, *participles(verb)) if verb not in OFF else participles(verb))
    undone = _times(entity, participles(OFF[verb])) if verb in OFF else []
    if own:
        draft.stamps.append(own[0])
    elif undone:
        draft.changes.append((undone[0], None))
    return bool(own or undone)


def of_decision(
    entity: EntityDraft, draft: OperationDraft, verb: str, heads: Iterable[str]
) -> None:
    """`decision_date` beside a `decision_reason` that the body gives, or the only time that says
    when it was decided. Alone it would not tell approving from rejecting."""
    near = named_after(verb)
    words = decision_words(verb)
    beside = _times(entity, [each for each in heads if each in (*near, *words)])
    found = beside or _times(entity, words)
    if len(found) == 1:
        draft.stamps.append(found[0])


def _times(entity: EntityDraft, forms: Iterable[str]) -> list[str]:
    """Times that may be missing and that nothing else sets."""
    found = []
    for name in dict.fromkeys(f"{form}_{end}" for form in forms for end in _ENDS):
        column = entity.columns.get(name)
        if column is None or column.auto not in (Auto.NONE, Auto.SYSTEM) or column.required:
            continue
        if column.shape.kind is Kind.DATETIME:
            found.append(name)
    return found
