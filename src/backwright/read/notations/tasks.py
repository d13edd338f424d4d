"""tasks.md: `- [ ] T001 [P] Create … in backend/src/…`; the paths tell the wanted layout."""

import re
from typing import Final

from backwright.read.blocks import Heading, Item, MarkdownDocument, Paragraph, Row, Table, walk
from backwright.read.collected import Collected
from backwright.read.facts import Facts, Ignorable, PlanFact, StatementKind
from backwright.read.inline import plain

_TASK: Final = re.compile(
    r"^(?:\[[ xX~-]\]\s*)?(?P<id>T[A-Z]?-?\d{1,4}[a-z]?)\b\s*[:.]?\s*(?P<text>.*)$"
)
_PATH: Final = re.compile(
    r"(?<![\w/.])(?:[\w.-]+/)+[\w.-]+\.(?:py|toml|ini|md|ya?ml|json|sql|txt)\b"
)


def read(document: MarkdownDocument) -> Facts:
    found = Collected(document)
    for section in document.sections:
        if section.heading is not None:
            _heading(found, section.heading)
        for block in walk(section.blocks):
            if isinstance(block, Item):
                _say(found, block.text, block.line, block.own_last)
            elif isinstance(block, Paragraph):
                for offset, text in enumerate(block.text.split("\n")):
                    _say(found, text, block.line + offset, block.line + offset)
            elif isinstance(block, Table):
                _table(found, block)
    return found.facts()


def _heading(found: Collected, heading: Heading) -> None:
    _say(found, heading.text, heading.line, heading.last_line)


def _table(found: Collected, table: Table) -> None:
    rows: list[Row] = [each for each in table.rows if _TASK.match(plain(each.cells[0]))]
    if rows:
        found.ignore(Ignorable.TABLE_HEADER, table.line, table.line + 1)
    for row in rows:
        _say(found, " ".join(row.cells), row.line, row.line)


def _say(found: Collected, text: str, line: int, last_line: int) -> None:
    match = _TASK.match(plain(text))
    if match is None:
        return
    statement = found.say(StatementKind.TASK, match["text"] or text, line, last_line, match["id"])
    span = found.document.span(line, last_line)
    for path in dict.fromkeys(_PATH.findall(text)):
        if ".." not in path:
            found.plan.append(PlanFact("path", path, span, statement))
