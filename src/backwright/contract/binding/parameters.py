"""What each parameter of an operation is for."""

from dataclasses import replace

from backwright.contract import aspects
from backwright.contract.binding import filters, recovery
from backwright.contract.binding.distinct_rows import Uses
from backwright.contract.binding.drafts import OperationDraft
from backwright.contract.binding.workbench import Workbench, written
from backwright.contract.names import identifier, snake
from backwright.contract.operations import Parameter, ParameterUse, Purpose
from backwright.read.facts import ParameterFact, ParameterPlace
from backwright.shape import Kind, Shape


def read(work: Workbench, draft: OperationDraft, uses: Uses) -> None:
    for fact in draft.fact.parameters:
        draft.parameters.append(_parameter(work, draft, fact, uses))
    _undeclared(work, draft, uses)
    _page_or_limit(draft)
    _tell_apart(draft)
    for fact in draft.fact.parameters:
        work.origin(
            aspects.parameter(draft.id, fact.property.name),
            written(fact.statement, fact.property.span or draft.fact.span),
        )
    _unread(draft)


def _undeclared(work: Workbench, draft: OperationDraft, uses: Uses) -> None:
    """What stands in braces is a parameter, whether the contract lists it or not."""
    known = {each.wire for each in draft.parameters if each.place == "path"}
    for wire, (use, columns) in uses.items():
        if wire in known or f"{{{wire}}}" not in draft.fact.path:
            continue
        shape = Shape(Kind.STRING)
        found = next((each for each in draft.lookups if each.parameter == identifier(wire)), None)
        entity = work.entities.get(found.entity if found is not None else draft.entity)
        name = found.column if found is not None else next(iter(columns), "")
        if entity is not None and name in entity.columns:
            shape = entity.columns[name].shape
        draft.parameters.append(
            Parameter(identifier(wire) or "value", wire, "path", shape, True, use, columns=columns)
        )
        origin = written(draft.fact.statement, draft.fact.span)
        work.origin(aspects.parameter(draft.id, wire), origin)


def _tell_apart(draft: OperationDraft) -> None:
    """An `id` of the query beside the `id` of the path has a name of its own in the code."""
    taken = {each.name for each in draft.parameters if each.place == "path"}
    for index, each in enumerate(draft.parameters):
        if each.place == "path":
            continue
        name, number = each.name, 2
        while name in taken:
            name = f"{each.name}_{each.place}" if number == 2 else f"{each.name}_{number}"
            number += 1
        taken.add(name)
        draft.parameters[index] = replace(each, name=name)


def _unread(draft: OperationDraft) -> None:
    """A list stands without a parameter that may be left out; anything else needs code."""
    unread = [each for each in draft.parameters if each.use is ParameterUse.CUSTOM]
    if not unread or draft.custom:
        return
    names = ", ".join(each.wire for each in unread)
    why = f"what {names} changes is not said in a form that is understood"
    apart = all(each.place == "query" and not each.required for each in unread)
    if draft.purpose is Purpose.LIST and apart:
        draft.partly, draft.needs = True, why
    else:
        draft.give_up(why)


def _parameter(
    work: Workbench, draft: OperationDraft, fact: ParameterFact, uses: Uses
) -> Parameter:
    own = fact.property
    read = filters.UNREAD
    in_path = f"{{{own.name}}}" in draft.fact.path
    place = ParameterPlace.PATH if in_path else ParameterPlace.QUERY
    if draft.purpose is Purpose.VERIFY and snake(own.name) in recovery.TOKENS:
        read = filters.Narrowing(ParameterUse.SECRET)
    elif own.name in uses and fact.place is place:
        use, columns = uses[own.name]
        read = filters.Narrowing(use, columns)
    elif fact.place is ParameterPlace.QUERY:
        read = filters.query(work, draft, fact)
    elif fact.place is not ParameterPlace.PATH:
        read = filters.Narrowing(_header(own.name))
    return Parameter(
        name=identifier(own.name) or "value",
        wire=own.name,
        place=fact.place.value,
        shape=own.shape,
        required=own.required or fact.place is ParameterPlace.PATH,
        use=read.use,
        default=own.default,
        columns=read.columns,
        operator=read.operator,
        doc=own.description,
        example=own.example,
        meanings=read.meanings,
        separated=read.separated,
    )


def _header(name: str) -> ParameterUse:
    lowered = name.lower()
    if lowered == "if-match":
        return ParameterUse.IF_MATCH
    if lowered in ("authorization", "cookie") or "token" in lowered:
        return ParameterUse.TOKEN
    return ParameterUse.CUSTOM


def _page_or_limit(draft: OperationDraft) -> None:
    """Beside `page`, `limit` is the size of a page."""
    uses = {each.use for each in draft.parameters}
    if ParameterUse.CURSOR in uses:
        uses.add(ParameterUse.OFFSET)
    if ParameterUse.PAGE in uses and ParameterUse.OFFSET not in uses:
        draft.parameters = [
            replace(each, use=ParameterUse.SIZE) if each.use is ParameterUse.LIMIT else each
            for each in draft.parameters
        ]
    if ParameterUse.OFFSET in uses and ParameterUse.LIMIT not in uses:
        draft.parameters = [
            replace(each, use=ParameterUse.LIMIT) if each.use is ParameterUse.SIZE else each
            for each in draft.parameters
        ]
