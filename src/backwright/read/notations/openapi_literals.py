"""Values that a document gives: defaults, examples, members of enums and bounds."""

import math
import re
import warnings
from typing import Final

from backwright.diagnostics import reading_openapi as diagnostics
from backwright.read.nodes import Listed, Mapped, Node, Scalars, span_of
from backwright.read.notations.openapi_references import Library, shown
from backwright.shape import ABSENT, Absent, Literal, Scalar

_LONGEST_PATTERN: Final = 2000


def literal(node: Node | None) -> Literal | Absent:
    """Plain values and lists of them; objects are no literals."""
    if node is None or isinstance(node, Mapped):
        return ABSENT
    if isinstance(node, Scalars):
        return ABSENT if isinstance(node.value, float) and not finite(node.value) else node.value
    found = tuple(literal(each) for each in node.items)
    return ABSENT if any(each is ABSENT for each in found) else found


def example(node: Mapped) -> Literal | Absent:
    """`example`, else the first of `examples`."""
    own = literal(node.get("example"))
    if own is not ABSENT:
        return own
    several = node.get("examples")
    if isinstance(several, Listed) and several.items:
        return literal(several.items[0])
    if isinstance(several, Mapped):
        first = next(iter(several.entries.values()), None)
        return literal(first.get("value")) if isinstance(first, Mapped) else ABSENT
    return ABSENT


def finite(value: float) -> bool:
    return math.isfinite(value)


def number(library: Library, node: Mapped, name: str) -> float | int | None:
    """A finite number; None if there is none."""
    found = node.get(name)
    if found is None:
        return None
    value = found.value if isinstance(found, Scalars) else None
    if isinstance(value, int | float) and not isinstance(value, bool) and finite(value):
        return int(value) if isinstance(value, float) and value.is_integer() else value
    if not isinstance(value, bool):
        library.wrong(name, found, "a number")
    return None


def count(library: Library, node: Mapped, name: str) -> int | None:
    """A number of characters or elements."""
    found = number(library, node, name)
    if found is None:
        return None
    if isinstance(found, int) and found >= 0:
        return found
    library.wrong(name, node.entries[name], "a whole number from 0")
    return None


def allowed(node: Mapped) -> tuple[tuple[Scalar, ...], bool]:
    """The values of `enum` or `const`, and whether null is one of them."""
    const = node.get("const")
    nodes = [const] if const is not None else list(node.listed("enum"))
    values = [each.value for each in nodes if isinstance(each, Scalars)]
    kept = [each for each in values if each is not None]
    unique = {(type(each), each): each for each in kept}
    return tuple(unique.values()), len(kept) < len(values)


def pattern(library: Library, node: Mapped) -> str:
    """A regular expression as it was written; one that is none is reported."""
    written = node.text("pattern")
    if not written:
        return ""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            re.compile(written if len(written) <= _LONGEST_PATTERN else "(")
    except (re.error, RecursionError, OverflowError) as error:
        span, reason = span_of(node.entries["pattern"]), str(error)
        library.report(
            diagnostics.UNREAD_PATTERN.at(span, pattern=shown(written)[1:-1], reason=reason)
        )
        return ""
    return written
