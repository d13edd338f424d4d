"""What visitors see of rows that are in different states: `a list of published posts`."""

import re
from collections.abc import Iterator

from backwright.contract import aspects
from backwright.contract.binding.drafts import EntityDraft, OperationDraft
from backwright.contract.binding.workbench import Workbench, written
from backwright.contract.names import plural, singular, words
from backwright.contract.operations import Credentials, Purpose
from backwright.shape import Kind, Scalar


def settle(work: Workbench) -> None:
    """By the sentence that lets them list or read, about its entity."""
    for draft in work.operations:
        entity = work.entities.get(draft.entity)
        reads = draft.purpose in (Purpose.LIST, Purpose.GET)
        if entity is not None and reads and draft.access.credentials is Credentials.NONE:
            _narrow(work, draft, entity)


def _narrow(work: Workbench, draft: OperationDraft, entity: EntityDraft) -> None:
    known = {name for name, _ in draft.fixed}
    for fact in work.deeds_behind(draft):
        if work.find(fact.entity) is not entity:
            continue
        text = work.text_of(fact)
        for name, value, word in _states(entity):
            if name not in known and name != entity.soft_delete and _speaks(text, word, entity):
                draft.fixed.append((name, value))
                known.add(name)
                work.origin(aspects.operation(draft.id), written(fact.statement, fact.span))


def _states(entity: EntityDraft) -> Iterator[tuple[str, Scalar, str]]:
    for column in entity.columns.values():
        if column.shape.kind is Kind.BOOLEAN:
            yield column.name, True, " ".join(words(column.name.removeprefix("is_")))
        elif column.shape.kind is Kind.STRING:
            for value in column.shape.values:
                yield column.name, value, " ".join(words(str(value)))


def _speaks(text: str, word: str, entity: EntityDraft) -> bool:
    """`published blog posts`: the state stands before the entity's own word."""
    own = singular(words(entity.name)[-1])
    nouns = "|".join(map(re.escape, (own, plural(own))))
    said = rf"\b(?:all |only )?{re.escape(word)} (?:\w+ )?(?:{nouns})\b"
    return bool(word) and re.search(said, text, re.IGNORECASE) is not None
