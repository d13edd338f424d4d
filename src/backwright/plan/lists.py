"""How a list is carried out: its statement, the shapes that this takes, and its pages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from backwright.contract import names
from backwright.contract.entities import Auto, Entity, Field
from backwright.contract.model import Contract
from backwright.contract.operations import (
    Fill,
    Operation,
    Parameter,
    ParameterUse,
    Purpose,
    Sort,
    Source,
)
from backwright.plan.columns import Sql, column
from backwright.plan.finder_names import finder_names
from backwright.plan.finders import Reach, reach
from backwright.plan.memo import once
from backwright.plan.names import collection, route
from backwright.shape import Shape

_COUNTED: Final = frozenset((Source.TOTAL, Source.PAGES, Source.HAS_NEXT, Source.HAS_PREVIOUS))
_BOUND: Final = frozenset(
    (
        "limit", "owner_id", "session", "skip", "statement", "after", "after_id", "now", "today",
    )
)  # fmt: skip
"""Parameters of statements that every list may have: a filter of that name is bound otherwise."""
_SORTABLE: Final = frozenset(Sql) - {Sql.JSON, Sql.BINARY}


@dataclass(frozen=True, slots=True)
class Order:
    """One order of the rows, always told apart by the key in the end."""

    value: str
    """What the caller writes; empty for the one and only order."""
    column: str
    """Empty if the key alone decides."""
    descending: bool


@dataclass(frozen=True, slots=True)
class Paging:
    """The parameters that choose a part of the rows, by what they do."""

    amount: Parameter | None = None
    page: Parameter | None = None
    offset: Parameter | None = None
    cursor: Parameter | None = None


def paging(operation: Operation) -> Paging:
    by_use = {each.use: each for each in reversed(operation.parameters)}
    return Paging(
        amount=by_use.get(ParameterUse.SIZE) or by_use.get(ParameterUse.LIMIT),
        page=by_use.get(ParameterUse.PAGE),
        offset=by_use.get(ParameterUse.OFFSET),
        cursor=by_use.get(ParameterUse.CURSOR),
    )


def narrowing(operation: Operation) -> Iterator[Parameter]:
    """The parameters that narrow it, in the author's order."""
    for each in operation.parameters:
        if each.use in (ParameterUse.FILTER, ParameterUse.SEARCH) and each.columns:
            yield each


def optional(operation: Operation) -> tuple[Parameter, ...]:
    """Those of them that may be left out: each gives the statement two shapes."""
    return tuple(each for each in narrowing(operation) if not each.required)


def bound_name(parameter: Parameter) -> str:
    """What the value is called in the statement."""
    return f"{parameter.name}_" if parameter.name in _BOUND else parameter.name


def orders(contract: Contract, operation: Operation) -> tuple[Order, ...]:
    """What the caller may choose from, the first being the default."""
    entity = contract.entity(operation.entity)
    chosen = [each for each in operation.sorts if _sortable(contract, entity, each)]
    if paging(operation).cursor is not None:
        # A cursor tells where one order stopped, and nothing is behind what has no value.
        chosen = [each for each in chosen[:1] if _always_set(entity, operation, each)]
    if chosen:
        return tuple(Order(each.value, each.column, each.descending) for each in chosen)
    created = next((e for e in entity.fields if e.auto is Auto.CREATED and e.required), None)
    return (Order("", created.name if created is not None else "", descending=False),)


def _sortable(contract: Contract, entity: Entity, sort: Sort) -> bool:
    field = entity.get(sort.column)
    return field is not None and column(contract, entity, field).sql in _SORTABLE


def _always_set(entity: Entity, operation: Operation, sort: Sort) -> bool:
    """Of every row that is listed: what compares with something is not missing."""
    field = entity.get(sort.column)
    compared = {each.column for each in operation.compared if each.operator != "!="}
    return field is not None and (field.required or field.name in compared)


def sort_parameter(contract: Contract, operation: Operation) -> Parameter | None:
    """The one by which the caller chooses; None if there is nothing to choose from."""
    several = len(orders(contract, operation)) > 1
    found = (each for each in operation.parameters if each.use is ParameterUse.SORT)
    return next(found, None) if several else None


def direction_parameter(operation: Operation) -> Parameter | None:
    return next((e for e in operation.parameters if e.use is ParameterUse.DIRECTION), None)


def fills(contract: Contract, shape: Shape | None) -> Iterator[Fill]:
    """Of an envelope and the envelopes inside it."""
    view = contract.view(shape.ref) if shape is not None and shape.ref else None
    if view is None or view.entity:
        return
    for each in view.fills:
        yield each
        inner = contract.schema(view.schema).get(each.property)
        if each.source is Source.NESTED and inner is not None:
            yield from fills(contract, inner.shape)


def is_counted(contract: Contract, operation: Operation) -> bool:
    """Whether the answer tells how many rows there are in all."""
    sources = {each.source for each in fills(contract, operation.result.shape)}
    if paging(operation).cursor is not None:
        return Source.TOTAL in sources
    return bool(sources & _COUNTED)


def is_plain(contract: Contract, operation: Operation) -> bool:
    """Whether the statement has one shape: then it is built once, with the module."""
    chooses = sort_parameter(contract, operation) or direction_parameter(operation)
    return not optional(operation) and not chooses and paging(operation).cursor is None


@once
def statement_names(contract: Contract) -> Mapping[str, str]:
    """Operation → `own_tasks`: the function that builds its statement, or, in capitals, itself."""
    taken = {each.function for each in finder_names(contract).values()}
    taken |= {route(each) for each in contract.operations}
    found: dict[str, str] = {}
    for operation in contract.operations:
        if operation.purpose is not Purpose.LIST or not operation.entity:
            continue
        made = next(each for each in _candidates(contract, operation) if each not in taken)
        taken.add(made)
        found[operation.id] = made
    return found


def _candidates(contract: Contract, operation: Operation) -> Iterator[str]:
    entity = contract.entity(operation.entity)
    own = "own_" if reach(contract, operation, entity) is Reach.OWN else "all_"
    many = collection(entity)
    for name, value in operation.fixed:
        if value is True or isinstance(value, str):
            word = name.removeprefix("is_") if value is True else names.snake(str(value))
            yield f"{own}{word}_{many}"
    if operation.compared:
        word = names.snake(operation.path.rsplit("/", 1)[-1])
        yield f"{own}{word}_{many}"
    elif not operation.fixed:
        yield f"{own}{many}"
    yield f"rows_of_{operation.id}"
    number = 2
    while True:
        yield f"rows_of_{operation.id}_{number}"
        number += 1


def tie_break(entity: Entity, order: Order) -> Field | None:
    """The key, unless the rows are ordered by it already."""
    return None if order.column == entity.key.name else entity.key
