"""What is stored: the entities of all documents, merged by name."""

from backwright.contract import aspects
from backwright.contract.binding import columns
from backwright.contract.binding.drafts import EntityDraft
from backwright.contract.binding.matching import around_stem, entity_of_name, is_payload, stem
from backwright.contract.binding.workbench import Workbench, written
from backwright.contract.names import entity_name, key, snake, table_name, words
from backwright.diagnostics import binding as diagnostics
from backwright.read.facts import EntityFact


def merge(work: Workbench) -> None:
    """Strong ones first, so that a payload listed beside its entity is told from it."""
    listed = [
        (feature, fact)
        for feature, facts in work.features.items()
        for fact in facts.entities
        if fact.fields and not fact.weak
    ]
    payloads: list[EntityFact] = []
    names = {key(fact.name) for _, fact in listed}
    mentioned = {
        key(fact.name) for facts in work.features.values() for fact in facts.entities if fact.weak
    }
    for feature, fact in listed:
        name = entity_name(fact.name)
        if not name:
            work.diagnostics.append(diagnostics.NO_NAME.at(fact.span, name=fact.name))
        elif _goes_over_the_wire(fact, names, mentioned):
            payloads.append(fact)
        else:
            _add(work, feature, fact, name)
    for fact in payloads:
        _payload(work, fact)
    for facts in work.features.values():
        for fact in facts.entities:
            _mention(work, fact)


def _goes_over_the_wire(fact: EntityFact, names: set[str], mentioned: set[str]) -> bool:
    """`TaskResponse` beside `Task`; a `RefundRequest` with a key of its own is a row."""
    name = entity_name(fact.name)
    bare = key(stem(name))
    aside = any(key(word) in names for word in around_stem(name))
    if bare != key(name) and bare in names and not aside:
        return True
    own = {f"{snake(name)}_id", f"{words(name)[-1]}_id"}
    keyed = any(field.primary_key or snake(field.name) in own for field in fact.fields)
    return is_payload(fact.name) and not keyed and key(name) not in mentioned


def _add(work: Workbench, feature: str, fact: EntityFact, name: str) -> None:
    draft = work.find(name) or (work.find(fact.table) if fact.table else None)
    origin = written(fact.statement, fact.span)
    if draft is None:
        draft = work.put(
            EntityDraft(name, origin, table=_table(fact, name), feature=feature, modelled=True)
        )
    draft.doc = draft.doc or fact.description
    work.origin(aspects.entity(draft.name), origin)
    for field in fact.fields:
        columns.add(work, draft, field)


def _table(fact: EntityFact, name: str) -> str:
    return snake(fact.table) or table_name(name)


def _payload(work: Workbench, fact: EntityFact) -> None:
    """`TaskCreate` of a data model: its fields link to the columns that they fill."""
    draft = entity_of_name(work, fact.name)
    if draft is None:
        return
    for field in fact.fields:
        column = draft.columns.get(snake(field.name))
        if column is not None:
            work.origin(
                aspects.column(draft.name, column.name), written(field.statement, field.span)
            )


def _mention(work: Workbench, fact: EntityFact) -> None:
    """A key entity names; it adds an origin, and its sentence as the description."""
    draft = work.find(fact.name)
    if draft is None:
        if not fact.fields:
            work.named.setdefault(key(fact.name), fact)
        return
    if fact.weak:
        work.origin(aspects.entity(draft.name), written(fact.statement, fact.span))
        draft.doc = draft.doc or fact.description
        for field in fact.fields:
            column = draft.columns.get(snake(field.name))
            if column is not None:
                work.origin(
                    aspects.column(draft.name, column.name), written(field.statement, field.span)
                )
