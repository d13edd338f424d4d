"""Values that an author's schema allows, made without randomness that matters."""

import re
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.judge.declared import Files, Place

Json = Any
DEPTH = 6
ENDS = ("end", "until", "to", "due", "expire", "last", "max", "finish", "deadline")


class Unknown:
    """No value is known: the property is left out."""


UNKNOWN = Unknown()
Known = Callable[[str, Mapping[str, Json]], Json]
"""What is known about a property by its name (ids of rows that exist), or UNKNOWN."""


@dataclass
class Maker:
    """Makes values; strings differ from one value to the next."""

    files: Files
    known: Known = lambda _name, _schema: UNKNOWN
    examples: bool = True
    exact: bool = False
    """Examples are taken as they stand, even where they would collide with themselves."""
    optional: bool = True
    told: str = ""
    """Of the values of an enum, the one that stands in this text is taken."""
    counter: "count[int]" = field(default_factory=lambda: count(1))

    def schema(self, place: Place) -> tuple[dict[str, Json], Place]:
        """The schema with its references followed and allOf merged."""
        place = self.files.resolve(place)
        node = place.node if isinstance(place.node, dict) else {}
        if "allOf" not in node:
            return node, place
        merged: dict[str, Json] = {key: value for key, value in node.items() if key != "allOf"}
        properties: dict[str, Json] = {}
        required: list[str] = list(node.get("required") or [])
        for part in node["allOf"]:
            inner, where = self.schema(Place(part, place.file))
            for key, value in inner.items():
                merged.setdefault(key, value)
            for name, value in (inner.get("properties") or {}).items():
                properties[name] = _Located.of(value, where)
            required += inner.get("required") or []
        properties |= node.get("properties") or {}
        return merged | {"properties": properties, "required": required}, place

    def value(self, place: Place, name: str = "", depth: int = 0) -> Json:
        node, place = self.schema(_Located.place(place))
        if depth > DEPTH:
            return None
        if "const" in node:
            return node["const"]
        if node.get("enum"):
            return _one_of(node["enum"], self.told)
        for key in ("oneOf", "anyOf"):
            options = [Place(each, place.file) for each in node.get(key) or []]
            if options and not node.get("properties"):
                return self.value(_first_filled(self, options), name, depth + 1)
        return self._typed(node, place, name, depth)

    def _typed(self, node: Mapping[str, Json], place: Place, name: str, depth: int) -> Json:
        kind = type_of(node)
        if kind == "object":
            return self._object(node, place, depth)
        example = _example(node)
        if self.examples and example is not None and kind != "array" and not _unique(node):
            return example
        if kind == "array":
            return self._array(node, place, name, depth)
        if kind in ("integer", "number"):
            return _number(node, name, whole=kind == "integer")
        if kind == "boolean":
            return False if example is None else example
        return self._string(node, name)

    def _object(self, node: Mapping[str, Json], place: Place, depth: int) -> dict[str, Json]:
        made: dict[str, Json] = {}
        required = set(node.get("required") or [])
        for name, inner in (node.get("properties") or {}).items():
            where = _Located.place(Place(inner, place.file))
            schema, _ = self.schema(where)
            if schema.get("readOnly"):
                continue
            known = self.known(name, schema)
            if not isinstance(known, Unknown):
                made[name] = known
            elif name in required or (self.optional and not _reference(name, schema)):
                made[name] = self.value(where, name, depth + 1)
        return made

    def _array(self, node: Mapping[str, Json], place: Place, name: str, depth: int) -> Json:
        items = Place(node.get("items") or {}, place.file)
        length = max(int(node.get("minItems") or 0), 1 if depth < DEPTH else 0)
        return [self.value(items, name, depth + 1) for _ in range(length)]

    def _string(self, node: Mapping[str, Json], name: str) -> str:
        number = next(self.counter)
        made = formatted(str(node.get("format") or ""), name, number)
        example = _example(node)
        if made is None and self.examples and isinstance(example, str) and example:
            made = example if self.exact else varied(example, node, number)
        if made is None and node.get("pattern"):
            made = matching(str(node["pattern"]), node, number)
        if made is None:
            made = worded(name, number)
        return fitted(made, node)


@dataclass(frozen=True, slots=True)
class _Located:
    """A property of a part of an allOf that stands in another file."""

    @staticmethod
    def of(node: Json, where: Place) -> Json:
        return {"$place": Place(node, where.file)}

    @staticmethod
    def place(place: Place) -> Place:
        if isinstance(place.node, dict) and isinstance(place.node.get("$place"), Place):
            inner: Place = place.node["$place"]
            return inner
        return place


def _one_of(values: list[Json], told: str) -> Json:
    said = set(re.findall(r"\w+", told.lower()))
    there = [each for each in values if each is not None]
    return next((each for each in there if str(each).lower() in said), there[0] if there else None)


def _first_filled(maker: Maker, options: list[Place]) -> Place:
    filled = [each for each in options if type_of(maker.schema(each)[0]) != "null"]
    return (filled or options)[0]


def type_of(node: Mapping[str, Json]) -> str:
    kind = node.get("type")
    if isinstance(kind, list):
        kind = next((each for each in kind if each != "null"), "null")
    if kind:
        return str(kind)
    if "properties" in node or "additionalProperties" in node:
        return "object"
    return "array" if "items" in node else "string"


def _example(node: Mapping[str, Json]) -> Json:
    examples = node.get("examples")
    if isinstance(examples, list) and examples:
        return examples[0]
    return node.get("example")


def _unique(node: Mapping[str, Json]) -> bool:
    """Whether an example would collide with itself: names, codes, addresses, free strings."""
    return type_of(node) == "string" and node.get("format") not in ("date", "date-time", "time")


def _reference(name: str, node: Mapping[str, Json]) -> bool:
    """Whether an optional property names another row, of which none is known."""
    return bool(re.search(r"(_id|Id|_ids|Ids)$", name)) and type_of(node) in (
        "string",
        "integer",
        "array",
    )


def _number(node: Mapping[str, Json], name: str, *, whole: bool) -> float | int:
    low, high = node.get("minimum"), node.get("maximum")
    above, below = node.get("exclusiveMinimum"), node.get("exclusiveMaximum")
    if above is True:
        above, low = low, None
    if below is True:
        below, high = high, None
    value: float = 3 if any(each in name.lower() for each in ENDS) else 2
    if not whole:
        value = float(value)
    if isinstance(low, (int, float)) and value < low:
        value = low
    if isinstance(above, (int, float)) and not isinstance(above, bool) and value <= above:
        value = above + 1
    if isinstance(high, (int, float)) and value > high:
        value = high
    if isinstance(below, (int, float)) and not isinstance(below, bool) and value >= below:
        value = below - 1 if whole else (below + (low or above or 0)) / 2
    step = node.get("multipleOf")
    if isinstance(step, (int, float)) and step >= 1:
        value = value + (-value) % step
    return int(value) if whole else value


def formatted(form: str, name: str, number: int) -> str | None:
    """A string of a named format, or None if there is no such format."""
    late = any(name.lower().startswith(each) or f"_{each}" in name.lower() for each in ENDS)
    moment = datetime(2031, 5, 4, 10, 30, tzinfo=UTC) + timedelta(days=30 if late else 0)
    lowered = name.lower()
    if form == "email" or (not form and "email" in lowered):
        return f"person{number}@example.com"
    known = {
        "uuid": str(UUID(int=(0x7A << 120) + (4 << 76) + (8 << 60) + number)),
        "date-time": moment.isoformat().replace("+00:00", "Z"),
        "date": date(moment.year, moment.month, moment.day).isoformat(),
        "time": "18:30:00" if late else "10:30:00",
        "uri": f"https://example.com/{number}",
        "url": f"https://example.com/{number}",
        "hostname": "example.com",
        "ipv4": "192.0.2.1",
        "ipv6": "2001:db8::1",
        "byte": "aGVsbG8=",
        "decimal": "12.50",
    }
    return known.get(form)


def varied(example: str, node: Mapping[str, Json], number: int) -> str | None:
    """Another value in the manner of the author's example; None if it is none any more."""
    if len(example) >= int(node.get("maxLength") or 10**9):
        return example
    room = int(node.get("maxLength") or 10**9) - len(str(number))
    made = example[: max(room, 0)] + str(number)
    try:
        fits = _long(made, node) and re.search(str(node.get("pattern") or ""), made) is not None
        kept = _long(example, node) and re.search(str(node.get("pattern") or ""), example)
    except (re.error, RecursionError):
        return None
    return made if fits else example if kept else None


def worded(name: str, number: int) -> str:
    lowered = name.lower()
    if "password" in lowered:
        return "Teapot-2031x!"
    if "phone" in lowered:
        return f"+49401234{number:04d}"
    if "currency" in lowered:
        return "EUR"
    if lowered.endswith("url"):
        return f"https://example.com/{number}"
    return f"{re.sub('[^A-Za-z ]', ' ', name).strip() or 'text'} {number}"


def matching(pattern: str, node: Mapping[str, Json], number: int) -> str | None:
    """A string that the pattern accepts; another one for another number."""
    candidates = [f"AB-{number}", f"ab{number}", f"AB{number}", f"A{number:03d}", f"a_{number}"]
    candidates += [f"#{number:06x}", "EUR", "en", "en-GB", f"+4940{number:06d}", f"{number:05d}"]
    candidates += [f"{number}.50", "2031-05", "10:30", f"1.{number}.0", f"Word {number}", "A", "1"]
    try:
        rule = re.compile(pattern)
        fitting = (each for each in candidates if rule.search(each) and _long(each, node))
        return next(fitting, None) or _drawn(rule, node)
    except (re.error, RecursionError):
        return None


def _long(text: str, node: Mapping[str, Json]) -> bool:
    return int(node.get("minLength") or 0) <= len(text) <= int(node.get("maxLength") or 10**9)


def _drawn(rule: re.Pattern[str], node: Mapping[str, Json]) -> str | None:
    found: list[str] = []

    @settings(
        max_examples=60, database=None, deadline=None, suppress_health_check=list(HealthCheck)
    )
    @given(st.from_regex(rule, fullmatch=rule.pattern.startswith("^")))
    def draw(text: str) -> None:
        if text.isprintable() and _long(text, node):
            found.append(text)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        draw()
    return max(found, key=len) if found else None


def fitted(text: str, node: Mapping[str, Json]) -> str:
    low, high = int(node.get("minLength") or 0), node.get("maxLength")
    if len(text) < low:
        text += "x" * (low - len(text))
    if isinstance(high, int) and len(text) > high:
        digits = re.sub(r"\D", "", text)[-max(high - 1, 0) :]
        text = (text[: high - len(digits)] + digits)[:high]
    return text
