"""Numbers, durations and sizes as prose writes them."""

import re
from typing import Final

NUMBER: Final = r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?"

_WORDS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
}  # fmt: skip

_SECONDS: Final = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
_SHORT: Final = {"s": 1, "sec": 1, "m": 60, "min": 60, "h": 3600, "hr": 3600, "d": 86400}
_BYTES: Final = {
    "kb": 1024, "kib": 1024, "mb": 1024**2, "mib": 1024**2, "gb": 1024**3, "gib": 1024**3,
    "byte": 1, "kilobyte": 1024, "megabyte": 1024**2,
}  # fmt: skip

DURATION: Final = re.compile(
    r"(?<![\w.])(?P<count>\d+|" + "|".join(_WORDS) + r")(?:\s|-)?"
    r"(?P<unit>seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|[smhd])\b",
    re.IGNORECASE,
)
SIZE: Final = re.compile(
    r"(?<![\w.])(?P<count>\d+(?:\.\d+)?)\s?"
    r"(?P<unit>[KMG]i?B|bytes?|kilobytes?|megabytes?)\b",
    re.IGNORECASE,
)


def number(text: str) -> int | float:
    """`50,000` is 50000, `0.5` is 0.5."""
    bare = text.replace(",", "")
    return float(bare) if "." in bare else int(bare)


def count(text: str) -> int:
    """Digits or a number in words. Raises KeyError for other words."""
    return int(text) if text.isdigit() else _WORDS[text.lower()]


def seconds(text: str) -> int:
    """The first duration in the text, or 0."""
    match = DURATION.search(text)
    if match is None:
        return 0
    unit = match["unit"].lower()
    size = _SHORT.get(unit) or _SHORT.get(unit.rstrip("s")) or _SECONDS[unit.rstrip("s")]
    return count(match["count"]) * size


def size_in_bytes(text: str) -> int:
    """The first size in the text, or 0."""
    match = SIZE.search(text)
    if match is None:
        return 0
    unit = match["unit"].lower()
    return int(float(match["count"]) * _BYTES[unit if unit in _BYTES else unit.rstrip("s")])
