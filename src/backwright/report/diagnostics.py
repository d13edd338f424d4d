"""Diagnostics as a compiler would print them: code, one line, place, cure."""

from collections.abc import Iterable, Sequence
from typing import Final

from backwright.diagnostics import Diagnostic, Severity
from backwright.report.words import counted, printable

_ORDER: Final = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def ordered(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Errors first, then as they were found."""
    return sorted(diagnostics, key=lambda each: _ORDER.index(each.severity))


def lines(diagnostic: Diagnostic) -> list[str]:
    """The three lines of one diagnostic."""
    head = f"{diagnostic.severity.value}[{diagnostic.code}] {printable(diagnostic.message)}"
    spans = [f"  --> {each}" for each in diagnostic.spans[:4]]
    if len(diagnostic.spans) > 4:
        spans.append(f"      and {len(diagnostic.spans) - 4} more places")
    return [head, *spans, f"  help: {printable(diagnostic.help)}"]


def text(diagnostics: Sequence[Diagnostic], *, most: int = 0, command: str = "") -> list[str]:
    """All of them, or the most important ones and how to see the rest. Notes are only counted
    where the list is cut."""
    sorted_ones = ordered(diagnostics)
    loud = [each for each in sorted_ones if each.severity is not Severity.NOTE]
    shown = (loud or [])[:most] if most else sorted_ones
    found: list[str] = []
    for each in shown:
        found += lines(each)
    rest = len(sorted_ones) - len(shown)
    if rest:
        notes = sum(each.severity is Severity.NOTE for each in sorted_ones)
        kind = "note" if rest == notes else "diagnostic"
        found.append(f"{'… and ' if shown else ''}{counted(rest, kind)}: {command}")
    return found
