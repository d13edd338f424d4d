"""What each parameter of an operation is for."""

import re
from dataclasses import replace
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft, OperationDraft
from backwright.contract.binding.lookups import Uses
from backwright.contract.binding.workbench import Workbench, written
from backwright.contract.names import identifier, snake
from backwright.contract.operations import Parameter, ParameterUse, Purpose
from backwright.read.facts import ParameterFact, ParameterPlace, SentenceKind
from backwright.shape import Kind, Shape

_NAMED: Final = {
    ParameterUse.PAGE: ("page", "page_number", "current_page", "page_index"),
    ParameterUse.SIZE: ("size", "page_size", "per_page", "items_per_page"),
    ParameterUse.OFFSET: ("offset", "skip"),
    ParameterUse.LIMIT: ("limit", "take", "max_results", "top"),
    ParameterUse.SORT: ("sort", "sort_by", "order_by", "ordering", "sort_field"),
    ParameterUse.DIRECTION: ("order", "sort_order", "direction", "sort_dir", "sort_direction"),
    ParameterUse.SEARCH: (
        "q", "search", "query", "keyword", "keywords", "term", "search_term", "text",
    ),
}  # fmt: skip
_USES: Final = {name: use for use, names in _NAMED.items() for name in names}
_LOW: Final = "min|from|since|after|start"
_HIGH: Final = "max|to|until|before|end"
_BOUNDS: Final = (
    (re.compile(rf"(?:{_LOW})_(?P<base>\w+)|(?P<tail>\w+)_(?:{_LOW}|gte|ge)"), ">="),
    (re.compile(rf"(?:{_HIGH})_(?P<base>\w+)|(?P<tail>\w+)_(?:{_HIGH}|lte|le)"), "<="),
    (re.compile(r"(?P<tail>\w+)_gt()"), ">"),
    (re.compile(r"(?P<tail>\w+)_lt()"), "<"),
)  # fmt: skip
_WHOLE_RANGE: Final = {
    "from": ">=",
    "since": ">=",
    "after": ">=",
    "start": ">=",
    "to": "<=",
    "until": "<=",
    "before": "<=",
}
_TEXT_COLUMNS: Final = (
    "title",
    "name",
    "description",
    "content",
    "body",
    "summary",
    "label",
    "reference",
    "text",
)
_PART: Final = re.compile(
    r"\b(?:part|contains?|containing|substring|partial|any letter case|search)\b", re.IGNORECASE
)
_LISTS: Final = (Purpose.LIST,)


def read(work: Workbench, draft: OperationDraft, uses: Uses) -> None:
    for fact in draft.fact.parameters:
        draft.parameters.append(_parameter(work, draft, fact, uses))
    _page_or_limit(draft)
    for fact in draft.fact.parameters:
        work.origin(
            aspects.parameter(draft.id, fact.property.name),
            written(fact.statement, fact.property.span or draft.fact.span),
        )
    unread = [each for each in draft.parameters if each.use is ParameterUse.CUSTOM]
    if unread and not draft.custom:
        names = ", ".join(each.wire for each in unread)
        draft.give_up(f"what {names} changes is not said in a form that is understood")


def _parameter(
    work: Workbench, draft: OperationDraft, fact: ParameterFact, uses: Uses
) -> Parameter:
    own = fact.property
    operator = "=="
    columns: tuple[str, ...] = ()
    if fact.place is ParameterPlace.PATH:
        use, columns = uses.get(own.name, (ParameterUse.CUSTOM, ()))
    elif fact.place is ParameterPlace.QUERY:
        use, columns, operator = _query(work, draft, fact)
    else:
        use = _header(own.name)
    return Parameter(
        name=identifier(own.name) or "value",
        wire=own.name,
        place=fact.place.value,
        shape=own.shape,
        required=own.required or fact.place is ParameterPlace.PATH,
        use=use,
        default=own.default,
        columns=columns,
        operator=operator,
        doc=own.description,
        example=own.example,
    )


def _header(name: str) -> ParameterUse:
    lowered = name.lower()
    if lowered == "if-match":
        return ParameterUse.IF_MATCH
    if lowered in ("authorization", "cookie") or "token" in lowered:
        return ParameterUse.TOKEN
    return ParameterUse.CUSTOM


def _query(
    work: Workbench, draft: OperationDraft, fact: ParameterFact
) -> tuple[ParameterUse, tuple[str, ...], str]:
    name = snake(fact.property.name)
    entity = work.entities.get(draft.entity)
    if draft.purpose not in _LISTS or entity is None:
        return ParameterUse.CUSTOM, (), "=="
    column = entity.columns.get(identifier(fact.property.name))
    use = _USES.get(name)
    if use is ParameterUse.SEARCH and column is None:
        columns = search_columns(work, entity, fact.property.description)
        return (use, columns, "contains") if columns else (ParameterUse.CUSTOM, (), "==")
    if use is not None and column is None:
        return use, (), "=="
    if column is not None:
        return _filter(column, fact)
    return _bound(entity, fact, name)


def _filter(column: ColumnDraft, fact: ParameterFact) -> tuple[ParameterUse, tuple[str, ...], str]:
    shape = fact.property.shape
    if _everything(shape, column):
        return ParameterUse.CUSTOM, (), "=="
    if shape.kind is Kind.ARRAY:
        return ParameterUse.FILTER, (column.name,), "in"
    textual = column.shape.kind is Kind.STRING and not column.shape.values
    if textual and not shape.values and _PART.search(fact.property.description):
        return ParameterUse.SEARCH, (column.name,), "contains"
    return ParameterUse.FILTER, (column.name,), "=="


def _everything(shape: Shape, column: ColumnDraft) -> bool:
    """`all` among the values of the parameter and not of the column."""
    return bool(shape.values) and column.shape.kind is Kind.BOOLEAN and shape.kind is Kind.STRING


def _bound(
    entity: EntityDraft, fact: ParameterFact, name: str
) -> tuple[ParameterUse, tuple[str, ...], str]:
    """`min_price`, `created_after`, `from_date`; `category` for `category_id`."""
    for pattern, operator in _BOUNDS:
        match = pattern.fullmatch(name)
        base = (match.groupdict().get("base") or match.groupdict().get("tail")) if match else ""
        column = _ranged(entity, base or "")
        if column:
            return ParameterUse.FILTER, (column,), operator
    if name in _WHOLE_RANGE and (column := _ranged(entity, "date")):
        return ParameterUse.FILTER, (column,), _WHOLE_RANGE[name]
    ending = [each for each in entity.columns if each.endswith(f"_{name}")]
    own = f"{snake(entity.name)}_{name}"
    tail = [own] if own in entity.columns else ending if len(ending) == 1 else []
    for other in (f"is_{name}", f"{name}_id", name.removeprefix("is_"), f"{name}d", *tail):
        known = entity.columns.get(other)
        if known is not None and not _mismatch(known.shape, fact.property.shape):
            return _filter(known, fact)
    return ParameterUse.CUSTOM, (), "=="


def _mismatch(column: Shape, shape: Shape) -> bool:
    kinds = {column.kind, shape.kind}
    return Kind.BOOLEAN in kinds and len(kinds) > 1


def _ranged(entity: EntityDraft, base: str) -> str:
    """The column that a bound is about; `date` is the entity's own date, or when it was made."""
    if not base:
        return ""
    exact = [base, f"{base}_at", f"{base}_date", f"{base}_on"]
    for name in exact:
        if name in entity.columns:
            return name
    ending = [each for each in entity.columns if each.endswith(f"_{base}")]
    if len(ending) == 1:
        return ending[0]
    if base in ("date", "time", "datetime", "day"):
        times = [
            each.name
            for each in entity.columns.values()
            if each.shape.kind in (Kind.DATE, Kind.DATETIME) and not each.auto
        ]
        stamped = [each for each in entity.columns if each in ("created_at", "timestamp")]
        return (times if len(times) == 1 else stamped or [""])[0]
    return ""


def search_columns(work: Workbench, entity: EntityDraft, said: str) -> tuple[str, ...]:
    """As the description names them, or a sentence, else title and the like."""
    textual = {
        each.name
        for each in entity.columns.values()
        if each.shape.kind is Kind.STRING and not each.shape.values and not each.write_only
        and not each.primary
    }  # fmt: skip
    named = [each for each in entity.columns if each in textual and each in snake(said)]
    if named:
        return tuple(named)
    for fact in work.sentences(SentenceKind.SEARCH):
        fields = [identifier(each) for each in fact.fields]
        if work.find(fact.entity) is entity and set(fields) & textual:
            return tuple(each for each in fields if each in textual)
    return tuple(each for each in _TEXT_COLUMNS if each in textual)[:2]


def _page_or_limit(draft: OperationDraft) -> None:
    """Beside `page`, `limit` is the size of a page."""
    uses = {each.use for each in draft.parameters}
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
