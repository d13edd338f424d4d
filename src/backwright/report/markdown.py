"""Untrusted text in Markdown: no mark-up of theirs takes effect in a report of ours."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from backwright.report.words import short

_MARKS: Final = re.compile(r"([\\`*_\[\]<>|#~])")
LONGEST: Final = 160


def plain(text: str, most: int = LONGEST) -> str:
    """On one line, as words."""
    return _MARKS.sub(r"\\\1", short(text, most))


def code(text: str) -> str:
    """On one line, as code."""
    return f"`{short(text, LONGEST).replace('`', chr(39)).replace('|', '/')}`" if text else ""


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table with a blank line after it; nothing where it has no rows."""
    lines = [f"| {' | '.join(each)} |" for each in rows]
    if not lines:
        return []
    return [f"| {' | '.join(heads)} |", f"|{' --- |' * len(heads)}", *lines, ""]


def some(places: Sequence[str], most: int) -> str:
    """The first places as code, and how many more there are."""
    shown = [code(each) for each in places[:most]]
    if len(places) > most:
        shown.append(f"{len(places) - most} more")
    return ", ".join(shown)
