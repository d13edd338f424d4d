"""What a parameter of the query narrows, orders or counts in a list."""

import re
from dataclasses import dataclass
from typing import Final

from backwright.contract.binding import meanings, related
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft, OperationDraft
from backwright.contract.binding.workbench import Workbench
from backwright.contract.names import identifier, singular, snake
from backwright.contract.operations import ParameterUse, Purpose
from backwright.read.facts import ParameterFact, SentenceKind
from backwright.shape import Kind, Literal, Shape

_NAMED: Final = {
    ParameterUse.PAGE: ("page", "page_number", "current_page", "page_index"),
    ParameterUse.SIZE: ("size", "page_size", "per_page", "items_per_page"),
    ParameterUse.OFFSET: ("offset", "skip"),
    ParameterUse.LIMIT: ("limit", "take", "max_results", "top"),
    ParameterUse.SORT: ("sort", "sort_by", "order_by", "ordering", "sort_field"),
    ParameterUse.DIRECTION: ("order", "sort_order", "direction", "sort_dir", "sort_direction"),
    ParameterUse.CURSOR: (
        "cursor", "page_token", "next_token", "next_cursor", "pagination_token",
    ),
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


_SEPARATED: Final = re.compile(r"comma[- ]?separated|separated by comma|csv list", re.IGNORECASE)
_WAYS: Final = frozenset(("asc", "desc", "ascending", "descending"))


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a parameter does to a list."""

    use: ParameterUse = ParameterUse.CUSTOM
    columns: tuple[str, ...] = ()
    operator: str = "=="
    meanings: tuple[tuple[str, Literal], ...] = ()
    separated: bool = False


UNREAD: Final = Narrowing()


def query(work: Workbench, draft: OperationDraft, fact: ParameterFact) -> Narrowing:
    entity = work.entities.get(draft.entity)
    if draft.purpose is not Purpose.LIST or entity is None:
        return UNREAD
    name = snake(fact.property.name)
    column = entity.columns.get(identifier(fact.property.name))
    use = _use(name, fact.property.shape, draft)
    if use is ParameterUse.SEARCH and column is None:
        columns = search_columns(work, entity, fact.property.description)
        return Narrowing(use, columns, "contains") if columns else UNREAD
    if use is not None and column is None:
        return Narrowing(use)
    if column is not None:
        return _filter(column, fact)
    return _named(entity, fact, name) or _elsewhere(work, entity, fact)


def _use(name: str, shape: Shape, draft: OperationDraft) -> ParameterUse | None:
    """`order` beside a sort parameter is its direction; alone it may well be the sort itself."""
    found = _USES.get(name)
    if found is not ParameterUse.DIRECTION:
        return found
    ways = {str(each).lower() for each in shape.values}
    beside = any(
        _USES.get(snake(each.property.name)) is ParameterUse.SORT for each in draft.fact.parameters
    )
    return ParameterUse.SORT if ways and not ways <= _WAYS and not beside else found


def _filter(column: ColumnDraft, fact: ParameterFact) -> Narrowing:
    shape = fact.property.shape
    if shape.kind is Kind.ARRAY:
        return Narrowing(ParameterUse.FILTER, (column.name,), "in")
    said = fact.property.description
    if shape.kind is Kind.STRING and not shape.values and _SEPARATED.search(said):
        return Narrowing(ParameterUse.FILTER, (column.name,), "in", separated=True)
    if column.shape.kind is Kind.BOOLEAN and shape.kind is Kind.STRING:
        words = meanings.of_boolean(column, fact)
        return Narrowing(ParameterUse.FILTER, (column.name,), meanings=words) if words else UNREAD
    words = meanings.with_all(column, fact)
    if words:
        return Narrowing(ParameterUse.FILTER, (column.name,), meanings=words)
    textual = column.shape.kind is Kind.STRING and not column.shape.values
    if textual and not shape.values and _PART.search(said):
        return Narrowing(ParameterUse.SEARCH, (column.name,), "contains")
    return Narrowing(ParameterUse.FILTER, (column.name,))


def _named(entity: EntityDraft, fact: ParameterFact, name: str) -> Narrowing | None:
    """`min_price`, `created_after`, `from_date`; `category` for `category_id`."""
    shape = fact.property.shape
    for pattern, operator in _BOUNDS:
        match = pattern.fullmatch(name)
        base = (match.groupdict().get("base") or match.groupdict().get("tail")) if match else ""
        column = _ranged(entity, base or "")
        if column:
            return Narrowing(ParameterUse.FILTER, (column,), operator)
    if name in _WHOLE_RANGE and (column := _ranged(entity, "date")):
        return Narrowing(ParameterUse.FILTER, (column,), _WHOLE_RANGE[name])
    ending = [each for each in entity.columns if each.endswith(f"_{name}")]
    own = f"{snake(entity.name)}_{name}"
    tail = [own] if own in entity.columns else ending if len(ending) == 1 else []
    one = singular(name)
    for other in (
        f"is_{name}", f"{name}_id", name.removeprefix("is_"), f"{name}d", one, f"{one}_id", *tail,
    ):  # fmt: skip
        known = entity.columns.get(other)
        if known is not None and not _mismatch(known, shape):
            return _filter(known, fact)
    flag = entity.columns.get(f"is_{name.removesuffix('_only')}") or entity.columns.get(
        name.removesuffix("_only")
    )
    only = name.endswith("_only") and shape.kind is Kind.BOOLEAN
    if only and flag is not None and flag.shape.kind is Kind.BOOLEAN:
        return Narrowing(ParameterUse.FILTER, (flag.name,), meanings=(("true", True),))
    return None


def _elsewhere(work: Workbench, entity: EntityDraft, fact: ParameterFact) -> Narrowing:
    """A word about a boolean, or a value of a related row."""
    found = meanings.of_some_boolean(entity, fact)
    if found is not None:
        return Narrowing(ParameterUse.FILTER, (found[0],), meanings=found[1])
    path = related.column(work, entity, fact)
    if not path:
        return UNREAD
    many = fact.property.shape.kind is Kind.ARRAY
    separated = not many and _SEPARATED.search(fact.property.description) is not None
    operator = "in" if many or separated else "=="
    return Narrowing(ParameterUse.FILTER, (path,), operator, separated=separated)


def _mismatch(column: ColumnDraft, shape: Shape) -> bool:
    """A slug is no key of the row that a column refers to, and a word is no boolean."""
    kinds = {column.shape.kind, shape.kind}
    keyed = bool(column.references) and shape.kind is Kind.STRING and not shape.format
    wordy = keyed and column.shape.kind in (Kind.UUID, Kind.INTEGER)
    return wordy or (Kind.BOOLEAN in kinds and len(kinds) > 1 and not shape.values)


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
