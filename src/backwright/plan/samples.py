"""Valid values for every shape: the n-th differs from the others, as far as the shape has room."""

import math
import re
from datetime import date, datetime, timedelta
from typing import Final

from backwright.contract.model import Contract
from backwright.contract.names import words
from backwright.plan import patterns
from backwright.shape import ABSENT, Kind, Literal, Property, Shape

Json = str | int | float | bool | list["Json"] | dict[str, "Json"] | None

FIRST_DAY: Final = date(2030, 1, 1)
_WIDEST: Final = 2**31 - 1
_DEEPEST: Final = 4
_FORMATS: Final = {
    "email": "person{number}@example.com",
    "idn-email": "person{number}@example.com",
    "uri": "https://example.com/{number}",
    "url": "https://example.com/{number}",
    "uri-reference": "https://example.com/{number}",
    "iri": "https://example.com/{number}",
    "hostname": "host{number}.example.com",
    "ipv4": "192.0.2.{number}",
    "ip": "192.0.2.{number}",
    "ipv6": "2001:db8::{number}",
    "uuid": "00000000-0000-4000-8000-{number:012d}",
    "phone": "+1555{number:07d}",
    "password": "Correct-horse-{number}",
    "slug": "sample-{number}",
    "date": "2030-01-{number:02d}",
    "date-time": "2030-01-{number:02d}T10:00:00Z",
    "time": "10:{number:02d}:00",
    "duration": "PT{number}M",
    "byte": "c2FtcGxl",
    "binary": "c2FtcGxl",
}
_TEMPLATES: Final = (
    "{number}", "A{number}", "a{number}", "A-{number}", "A_{number}", "A-{number:04d}",
    "{number:06d}", "{number:04d}", "{number:03d}", "#{number:06x}", "+1555{number:07d}",
    "item-{number}", "Item {number}", "/item-{number}", "https://example.com/{number}",
    "{number}.0.0", "https://example.com/{number}.png",
)  # fmt: skip
ROOM: Final = 199
"""Templates are tried out with every number up to this one."""


def template(shape: Shape, name: str = "") -> str | None:
    """A text with `{number}` in it that is valid for every number of a test; None if none is."""
    if shape.values:
        return None
    if shape.pattern:
        return next((each for each in _TEMPLATES if _always(each, shape)), None)
    if shape.format in _FORMATS:
        usual = _FORMATS[shape.format]
        return usual if "{number" in usual and _fits_length(usual, shape) else None
    spoken = " ".join(words(name)).capitalize() or "Sample"
    longer = "{number} " + "x" * max((shape.min_length or 0) - 2, 0)
    every = (f"{spoken} {{number}}", f"{spoken[:1]}{{number}}", "{number}", longer)
    return next((each for each in every if _always(each, shape)), None)


def _always(text: str, shape: Shape) -> bool:
    if not shape.pattern:
        return _fits_length(text, shape)
    try:
        compiled = re.compile(shape.pattern)
    except (re.error, OverflowError, RecursionError):
        return False
    return _fits_length(text, shape) and all(
        compiled.search(text.format(number=number)) for number in range(ROOM)
    )


def _fits_length(text: str, shape: Shape) -> bool:
    lengths = [len(text.format(number=number)) for number in (0, ROOM)]
    return lengths[0] >= (shape.min_length or 0) and (
        shape.max_length is None or lengths[1] <= shape.max_length
    )


def sample(
    shape: Shape,
    number: int = 1,
    *,
    name: str = "",
    contract: Contract | None = None,
    deep: int = 0,
) -> Json:
    """The valid value of that number. A shape that nothing fulfils gets null."""
    if shape.values:
        allowed = [each for each in shape.values if each is not None]
        return allowed[(number - 1) % len(allowed)] if allowed else None
    made: Json = None
    match shape.kind:
        case Kind.STRING | Kind.BINARY:
            made = text(shape, number, name)
        case Kind.INTEGER:
            made = whole(shape, number)
        case Kind.NUMBER | Kind.DECIMAL:
            made = real(shape, number)
        case Kind.BOOLEAN:
            made = number % 2 == 1
        case Kind.UUID:
            made = f"00000000-0000-4000-8000-{number:012d}"
        case Kind.DATE | Kind.DATETIME | Kind.TIME:
            made = moment(shape.kind, number)
        case Kind.ARRAY:
            made = _array(shape, number, name, contract, deep)
        case Kind.OBJECT | Kind.MAP:
            made = _object(shape, number, contract, deep)
        case Kind.UNION:
            options = [each for each in shape.options if each.kind is not Kind.NULL]
            if options:
                made = sample(options[0], number, name=name, contract=contract, deep=deep)
        case Kind.ANY:
            made = f"Sample {number}"
    return made


def text(shape: Shape, number: int, name: str = "") -> str:
    found = template(shape, name)
    if found is not None:
        return (
            _day(found, number) if shape.format.startswith("date") else found.format(number=number)
        )
    least, most = shape.min_length or 0, shape.max_length
    if shape.pattern:
        return patterns.matching(shape.pattern, number - 1, least, most) or "Sample"
    usual = _FORMATS.get(shape.format, "").format(number=number)
    if usual and len(usual) >= least and (most is None or len(usual) <= most):
        return usual
    return patterns.matching("^[a-z]*$", number - 1, max(least, 1), most) or ""


def _day(found: str, number: int) -> str:
    """The number as a day of a month that has not that many."""
    day = FIRST_DAY + timedelta(days=number - 1)
    return found.replace("2030-01-{number:02d}", day.isoformat())


def whole(shape: Shape, number: int) -> int:
    step = int(shape.multiple_of) if shape.multiple_of and shape.multiple_of >= 1 else 1
    least, most = whole_bounds(shape)
    base = least if least is not None else min(1, most if most is not None else 1)
    first = math.ceil(base / step) * step
    if least is not None and least == 0 and (most is None or most >= step):
        first = step
    value = first + (number - 1) * step
    return first if most is not None and value > most else value


def whole_bounds(shape: Shape) -> tuple[int | None, int | None]:
    """Least and most, both inclusive."""
    least = shape.minimum
    most = shape.maximum
    lower = None if least is None else math.ceil(least)
    upper = None if most is None else math.floor(most)
    if lower is not None and shape.exclusive_minimum and lower == least:
        lower += 1
    if upper is not None and shape.exclusive_maximum and upper == most:
        upper -= 1
    return lower, upper


def real(shape: Shape, number: int) -> float | int:
    step = smallest_step(shape)
    least, most = shape.minimum, shape.maximum
    low = least if least is not None else (most - 1000 if most is not None else 0)
    span = (most - low) if most is not None else 1000
    if shape.max_digits is not None:
        span = min(span, 10 ** (shape.max_digits - (shape.decimal_places or 0)) - 1 - low)
    unit = 1.5 if span > 400 and step in (0.5, 0.1, 0.01, 0.001, 0.0001) else step
    value = round((math.floor(low / unit) + number) * unit, 6)
    if most is not None and (value > most or (value == most and shape.exclusive_maximum)):
        value = round(low + (0 if not shape.exclusive_minimum else step), 6)
    return value


def smallest_step(shape: Shape) -> float | int:
    """By how much two neighbouring values differ."""
    if shape.multiple_of:
        return shape.multiple_of
    if shape.decimal_places is not None:
        return 1 if shape.decimal_places == 0 else 10**-shape.decimal_places
    return 0.5


def moment(kind: Kind, number: int) -> str:
    day = FIRST_DAY + timedelta(days=number - 1)
    if kind is Kind.DATE:
        return day.isoformat()
    if kind is Kind.TIME:
        return (datetime(2030, 1, 1, 9) + timedelta(minutes=number)).time().isoformat()  # noqa: DTZ001  a time of day has no zone
    return f"{day.isoformat()}T10:00:00Z"


def _array(shape: Shape, number: int, name: str, contract: Contract | None, deep: int) -> Json:
    least = shape.min_items or 0
    count = max(least, 0 if deep >= _DEEPEST or shape.max_items == 0 else 1)
    items = shape.items or Shape(Kind.ANY)
    return [
        sample(items, number + each, name=name, contract=contract, deep=deep + 1)
        for each in range(count)
    ]


def _object(shape: Shape, number: int, contract: Contract | None, deep: int) -> Json:
    if shape.kind is Kind.MAP or contract is None:
        inner = shape.items or Shape(Kind.ANY)
        return {"key": sample(inner, number, contract=contract, deep=deep + 1)}
    made: dict[str, Json] = {}
    for own in contract.schema(shape.ref).properties:
        if own.read_only or (deep >= _DEEPEST and not own.required):
            continue
        made[own.name] = of_property(own, number, contract, deep + 1)
    return made


def of_property(
    own: Property, number: int, contract: Contract | None = None, deep: int = 0
) -> Json:
    """Its example for the first, if that is valid."""
    if number == 1 and own.example is not ABSENT and accepts(own.shape, own.example):
        return _plain(own.example)
    return sample(own.shape, number, name=own.name, contract=contract, deep=deep)


def accepts(shape: Shape, value: Literal) -> bool:
    """Whether an author's example is a valid scalar; of anything else it says no."""
    if shape.values:
        return value in shape.values
    if isinstance(value, bool):
        return shape.kind is Kind.BOOLEAN
    if isinstance(value, str):
        return shape.kind is Kind.STRING and _accepts_text(shape, value)
    if isinstance(value, int) and shape.kind is Kind.INTEGER:
        least, most = whole_bounds(shape)
        fits = (least is None or value >= least) and (most is None or value <= most)
        return fits and abs(value) <= _WIDEST and value % (shape.multiple_of or 1) == 0
    return False


def _accepts_text(shape: Shape, value: str) -> bool:
    if shape.format and shape.format not in ("email", "uri", "url", "password"):
        return False
    if shape.format == "email" and not re.fullmatch(r"[a-z.]+@[a-z]+\.(com|org|net)", value):
        return False
    if shape.format in ("uri", "url") and not re.fullmatch(r"https?://[a-z.]+(/[\w./-]*)?", value):
        return False
    long_enough = (shape.min_length or 0) <= len(value) <= (shape.max_length or 10**6)
    printable = value.isprintable() and value == value.strip() and bool(value)
    return (
        long_enough and printable and (not shape.pattern or bool(re.search(shape.pattern, value)))
    )


def _plain(value: Literal) -> Json:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value
