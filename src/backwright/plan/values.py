"""The value that a caller may send: its Python type, what is done to it, what it is held to.

Plain data: which module spells it, and how, is the printer's business.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from backwright.plan.columns import INT32, INT64, digits, places, wide
from backwright.plan.regexes import Engine, engine, lets_nul_through
from backwright.shape import ABSENT, Absent, Kind, Literal, Shape

Bound = int | float | bool


@dataclass(frozen=True, slots=True)
class Value:
    """`Annotated[base, *steps, Field(**limits)]`."""

    base: str
    """`Text`, `str`, `int`, `float`, `Number`, `Decimal`, `bool`, `EmailStr`, `UUID`,
    `AwareDatetime`, `date`, `time`, `bytes`, `Any`."""
    steps: tuple[str, ...] = ()
    """What is done to it or asked of it, in order: `trim`, `lower`, `upper`, `lower_first`,
    `upper_first`, `storable`, `clock`, or the format that is checked."""
    limits: tuple[tuple[str, Bound], ...] = ()
    """Arguments of Pydantic's Field, in their order."""
    pattern: str = ""
    engine: Engine = Engine.NONE
    format: str = ""
    """Shown in the documentation, checked by nobody."""
    example: Literal | Absent = ABSENT

    @property
    def bounded(self) -> bool:
        """Whether it says more than its type: worth a name of its own."""
        told = [name for name, _ in self.limits if name not in ("strict", "allow_inf_nan")]
        return bool(told or self.pattern or self.steps) or self.base == "EmailStr"

    def same(self, other: "Value") -> bool:
        """The same values, whatever the examples."""
        return replace(self, example=ABSENT) == replace(other, example=ABSENT)


CHECKED: Final = {
    "uri": "url", "url": "url", "ipv4": "ipv4", "ipv6": "ipv6", "byte": "base64",
    "hostname": "hostname", "idn-email": "email",
}  # fmt: skip
_SILENT: Final = frozenset(("email", "password", "decimal", *CHECKED))
_PLAIN: Final = {
    Kind.UUID: "UUID", Kind.DATETIME: "AwareDatetime", Kind.DATE: "date", Kind.BINARY: "bytes",
    Kind.BOOLEAN: "bool",
}  # fmt: skip


def value(
    shape: Shape,
    *,
    normalise: tuple[str, ...] = (),
    strict: bool = True,
    stored: bool = True,
    example: Literal | Absent = ABSENT,
) -> Value:
    """Of a scalar without allowed values. `strict`: JSON tells numbers from text, a query does
    not. `stored`: a whole number goes into a column, and has to fit."""
    if shape.kind is Kind.STRING:
        return replace(_text(shape, normalise), example=example)
    told: tuple[tuple[str, Bound], ...] = (("strict", True),) if strict else ()
    if shape.kind is Kind.INTEGER:
        found = Value("int", limits=told + _whole(shape, stored=stored))
    elif shape.kind is Kind.NUMBER:
        found = Value("float", limits=(*told, *_range(shape), ("allow_inf_nan", False)))
    elif shape.kind is Kind.DECIMAL:
        limits = (*_range(shape), ("max_digits", digits(shape)), ("decimal_places", places(shape)))
        found = Value("Number" if strict and shape.format != "decimal" else "Decimal", (), limits)
    elif shape.kind is Kind.TIME:
        found = Value("time", ("clock",))
    else:
        base = _PLAIN.get(shape.kind, "Any")
        found = Value(base, limits=told if base == "bool" else ())
    return replace(found, example=example)


def _range(shape: Shape) -> tuple[tuple[str, Bound], ...]:
    found: list[tuple[str, Bound]] = []
    if shape.minimum is not None and math.isfinite(shape.minimum):
        found.append(("gt" if shape.exclusive_minimum else "ge", shape.minimum))
    if shape.maximum is not None and math.isfinite(shape.maximum):
        found.append(("lt" if shape.exclusive_maximum else "le", shape.maximum))
    if shape.multiple_of and shape.kind is not Kind.DECIMAL:
        found.append(("multiple_of", shape.multiple_of))
    return tuple(found)


def _whole(shape: Shape, *, stored: bool) -> tuple[tuple[str, Bound], ...]:
    most = INT64 if wide(shape) else INT32
    low = _rounded(shape.minimum, math.ceil)
    high = _rounded(shape.maximum, math.floor)
    found: list[tuple[str, Bound]] = []
    if low is not None:
        found.append(("gt" if shape.exclusive_minimum and low == shape.minimum else "ge", low))
    elif stored:
        found.append(("ge", -most - 1))
    if high is not None:
        found.append(("lt" if shape.exclusive_maximum and high == shape.maximum else "le", high))
    elif stored:
        found.append(("le", most))
    if shape.multiple_of and shape.multiple_of == int(shape.multiple_of):
        found.append(("multiple_of", int(shape.multiple_of)))
    return tuple(found)


def _rounded(bound: float | int | None, inwards: Callable[[float], int]) -> int | None:
    if bound is None or not math.isfinite(bound):
        return None
    return max(-INT64 - 1, min(INT64, inwards(bound)))


def _text(shape: Shape, normalise: tuple[str, ...]) -> Value:
    known = engine(shape.pattern)
    base = "Text"
    steps = [each for each in normalise if each == "trim"]
    if shape.format in ("email", "idn-email"):
        base = "EmailStr"
    elif known is not Engine.NONE:
        base = "str"
        if lets_nul_through(shape.pattern):
            steps.append("storable")
    for each in normalise:
        if each in ("lower", "upper"):
            steps.append(f"{each}_first" if known is not Engine.NONE else each)
    if shape.format in CHECKED and base != "EmailStr":
        steps.append(CHECKED[shape.format])
    return Value(
        base,
        tuple(steps),
        _lengths(shape),
        shape.pattern if known is not Engine.NONE else "",
        known,
        "" if shape.format in _SILENT else shape.format,
    )


def _lengths(shape: Shape) -> tuple[tuple[str, Bound], ...]:
    most = shape.max_length
    if most is None and shape.format == "email":
        most = 254
    named = (("min_length", shape.min_length or None), ("max_length", most))
    return tuple((name, count) for name, count in named if count is not None and count >= 0)
