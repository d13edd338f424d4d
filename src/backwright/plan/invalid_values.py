"""Values that a shape refuses, each with the reason, and those at the very edge of it."""

import math
from dataclasses import dataclass

from backwright.plan import patterns
from backwright.plan.samples import Json, sample, smallest_step, text, whole_bounds
from backwright.shape import Kind, Shape


@dataclass(frozen=True, slots=True)
class Invalid:
    value: Json
    reason: str
    """too short, too long, too low, too high, type, null, enum, pattern, format, NUL, surrogate,
    too few, too many."""
    constraint: str = ""
    """The aspect's word for what would let it through: length, range, pattern, format, enum,
    required, type."""


def invalid(shape: Shape, name: str = "") -> tuple[Invalid, ...]:
    """In the order in which a reader would think of them; never a value that might be valid."""
    if shape.values:
        found = _enums(shape)
    else:
        match shape.kind:
            case Kind.STRING:
                found = _texts(shape, name)
            case Kind.INTEGER:
                found = _wholes(shape)
            case Kind.NUMBER | Kind.DECIMAL:
                found = _reals(shape)
            case Kind.BOOLEAN:
                found = [Invalid("perhaps", "type", "type")]
            case Kind.UUID:
                found = [Invalid("no id", "type", "type")]
            case Kind.DATETIME | Kind.DATE | Kind.TIME:
                found = [Invalid("no date", "type", "type")]
            case Kind.ARRAY:
                found = _arrays(shape, name)
            case Kind.MAP | Kind.OBJECT:
                found = [Invalid("no object", "type", "type")]
            case _:
                return ()
    if not shape.nullable:
        found.append(Invalid(None, "null", "required"))
    return tuple(found)


def edges(shape: Shape) -> tuple[Json, ...]:
    """The least and the most that are still valid, where the shape says so."""
    if shape.values or shape.pattern or shape.format:
        return ()
    if shape.kind is Kind.STRING:
        lengths = {each for each in (shape.min_length, shape.max_length) if each}
        return tuple(_long(each) for each in sorted(lengths) if each <= 10_000)
    if shape.kind is Kind.INTEGER and not shape.multiple_of:
        return tuple(each for each in whole_bounds(shape) if each is not None)
    return ()


def _enums(shape: Shape) -> list[Invalid]:
    if all(isinstance(each, str) for each in shape.values):
        return [Invalid("no such value", "enum", "enum")]
    numbers = [each for each in shape.values if isinstance(each, int)]
    return [Invalid(max(numbers) + 1, "enum", "enum")] if numbers else []


def _texts(shape: Shape, name: str) -> list[Invalid]:
    found: list[Invalid] = []
    least, most = shape.min_length or 0, shape.max_length
    if least:
        found.append(Invalid(_long(least - 1), "too short", "length"))
    if most is not None and most <= 20_000:
        found.append(Invalid(_too_long(shape, most, name), "too long", "length"))
    if shape.pattern:
        odd = patterns.not_matching(shape.pattern, least, most)
        if odd is not None:
            found.append(Invalid(odd, "pattern", "pattern"))
    if shape.format in ("email", "idn-email"):
        found.append(Invalid("no address", "format", "format"))
    if shape.format in ("uri", "url"):
        found.append(Invalid("no url", "format", "format"))
    found.append(Invalid(1, "type", "type"))
    return found


def free_text(shape: Shape) -> tuple[Invalid, ...]:
    """What no database or no encoder takes, where neither pattern nor format keeps it out."""
    if shape.kind is not Kind.STRING or shape.values or shape.pattern or shape.format:
        return ()
    if shape.max_length is not None and shape.max_length < 12:
        return ()
    filler = "x" * max((shape.min_length or 0) - 4, 0)
    return (Invalid(f"{filler}NUL \x00", "NUL"), Invalid(f"{filler}half \ud800", "surrogate"))


def _long(length: int) -> str:
    return "x" * length


def _too_long(shape: Shape, most: int, name: str) -> str:
    """Valid but for its length, where that can be had."""
    if shape.format == "email":
        label = "a" * 60
        return f"{label}@{'.'.join([label] * (most // 60 + 1))}.com"
    if shape.format in ("uri", "url"):
        return f"https://example.com/{'x' * most}"
    if shape.pattern:
        found = patterns.matching(shape.pattern, 0, most + 1, most + 64)
        return found if found is not None else (text(shape, 1, name) * (most + 1))[: most + 1]
    return _long(most + 1)


def _wholes(shape: Shape) -> list[Invalid]:
    least, most = whole_bounds(shape)
    found: list[Invalid] = []
    if least is not None:
        found.append(Invalid(least - 1, "too low", "range"))
    if most is not None:
        found.append(Invalid(most + 1, "too high", "range"))
    step = shape.multiple_of
    if step and step > 1:
        valid = sample(shape)
        found.append(Invalid(valid + 1 if isinstance(valid, int) else 1, "step", "range"))
    return [*found, Invalid(2**63, "too high"), Invalid("many", "type", "type")]


def _reals(shape: Shape) -> list[Invalid]:
    found: list[Invalid] = []
    step = smallest_step(shape)
    if shape.minimum is not None:
        low = shape.minimum if shape.exclusive_minimum else _neat(shape.minimum - step)
        found.append(Invalid(low, "too low", "range"))
    if shape.maximum is not None:
        high = shape.maximum if shape.exclusive_maximum else _neat(shape.maximum + step)
        found.append(Invalid(high, "too high", "range"))
    return [*found, Invalid("much", "type", "type")]


def _neat(value: float) -> float | int:
    rounded = round(value, 6)
    return int(rounded) if isinstance(rounded, int) or math.floor(rounded) == rounded else rounded


def _arrays(shape: Shape, name: str) -> list[Invalid]:
    found: list[Invalid] = []
    items = shape.items or Shape(Kind.ANY)
    if items.kind is not Kind.OBJECT:
        if shape.min_items:
            value: list[Json] = [
                sample(items, each + 1, name=name) for each in range(shape.min_items - 1)
            ]
            found.append(Invalid(value, "too few", "length"))
        if shape.max_items is not None and shape.max_items <= 200:
            value = [sample(items, each + 1, name=name) for each in range(shape.max_items + 1)]
            found.append(Invalid(value, "too many", "length"))
    return [*found, Invalid("no list", "type", "type")]
