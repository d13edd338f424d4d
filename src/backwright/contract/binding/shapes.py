"""Two descriptions of one value: what both say, and where they disagree."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from backwright.contract.names import words
from backwright.shape import Kind, Scalar, Shape

_SPECIFIC: Final = {
    Kind.UUID: 6, Kind.DATETIME: 6, Kind.DATE: 5, Kind.TIME: 5, Kind.DECIMAL: 4, Kind.NUMBER: 3,
    Kind.INTEGER: 3, Kind.BOOLEAN: 3, Kind.ARRAY: 3, Kind.MAP: 2, Kind.OBJECT: 2, Kind.STRING: 1,
    Kind.UNION: 0, Kind.ANY: 0, Kind.NULL: 0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Disagreement:
    what: str
    """`type`, `enum`, or the limit: `max_length`, `minimum` …"""
    one: str
    other: str
    taken: str
    attribute: str
    """Of the shape."""
    rest: object
    """What the attribute would be with the option that was not taken."""


def merge(first: Shape, second: Shape) -> tuple[Shape, tuple[Disagreement, ...]]:
    """The first one leads; the second adds what the first leaves out."""
    found: list[Disagreement] = []
    if first.kind in (Kind.ANY, Kind.NULL):
        return replace(second, nullable=first.nullable or second.nullable), ()
    if _anything(first) and second.kind is Kind.ARRAY:
        return replace(second, nullable=first.nullable), ()
    vague = second.kind in (Kind.ANY, Kind.NULL, Kind.UNION) or _compound(first, second)
    if vague or (_anything(second) and first.kind is Kind.ARRAY):
        return first, ()
    if first.kind is not second.kind:
        if not _loose(first.kind, second.kind):
            found.append(
                Disagreement("type", first.kind, second.kind, first.kind, "kind", second.kind)
            )
        elif _SPECIFIC[second.kind] > _SPECIFIC[first.kind]:
            return replace(second, nullable=first.nullable), ()
        return first, tuple(found)
    first, second = _as_fine(first, second), _as_fine(second, first)
    merged = replace(
        first,
        min_length=_limit(found, "min_length", first.min_length, second.min_length, max),
        max_length=_limit(found, "max_length", first.max_length, second.max_length, min),
        minimum=_limit(found, "minimum", first.minimum, second.minimum, max),
        maximum=_limit(found, "maximum", first.maximum, second.maximum, min),
        exclusive_minimum=_exclusive(first, second, "minimum"),
        exclusive_maximum=_exclusive(first, second, "maximum"),
        values=_values(found, first, second),
        values_name=first.values_name or second.values_name,
        format=first.format or second.format,
        pattern=first.pattern or second.pattern,
        multiple_of=first.multiple_of if first.multiple_of is not None else second.multiple_of,
        max_digits=first.max_digits or second.max_digits,
        decimal_places=first.decimal_places
        if first.decimal_places is not None
        else second.decimal_places,
        items=first.items or second.items,
    )
    return merged, tuple(found)


def _as_fine(shape: Shape, other: Shape) -> Shape:
    """More than nothing is at least a cent, where the smallest step is a cent, and one more among
    whole numbers."""
    if shape.kind is Kind.INTEGER:
        return _inclusive(shape, other)
    step = other.minimum or 0
    smallest = step in (0.1, 0.01, 0.001, 0.0001) and not other.exclusive_minimum
    if smallest and shape.minimum == 0 and shape.exclusive_minimum:
        return replace(shape, minimum=other.minimum, exclusive_minimum=False)
    return shape


def _inclusive(shape: Shape, other: Shape) -> Shape:
    """With the first number that is allowed, where the other one says which that is."""
    least, most = shape.minimum, shape.maximum
    if shape.exclusive_minimum and isinstance(least, int) and other.minimum == least + 1:
        shape = replace(shape, minimum=least + 1, exclusive_minimum=False)
    if shape.exclusive_maximum and isinstance(most, int) and other.maximum == most - 1:
        shape = replace(shape, maximum=most - 1, exclusive_maximum=False)
    return shape


def _anything(shape: Shape) -> bool:
    """`JSON`, which may well be a list."""
    return shape.kind is Kind.MAP and shape.items is None


def _compound(first: Shape, second: Shape) -> bool:
    return {first.kind, second.kind} <= {Kind.OBJECT, Kind.MAP}


def _loose(one: Kind, other: Kind) -> bool:
    """One of the two is only a vaguer word for the other."""
    pair = {one, other}
    return pair <= {Kind.INTEGER, Kind.NUMBER, Kind.DECIMAL} or (
        Kind.STRING in pair
        and bool(pair & {Kind.UUID, Kind.DATETIME, Kind.DATE, Kind.TIME, Kind.DECIMAL})
    )


def _limit(
    found: list[Disagreement],
    attribute: str,
    one: float | int | None,
    other: float | int | None,
    stricter: Callable[[float | int, float | int], float | int],
) -> int | None:
    """The one that is written; of two the stricter."""
    if one is None or other is None:
        return one if other is None else other  # type: ignore[return-value]
    taken = stricter(one, other)
    if one != other:
        rest = other if taken == one else one
        found.append(Disagreement(attribute, str(one), str(other), str(taken), attribute, rest))
    return taken  # type: ignore[return-value]


def _exclusive(first: Shape, second: Shape, end: str) -> bool:
    one, other = getattr(first, end), getattr(second, end)
    if one is not None and other is not None and one != other:
        stricter = max if end == "minimum" else min
        return bool(getattr(first if stricter(one, other) == one else second, f"exclusive_{end}"))
    if one is not None and (other is None or one == other):
        return bool(getattr(first, f"exclusive_{end}")) or (
            one == other and bool(getattr(second, f"exclusive_{end}"))
        )
    return bool(getattr(second, f"exclusive_{end}")) if other is not None else False


def _values(found: list[Disagreement], first: Shape, second: Shape) -> tuple[Scalar, ...]:
    if not first.values or not second.values:
        return first.values or second.values
    if not alike(first.values, second.values):
        one, other = _listed(first.values), _listed(second.values)
        found.append(Disagreement("enum", one, other, one, "values", second.values))
    return first.values


def alike(one: tuple[Scalar, ...], other: tuple[Scalar, ...]) -> bool:
    """The same values but for their spelling: prose writes Expense for EXPENSE, and `in
    progress` for in_progress."""
    return _said(one) == _said(other)


def _said(values: tuple[Scalar, ...]) -> set[str]:
    return {"_".join(words(str(each))).lower() or str(each) for each in values}


def _listed(values: tuple[Scalar, ...]) -> str:
    return ", ".join(map(str, values))
