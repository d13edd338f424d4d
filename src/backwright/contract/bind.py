"""Facts of all features, bound into one contract; the steps, in their order."""

from collections.abc import Callable, Mapping
from typing import Final

from backwright.contract.binding import (
    access,
    action_people,
    adjusting,
    asks,
    authentication,
    behaviour,
    clones,
    conditions,
    constraints,
    cookies,
    copies,
    derived,
    differences,
    entities,
    enum_names,
    exclusive,
    finish,
    first_rows,
    gather,
    indexes,
    inputs,
    keys,
    kinds,
    link_tables,
    linking,
    lookups,
    mailed_tokens,
    named_rows,
    owners,
    paging,
    parameters,
    policies,
    promises,
    purposes,
    reach,
    reconcile,
    references,
    refusals,
    resources,
    slugs,
    stack,
    survey,
    system,
    undescribed,
    uniques,
    unused,
    users,
    views,
    visitors,
)
from backwright.contract.binding.drafts import OperationDraft
from backwright.contract.binding.workbench import Workbench
from backwright.contract.bound import Answers, Bound
from backwright.contract.operations import Purpose
from backwright.read.facts import Facts

__all__ = ["Answers", "Bound", "bind"]

Step = Callable[[Workbench], None]
"""Prepare: what is there. Validate: what it means. Finalize: what follows from it."""


def bind(features: Mapping[str, Facts], answers: Answers) -> Bound:
    """All features of one backend together, in the order of their names."""
    ordered = {name: features[name] for name in sorted(features)}
    work = Workbench(ordered, answers, sum(ordered.values(), Facts()))
    for step in STEPS:
        step(work)
    contract = finish.contract(work)
    links, by_feature = linking.links(work, contract)
    return Bound(
        contract=contract,
        decisions=tuple(work.decisions.values()),
        diagnostics=tuple(work.diagnostics),
        links=links,
        links_by_feature=by_feature,
        needs_code=dict(work.needs_code),
        undecided=tuple(work.undecided.values()),
    )


def _operations(work: Workbench) -> None:
    for draft in work.operations:
        uses = lookups.find(work, draft)
        purposes.classify(work, draft)
        parameters.read(work, draft, uses)


def _access(work: Workbench) -> None:
    for draft in work.operations:
        access.settle(work, draft)


def _bodies(work: Workbench) -> None:
    for draft in work.operations:
        inputs.read(work, draft)


def _answers(work: Workbench) -> None:
    for draft in work.operations:
        views.read(work, draft)


def _lists(work: Workbench) -> None:
    for draft in work.operations:
        entity = work.entities.get(draft.entity)
        if draft.purpose is Purpose.LIST and entity is not None:
            promises.always(work, draft, entity)
            paging.sorts(work, draft, entity)
            if not draft.custom:
                paging.page(work, draft)


def _refusals(work: Workbench) -> None:
    for draft in work.operations:
        refusals.settle(work, draft)


def _forget_unused(work: Workbench) -> None:
    """Inputs and views that only hooks would have used."""
    used = {_body_schema(each) for each in work.operations if not each.custom}
    bodies = {name for name, _ in work.inputs}
    while inner := (bodies & _listed_in(work, used)) - used:
        used |= inner
    work.inputs = {place: made for place, made in work.inputs.items() if place[0] in used}


def _body_schema(draft: OperationDraft) -> str:
    if draft.body is None:
        return ""
    shape = draft.body.shape.items if draft.body.multiple else draft.body.shape
    return shape.ref if shape is not None else ""


def _listed_in(work: Workbench, used: set[str]) -> set[str]:
    """The schemas of the lists that these hold."""
    return {
        own.shape.items.ref
        for name in used
        if name in work.schemas
        for own in work.schemas[name].properties
        if own.shape.items is not None
    }


STEPS: Final[tuple[Step, ...]] = (
    stack.settle,
    gather.gather,
    entities.merge,
    resources.discover,
    survey.settle,
    kinds.settle,
    keys.settle,
    references.resolve,
    cookies.settle,
    users.settle,
    link_tables.settle,
    owners.settle,
    behaviour.settle,
    derived.settle,
    differences.settle,
    constraints.settle,
    uniques.settle,
    uniques.only_live,
    undescribed.settle,
    _operations,
    uniques.settle,
    uniques.only_live,
    _access,
    _bodies,
    _answers,
    reach.settle,
    mailed_tokens.settle,
    _lists,
    copies.settle,
    slugs.settle,
    named_rows.settle,
    reconcile.settle,
    named_rows.settle,
    first_rows.settle,
    clones.settle,
    _forget_unused,
    unused.forget,
    system.settle,
    enum_names.settle,
    authentication.settle,
    action_people.settle,
    policies.settle,
    asks.settle,
    visitors.settle,
    conditions.settle,
    exclusive.settle,
    adjusting.settle,
    _refusals,
    asks.validation,
    promises.settle,
    indexes.settle,
)
