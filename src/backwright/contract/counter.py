"""An independent count: does every written line stand in a statement or in a named remainder?

It shares no code with the readers and judges by crude rules over raw lines, so that a reader's
blind spot is not its own. It never parses; it only looks.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from backwright.diagnostics import Declared, Diagnostic, reading
from backwright.read.facts import Facts
from backwright.source import Span

_FENCE: Final = re.compile(r"^\s*(?:>\s*)*(```+|~~~+)")
_HEADING: Final = re.compile(r"^(#{1,6})\s+(.*)$")
_POINT: Final = re.compile(r"^\s{0,6}(?:[-*+]|\d{1,3}[.)])\s+(\S.*)$")
_ROW: Final = re.compile(r"^\s*\|.*\|\s*$")
_DIVIDER: Final = re.compile(r"^\s*\|?[\s:|-]*-{2,}[\s:|-]*\|?\s*$")
_NUMBERED: Final = re.compile(r"^\s*[-*+]\s+(?:\[.\]\s+)?\*\*(?:FR|NFR|REQ|DI|SC)-[\w.-]*\d\w*\*\*")
_GIVEN: Final = re.compile(r"^\s*(?:\d+[.)]|[-*])\s+\*\*Given\*\*.*\*\*Then\*\*", re.IGNORECASE)
_AMONG: Final = (
    ("edge cases", re.compile(r"\bedge cases\b", re.IGNORECASE)),
    ("clarifications", re.compile(r"^clarifications\b", re.IGNORECASE)),
    ("requirements", re.compile(r"^(?:non-)?(?:functional )requirements\b", re.IGNORECASE)),
)
_LABEL: Final = re.compile(r":\**\s*$|^\*\*[^*]+\*\*:?\s*$|^\[[^\]]*\]$")
_COMMENT: Final = re.compile(r"<!--.*?-->")


def conserved(files: Iterable[tuple[str, str]], facts: Facts) -> tuple[Diagnostic, ...]:
    """A diagnostic for each line that got lost, and for each that was set aside wrongly."""
    said = _lines(each.span for each in facts.statements)
    aside = _lines(each.span for each in facts.ignored)
    unread = {each.spans[0].file for each in facts.diagnostics if _is_source(each) and each.spans}
    found: list[Diagnostic] = []
    for path, text in files:
        if path in unread and path not in said and path not in aside:
            continue
        here, there = said.get(path, set()), aside.get(path, set())
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for number, line in enumerate(lines, 1):
            if line.strip("\ufeff \t\f\v\u00a0") and number not in here and number not in there:
                found.append(_report(reading.UNCOVERED, path, number, line))
        if path.endswith((".md", ".markdown")):
            for number, among in _not_ignorable(lines, path):
                if number not in here and number in there:
                    found.append(_report(reading.SET_ASIDE, path, number, lines[number - 1], among))
    return tuple(found)


def _is_source(diagnostic: Diagnostic) -> bool:
    """Whether it says that a file could not be read at all."""
    return diagnostic.code.startswith("BW1") and diagnostic.severity.value == "error"


def _lines(spans: Iterable[Span]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for each in spans:
        found.setdefault(each.file, set()).update(range(each.line, each.last_line + 1))
    return found


def _report(declared: Declared, path: str, number: int, line: str, among: str = "") -> Diagnostic:
    text = line.strip()[:80]
    return declared.at(Span(path, number), file=path, line=number, text=text, among=among)


def _not_ignorable(lines: list[str], path: str) -> Iterator[tuple[int, str]]:
    """Lines that must be statements, with the words for where they stand."""
    spec = path.rsplit("/", 1)[-1].lower() == "spec.md"
    fence, comment, depth, among = "", False, 0, ""
    for number, raw in enumerate(lines, 1):
        line = _COMMENT.sub("", raw)
        opened = "<!--" in line
        if comment or opened:
            comment = "-->" not in line
            continue
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark[1][:3]
            continue
        if fence:
            if mark and mark[1].startswith(fence) and line.strip(" >") == mark[1]:
                fence = ""
            continue
        heading = _HEADING.match(line)
        if heading:
            level, title = len(heading[1]), heading[2].strip(" #*_")
            if among and level <= depth:
                among = ""
            named = next((name for name, words in _AMONG if words.search(title)), "")
            if named and spec:
                among, depth = named, level
            elif among and re.search(r"\b(?:entities|assumptions|checklist|scope)\b", title, re.I):
                among = ""
            continue
        where = _where(line, lines, number) or (among if _point(line) else "")
        if where:
            yield number, where


def _where(line: str, lines: list[str], number: int) -> str:
    """By the line alone."""
    if _NUMBERED.match(line):
        return "requirements"
    if _GIVEN.match(line):
        return "scenarios"
    if _ROW.match(line) and not _DIVIDER.match(line):
        following = lines[number] if number < len(lines) else ""
        before = lines[number - 2] if number > 1 else ""
        if not _DIVIDER.match(following) and (_ROW.match(before) or _DIVIDER.match(before)):
            return "a table"
    return ""


def _point(line: str) -> bool:
    point = _POINT.match(line)
    return point is not None and not _LABEL.search(point[1].strip())
