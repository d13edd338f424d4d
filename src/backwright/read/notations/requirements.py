"""Requirement sentences: `- **FR-001**: System MUST …`, and however else they are numbered.

Read are points, paragraphs, headings and table rows that carry a requirement's number, wherever
they stand; whatever stands below a heading about requirements; and sentences with MUST or SHALL.
"""

import re
from typing import Final

from backwright.read.blocks import (
    Block,
    Heading,
    Item,
    MarkdownDocument,
    Paragraph,
    Quote,
    Section,
    Table,
)
from backwright.read.collected import Collected
from backwright.read.facts import Facts, Ignorable, StatementKind
from backwright.read.inline import plain
from backwright.read.notations import template
from backwright.read.topics import Topic, topic

_NUMBER: Final = re.compile(
    r"^(?:\[[ xX]\]\s*)?[\[(]?"
    r"(?P<id>(?!(?:SC|US|EC|UTF|RFC|ISO|SHA|HTTP|TC|ADR|CHK"
    r"|PHASE|SPEC)-)[A-Z]{2,6}-(?:[A-Z]{1,12}-?)*\d+[a-z]?(?:\.\d+)*)"
    r"[\])]?(?:\s*\([^)]{1,60}\))?(?:\s*\[[^\]]{1,40}\])?\s*(?:[:.–—-]+\s*|$|(?=[A-Z「]))"
)
_MODAL: Final = re.compile(r"\b(?:MUST|SHALL)\b")
_WEAKLY: Final = re.compile(
    r"\b(?:must|shall|should|returns?|cannot|may not|never|always|required"
    r"|rejects?|refuses?|[45]\d\d)\b",
    re.IGNORECASE,
)
"""Words that make a requirement of a point below a heading that says nothing else."""
_DECIDES: Final = re.compile(
    r"\b(?:jwt|tokens?|better auth|supabase|auth0|clerk|firebase|keycloak"
    r"|soft delet\w*|utc|case-insensitive"
    r"|pagination|paginated|per page|defaults? to|never deleted|is required"
    r"|are required|must|shall)\b",
    re.IGNORECASE,
)
"""Words in an assumption that the backend is built upon."""
_LEFT_OUT: Final = re.compile(
    r"\b(?:out of scope|not (?:required|included|needed|part|support\w*)"
    r"|deferred|later|future|phase|does not require|no )\b",
    re.IGNORECASE,
)
_NOT_WANTED: Final = re.compile(
    r"(?:out of scope|not in scope|non-?goals|excluded)\b", re.IGNORECASE
)
_ASSUMPTIONS: Final = re.compile(
    r"\b(?:assumptions?|dependencies)\b|假设|假設|가정|의존성", re.IGNORECASE
)
_NUMBER_HEADERS: Final = frozenset(["id", "#", "no", "number", "req", "req id", "requirement id"])


def read(document: MarkdownDocument) -> Facts:
    found = _Requirements(document)
    for section in document.sections:
        about = topic(section)
        if about in {Topic.PROCESS, Topic.CLARIFICATIONS}:
            continue
        found.inside = about is Topic.REQUIREMENTS
        found.everywhere = about not in {Topic.SCENARIOS, Topic.EDGE_CASES, Topic.SUCCESS}
        found.loose = _loosely(section, about)
        found.parent = ""
        if section.heading is not None:
            found.heading(section.heading)
        for block in section.blocks:
            found.block(block)
    return found.collected.facts()


def number_of(text: str) -> tuple[str, str]:
    """The requirement's number at the start of a text, and the rest; ("", text) without one."""
    shown = plain(text)
    match = _NUMBER.match(shown)
    return (match["id"], shown[match.end() :].strip()) if match else ("", shown)


class _Requirements:
    def __init__(self, document: MarkdownDocument) -> None:
        self.collected = Collected(document)
        self.inside = False
        """Below a heading about requirements, where nothing is ignorable."""
        self.everywhere = True
        """Whether a modal verb alone makes a requirement here."""
        self.loose: re.Pattern[str] | None = None
        """Words that make a requirement of a point here."""
        self.parent = ""
        """The number of the heading, if it has one."""
        self.points = 0

    def heading(self, heading: Heading) -> None:
        number, text = number_of(heading.text)
        if number:
            self.parent = self._say(text or heading.text, heading.line, heading.last_line, number)
            self.points = 0
            self.inside = True

    def block(self, block: Block) -> None:
        if isinstance(block, Item):
            self._item(block, "", self.parent)
        elif isinstance(block, Paragraph):
            self._paragraph(block)
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Quote):
            for each in block.blocks:
                self.block(each)

    def _item(self, item: Item, lead: str, parent: str) -> None:
        number, text = number_of(item.text)
        if not (number or self.inside or self._is_meant(text)):
            for each in item.children:
                self.block(each)
            return
        if template.is_noise(item.text):
            self.collected.ignore(Ignorable.TEMPLATE_NOISE, item.line, item.own_last)
            return
        if _NOT_WANTED.match(text) and template.is_label(item.text):
            self.collected.ignore(Ignorable.PROSE, item.line, item.last_line)
            return
        name = number or self._next(parent)
        own = ""
        if text:
            said = f"{lead} {text}" if lead and not number else text
            own = self._say(said, item.line, item.own_last, name)
        below = text if text.endswith(":") and len(text) < 200 else ""
        before = self.inside
        self.inside = True
        for each in item.children:
            if isinstance(each, Item):
                self._item(each, below, number or "")
            else:
                self.block(each)
        self.inside = before
        if not own and not item.children:
            self.collected.ignore(Ignorable.BLANK, item.line, item.last_line)

    def _is_meant(self, text: str) -> bool:
        """Whether a point that stands among other things is a requirement by its words."""
        if not self.everywhere:
            return False
        if _MODAL.search(text):
            return True
        loosely = self.loose is not None and self.loose.search(text)
        return bool(loosely) and not _LEFT_OUT.search(text)

    def _next(self, parent: str) -> str:
        if not parent:
            return ""
        self.points += 1
        return f"{parent}.{self.points}"

    def _paragraph(self, block: Paragraph) -> None:
        if template.is_noise(block.text):
            self.collected.ignore(Ignorable.TEMPLATE_NOISE, block.line, block.last_line)
            return
        for start, end, text in _numbered_parts(block):
            number, rest = number_of(text)
            if number or (_MODAL.search(rest) and (self.inside or self.everywhere)):
                self._say(rest, start, end, number or self._next(self.parent))
            elif self.inside and not template.is_label(text):
                self._say(rest, start, end, self._next(self.parent))

    def _table(self, table: Table) -> None:
        headers = [plain(each).lower() for each in table.header]
        numbered = bool(headers) and headers[0] in _NUMBER_HEADERS
        for row in table.rows:
            number, rest = number_of(row.cells[0])
            if number:
                cells = [plain(each) for each in row.cells[1:]]
                text = ": ".join(filter(None, [rest, *cells[:1]]))
                more = [each for each in cells[1:] if len(each) > 20]
                self._say(" — ".join([text, *more]), row.line, 0, number)
            elif self.inside or numbered:
                self._say(" — ".join(plain(each) for each in row.cells if each), row.line, 0, "")
        if self.inside or any(number_of(row.cells[0])[0] for row in table.rows):
            self.collected.ignore(Ignorable.TABLE_HEADER, table.line, table.line + 1)

    def _say(self, text: str, line: int, last_line: int, name: str) -> str:
        return self.collected.say(StatementKind.REQUIREMENT, text, line, last_line, name)


def _loosely(section: Section, about: Topic) -> re.Pattern[str] | None:
    """Which words do, where neither a number nor MUST stands."""
    if about is Topic.NONE and section.above:
        return _WEAKLY
    if about is Topic.ASIDE and _ASSUMPTIONS.search(section.title):
        return _DECIDES
    return None


def _numbered_parts(block: Paragraph) -> list[tuple[int, int, str]]:
    """The paragraph, cut where a line begins with a number."""
    parts: list[tuple[int, int, str]] = []
    for offset, text in enumerate(block.text.split("\n")):
        line = block.line + offset
        if parts and not number_of(text)[0]:
            start, _, before = parts[-1]
            parts[-1] = start, line, f"{before}\n{text}"
        else:
            parts.append((line, line, text))
    if parts:
        start, _, text = parts[-1]
        parts[-1] = start, block.last_line, text
    return parts
