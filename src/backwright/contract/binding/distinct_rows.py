"""Whether a value in a path is one row's alone: a slug, a category among one's own budgets."""

from backwright.contract import aspects
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft, OperationDraft
from backwright.contract.binding.workbench import Workbench, written
from backwright.contract.names import identifier
from backwright.contract.operations import ParameterUse
from backwright.read.facts import ParameterPlace

Uses = dict[str, tuple[ParameterUse, tuple[str, ...]]]


def settle(
    work: Workbench, draft: OperationDraft, entity: EntityDraft, column: ColumnDraft, wire: str
) -> None:
    """A path that names one row by a slug says that the slug is one row's alone."""
    composite = any(column.name in each.columns for each in entity.uniques)
    if column.primary or column.unique or composite or column.references:
        return
    own = next((p for p in draft.fact.parameters if p.property.name == wire), None)
    if own is not None:
        column.unique = True
        origin = written(own.statement, own.property.span or draft.fact.span)
        work.origin(aspects.constraint(entity.name, column.name, "unique"), origin)


def narrow(work: Workbench, draft: OperationDraft, uses: Uses) -> None:
    """What is unique only together with other columns needs all of them: from the owner, from
    the path, or from what a read requires in its query (`/budgets/{category}?month=&year=`)."""
    last = draft.lookups[-1] if draft.lookups else None
    entity = work.entities.get(last.entity) if last is not None else None
    if last is None or entity is None or last.entity != draft.entity or not last.parameter:
        return
    column = entity.columns[last.column]
    groups = [set(each.columns) for each in entity.uniques if column.name in each.columns]
    if column.primary or column.unique or not groups:
        return
    missing = min((group - _given(draft, entity, uses) for group in groups), key=len)
    asked = _asked(draft, entity) if draft.method == "GET" else {}
    if missing <= set(asked):
        for name in sorted(missing):
            uses[asked[name]] = ParameterUse.FILTER, (name,)
        return
    others = ", ".join(sorted(missing))
    draft.give_up(f"which of several with the same {column.name} is meant depends on {others}")


def _given(draft: OperationDraft, entity: EntityDraft, uses: Uses) -> set[str]:
    """The columns that are known before anything is looked for."""
    above = {each.entity for each in draft.lookups[:-1]}
    by_path = {each.column for each in draft.lookups if each.entity == entity.name}
    by_path |= {each.through for each in draft.lookups}
    scoped = {
        name for use, columns in uses.values() if use is ParameterUse.FILTER for name in columns
    }
    led = {each.name for each in entity.columns.values() if each.references in above}
    return {entity.owner.column, *by_path, *scoped, *led}


def _asked(draft: OperationDraft, entity: EntityDraft) -> dict[str, str]:
    """Column → the required parameter of the query that gives it."""
    return {
        identifier(each.property.name): each.property.name
        for each in draft.fact.parameters
        if each.place is ParameterPlace.QUERY
        and each.property.required
        and identifier(each.property.name) in entity.columns
    }
