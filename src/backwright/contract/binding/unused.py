"""Entities that nothing describes but answers that only code can give: no table of their own."""

from backwright.contract import aspects
from backwright.contract.binding.workbench import Workbench


def forget(work: Workbench) -> None:
    """A `BudgetStatus` that is computed is stored nowhere."""
    kept = {each.entity for each in work.operations if not each.custom}
    kept |= {lookup.entity for each in work.operations for lookup in each.lookups}
    kept |= {
        column.references for each in work.entities.values() for column in each.columns.values()
    }
    kept |= {view.entity for view in work.views.values()}
    kept |= {relation.entity for e in work.entities.values() for relation in e.relations.values()}
    for draft in tuple(work.entities.values()):
        refers = any(column.references for column in draft.columns.values())
        if draft.modelled or draft.name in kept or draft.name == work.user or refers:
            continue
        del work.entities[draft.name]
        work.keys = {each: name for each, name in work.keys.items() if name != draft.name}
        for aspect in [a for a in work.origins if aspects.covers(a, aspects.entity(draft.name))]:
            del work.origins[aspect]
        for operation in work.operations:
            if operation.entity == draft.name:
                operation.entity = ""
