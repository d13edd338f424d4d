"""Words for limits: lengths of texts, ranges of numbers, counts of items."""

import re
from dataclasses import replace
from typing import Final

from backwright.shape import Kind, Shape

_N: Final = r"(-?\d[\d,_]*(?:\.\d+)?)"
_DASH: Final = r"\s*(?:-|–|—|~|〜|\.\.\.?|\bto\b|\band\b)\s*"
_UNIT: Final = (
    r"(?:chars?\b|characters?\b|letters?\b|(?:capital|upper-?case"
    r"|lower-?case) letters?|digits?\b|자\b|자|字元|字符|字|個字|文字|symbols?\b|code "
    r"points?\b)"
)
_ITEM: Final = r"(?:items?|elements?|entries|values|tags|urls?|images|lines)\b"
_RANGE: Final = re.compile(
    rf"(?:\bbetween\s+)?(?<![\w.,/-]){_N}{_DASH}{_N}(?![\w/]|\.\d)", re.IGNORECASE
)
_LENGTHS: Final = re.compile(rf"(?<![\w.,]){_N}{_DASH}{_N}\s*(?:[A-Za-z]+ )?{_UNIT}", re.IGNORECASE)
_ITEMS: Final = re.compile(rf"(?<![\w.,]){_N}{_DASH}{_N}\s*{_ITEM}", re.IGNORECASE)
_AT_MOST: Final = re.compile(
    rf"(?:\bmax(?:imum)?(?:[ _-]?(?:len(?:gth)?|size|value))?\b|\bat most\b"
    rf"|\bup to\b|\bno more than\b|\bnot? (?:exceed|longer than)(?:ing)?\b"
    rf"|≤|<=|\ble\s*=|\bmax_length\s*=|\blte\b|最大|最多|최대)\s*(?:of|is|:|=|：)*\s*\(?{_N}",
    re.IGNORECASE,
)
_AT_LEAST: Final = re.compile(
    rf"(?:\bmin(?:imum)?(?:[ _-]?(?:len(?:gth)?|size|value))?\b|\bat least\b"
    rf"|\bno less than\b|≥|>=|\bge\s*=|\bmin_length\s*=|\bgte\b|最小|最少|최소)"
    rf"\s*(?:of|is|:|=|：)*\s*\(?{_N}",
    re.IGNORECASE,
)
_ABOVE: Final = re.compile(
    rf"(?:(?<![<>=-])>(?!=)|\bgt\s*=|\bgreater than\b|\bmore than\b)\s*{_N}", re.IGNORECASE
)
_BELOW: Final = re.compile(rf"(?:(?<![<>=])<(?!=)|\blt\s*=|\bless than\b)\s*{_N}", re.IGNORECASE)
_EXACTLY: Final = re.compile(
    rf"\b(?:exactly|fixed|length)\s*[:=]?\s*{_N}\s*(?:{_UNIT})?|^{_N}\s*{_UNIT}(?!\w)",
    re.IGNORECASE,
)
_NOT_EMPTY: Final = re.compile(
    r"\bnon-?\s?(?:empty|blank)\b|\b(?:not|never|cannot be|can't be|must not "
    r"be)(?: be)?(?: null or)? (?:empty|blank)\b|\bno empty\b",
    re.IGNORECASE,
)
_POSITIVE: Final = re.compile(r"\bpositive\b|양수|正数|正數", re.IGNORECASE)
_NOT_NEGATIVE: Final = re.compile(
    r"\bnon-?\s?negative\b|\bnot? negative\b|\bcannot be negative\b", re.IGNORECASE
)
_PLACES: Final = re.compile(
    r"\b(\d)\s*(?:decimal places?|precision|decimals|fraction digits)\b|\bscale\s*[:=]?\s*(\d)\b",
    re.IGNORECASE,
)
_NUMBERS: Final = frozenset({Kind.INTEGER, Kind.NUMBER, Kind.DECIMAL})
_EXAMPLE: Final = re.compile(
    r"\be\.g\.[^)]*|\bfor example\b[^)]*|\bdefault(?:s|ed)?(?: to| value)?\s*[:=]?\s*-?[\d.,]+",
    re.IGNORECASE,
)
_LONGEST: Final = 10_485_760


def bounded(shape: Shape, text: str, *, loose: bool = False) -> Shape:
    """The shape with the limits that the words add; `loose` words must name a unit."""
    text = _EXAMPLE.sub(" ", text)[:2000]
    if shape.kind is Kind.STRING and not shape.values:
        return _text(shape, text, loose=loose)
    if shape.kind in _NUMBERS:
        return _number(shape, text, loose=loose)
    if shape.kind is Kind.ARRAY:
        return _array(shape, text)
    return shape


def _text(shape: Shape, text: str, *, loose: bool) -> Shape:
    lengths = _LENGTHS.search(text) or (None if loose else _RANGE.search(text))
    least = most = None
    if lengths is not None:
        least, most = _whole(lengths[1]), _whole(lengths[2])
    elif not loose or re.search(_UNIT, text, re.IGNORECASE):
        least, most = _limit(_AT_LEAST, text), _limit(_AT_MOST, text)
        exact = _EXACTLY.search(text)
        if exact is not None and least is None and most is None:
            least = most = _whole(exact[1] or exact[2])
    if least is None and not loose and _NOT_EMPTY.search(text):
        least = 1
    if least is not None and most is not None and least > most:
        return shape
    if least is not None and 0 <= least <= _LONGEST and shape.min_length is None:
        shape = replace(shape, min_length=least)
    if most is not None and 0 < most <= _LONGEST:
        narrower = most if shape.max_length is None else min(most, shape.max_length)
        shape = replace(shape, max_length=narrower)
    return shape


def _number(shape: Shape, text: str, *, loose: bool) -> Shape:
    places = _PLACES.search(text)
    if places is not None and shape.kind is Kind.DECIMAL and shape.decimal_places is None:
        shape = replace(shape, decimal_places=int(places[1] or places[2]))
        text = _PLACES.sub(" ", text)
    if loose:
        match = re.search(rf"\(\s*{_N}{_DASH}{_N}\s*%?\)", text)
        return _between(shape, match[1], match[2]) if match else shape
    both = _RANGE.search(text)
    if both is not None:
        return _between(shape, both[1], both[2])
    least, most = _AT_LEAST.search(text), _AT_MOST.search(text)
    above, below = _ABOVE.search(text), _BELOW.search(text)
    if least is not None:
        shape = replace(shape, minimum=_value(least[1]))
    elif above is not None:
        shape = _exclusive(shape, _value(above[1]))
    elif _NOT_NEGATIVE.search(text):
        shape = replace(shape, minimum=0)
    elif _POSITIVE.search(text):
        shape = _exclusive(shape, 0)
    if most is not None:
        shape = replace(shape, maximum=_value(most[1]))
    elif below is not None:
        shape = replace(shape, maximum=_value(below[1]), exclusive_maximum=True)
    return shape


def _between(shape: Shape, low: str, high: str) -> Shape:
    least, most = _value(low), _value(high)
    return shape if least > most else replace(shape, minimum=least, maximum=most)


def _exclusive(shape: Shape, value: float | int) -> Shape:
    """More than a whole number is at least the next one, among whole numbers."""
    if shape.kind is Kind.INTEGER and isinstance(value, int):
        return replace(shape, minimum=value + 1)
    return replace(shape, minimum=value, exclusive_minimum=True)


def _array(shape: Shape, text: str) -> Shape:
    both = _ITEMS.search(text)
    if both is not None:
        least, most = _whole(both[1]), _whole(both[2])
        return replace(shape, min_items=least, max_items=most)
    if not re.search(_ITEM, text, re.IGNORECASE):
        return shape
    return replace(shape, min_items=_limit(_AT_LEAST, text), max_items=_limit(_AT_MOST, text))


def _limit(pattern: re.Pattern[str], text: str) -> int | None:
    match = pattern.search(text)
    return _whole(match[1]) if match is not None else None


def _whole(number: str) -> int | None:
    text = re.sub(r"[,_]", "", number)
    return int(text) if text.isdecimal() and len(text) < 12 else None


def _value(number: str) -> float | int:
    text = re.sub(r"[,_]", "", number)
    return float(text) if "." in text else int(text)
