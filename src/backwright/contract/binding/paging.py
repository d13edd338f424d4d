"""How many rows a list answers at once, and in which order."""

import re
from dataclasses import replace
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding import selections
from backwright.contract.binding.columns import disagree
from backwright.contract.binding.drafts import EntityDraft, OperationDraft
from backwright.contract.binding.shapes import Disagreement
from backwright.contract.binding.workbench import Workbench, decided, written
from backwright.contract.entities import Auto
from backwright.contract.model import Origin
from backwright.contract.names import identifier, snake
from backwright.contract.operations import Page, Parameter, ParameterUse, Sort
from backwright.read.facts import SentenceFact, SentenceKind
from backwright.shape import Kind
from backwright.source import Span

SIZE: Final = 50
MAXIMUM: Final = 100
_SPELLED: Final = re.compile(
    r"(?P<name>\w+?)[-_ :](?P<way>asc|desc|ascending|descending|low_high|high_low|low|high)"
)


def page(work: Workbench, draft: OperationDraft) -> None:
    by_use = {each.use: each for each in draft.parameters}
    counter = by_use.get(ParameterUse.SIZE) or by_use.get(ParameterUse.LIMIT)
    style = "none"
    if ParameterUse.PAGE in by_use or ParameterUse.SIZE in by_use:
        style = "page"
    if ParameterUse.OFFSET in by_use or ParameterUse.LIMIT in by_use:
        style = "offset"
    if ParameterUse.CURSOR in by_use:
        style = "cursor"
    size, maximum, origins = _bounds(work, draft, counter)
    first = by_use.get(ParameterUse.PAGE)
    starts = 0 if first is not None and (first.shape.minimum == 0 or first.default == 0) else 1
    draft.page = Page(size, max(size, maximum), style, starts)
    for origin in origins:
        work.origin(aspects.page(draft.id), origin)


def _bounds(
    work: Workbench, draft: OperationDraft, counter: Parameter | None
) -> tuple[int, int, list[Origin]]:
    origins: list[Origin] = []
    size = counter.default if counter is not None and isinstance(counter.default, int) else None
    most = int(counter.shape.maximum) if counter is not None and counter.shape.maximum else None
    if size is not None or most is not None:
        fact = next(p for p in draft.fact.parameters if counter and p.property.name == counter.wire)
        origins.append(written(fact.statement, fact.property.span or draft.fact.span))
    for sentence in _stated(work, draft):
        if size is None and sentence.minimum:
            size = int(sentence.minimum)
        if sentence.maximum:
            most = _stricter(work, draft, most, sentence)
        origins.append(written(sentence.statement, sentence.span))
    for directive in work.facts.directives:
        digits = re.findall(r"\d+", directive.value)
        if directive.name in ("page_size", "page_maximum") and digits:
            taken = directive.name == "page_size" and size is None
            size = int(digits[0]) if taken else size
            if directive.name == "page_maximum" and most is None:
                most, taken = int(digits[-1]), True
            if taken:
                origins.append(written(directive.statement, directive.span))
    if most is not None and size is not None:
        return size, most, origins
    usual, highest = _ask(work, draft)
    origins.append(decided(f"page_bounds/{draft.entity}"))
    most = most if most is not None else max(highest, size or 0)
    return size if size is not None else min(usual, most), most, origins


def _ask(work: Workbench, draft: OperationDraft) -> tuple[int, int]:
    taken = work.choose(
        "page_bounds", draft.entity, (f"{SIZE}/{MAXIMUM}", "20/100", "100/1000"),
        spans=_lists_of(work, draft.entity), note=draft.entity,
    )  # fmt: skip
    size, maximum = taken.split("/")
    return int(size), int(maximum)


def _lists_of(work: Workbench, entity: str) -> list[Span]:
    return [d.fact.span for d in work.operations if d.entity == entity and d.rows]


def _stated(work: Workbench, draft: OperationDraft) -> list[SentenceFact]:
    place = f"{draft.method} {draft.fact.path}"
    entity = work.entities.get(draft.entity)
    return [
        fact
        for fact in work.sentences(SentenceKind.PAGE)
        if place in fact.operations
        or (not fact.operations and (not fact.entity or work.find(fact.entity) is entity))
    ]


def _stricter(work: Workbench, draft: OperationDraft, most: int | None, fact: SentenceFact) -> int:
    said = int(fact.maximum or 0)
    if most is None or most == said:
        return said
    low, high = sorted((most, said))
    found = Disagreement("maximum", str(low), str(high), str(low), "", high)
    return int(disagree(work, f"{draft.id}.page", found, draft.fact.span, fact.span))


def sorts(work: Workbench, draft: OperationDraft, entity: EntityDraft) -> None:
    """What a sort parameter allows, else what a sentence says."""
    parameter = next((p for p in draft.parameters if p.use is ParameterUse.SORT), None)
    if parameter is not None:
        _chosen(work, draft, entity, parameter)
    if not draft.sorts:
        _said(work, draft, entity)
    elif parameter is None:
        work.origin(aspects.sort(draft.id), written(draft.fact.statement, draft.fact.span))


def _chosen(
    work: Workbench, draft: OperationDraft, entity: EntityDraft, parameter: Parameter
) -> None:
    values = [str(each) for each in parameter.shape.values]
    if not values:
        values = _named(entity, parameter.doc) or _sortable(entity)
        if not any(each.use is ParameterUse.DIRECTION for each in draft.parameters):
            values = [each for name in values for each in (name, f"-{name}")]
    found = [sort for value in values if (sort := _sort(entity, value)) is not None]
    if len(found) < len(values):
        unread = ", ".join(v for v in values if all(s.value != v for s in found))
        draft.partly = True
        draft.needs = (
            draft.needs or f"how `{unread}` sorts is not said in a form that is understood"
        )
        draft.parameters = [
            replace(each, use=ParameterUse.CUSTOM) if each is parameter else each
            for each in draft.parameters
        ]
        return
    default = parameter.default if isinstance(parameter.default, str) else None
    found.sort(key=lambda each: each.value != default)
    draft.sorts = found
    fact = next(p for p in draft.fact.parameters if p.property.name == parameter.wire)
    work.origin(
        aspects.sort(draft.id), written(fact.statement, fact.property.span or draft.fact.span)
    )


def _named(entity: EntityDraft, said: str) -> list[str]:
    return [name for name in entity.columns if re.search(rf"\b{name}\b", said)]


def _sortable(entity: EntityDraft) -> list[str]:
    kinds = (Kind.STRING, Kind.INTEGER, Kind.NUMBER, Kind.DECIMAL, Kind.DATETIME, Kind.DATE)
    return [
        each.name
        for each in entity.columns.values()
        if each.shape.kind in kinds and not each.write_only and not each.references
        and not each.primary
    ]  # fmt: skip


def _sort(entity: EntityDraft, value: str) -> Sort | None:
    bare = snake(value)
    created = entity.auto(Auto.CREATED)
    if bare in ("newest", "latest", "recent", "oldest") and created is not None:
        return Sort(value, created.name, descending=bare != "oldest")
    if _SPELLED.fullmatch(bare) is None and _column(entity, bare):
        return Sort(value, _column(entity, bare), descending=value.startswith("-"))
    match = _SPELLED.fullmatch(bare)
    if match is None:
        return None
    name = _column(entity, match["name"])
    return (
        Sort(value, name, match["way"] in ("desc", "descending", "high_low", "high"))
        if name
        else None
    )


def _column(entity: EntityDraft, name: str) -> str:
    own = snake(entity.name)
    for each in (name, f"{name}_at", f"{name}_date", f"{own}_{name}", f"{own}{name}"):
        if each in entity.columns:
            return each
    ending = [each for each in entity.columns if each.endswith(name)]
    return ending[0] if len(ending) == 1 else ""


def _said(work: Workbench, draft: OperationDraft, entity: EntityDraft) -> None:
    for fact in work.sentences(SentenceKind.SORT):
        fields = [identifier(each) for each in fact.fields]
        if work.find(fact.entity) is not entity or not fields or fields[0] not in entity.columns:
            continue
        if not selections.is_about(work, draft, fact):
            continue
        descending = fact.value in ("desc", "both")
        column = fields[0]
        draft.sorts = [Sort(f"-{column}" if descending else column, column, descending)]
        work.says(aspects.sort(draft.id), fact)
        return
