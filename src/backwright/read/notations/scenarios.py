"""Acceptance scenarios: `1. **Given** …, **When** …, **Then** …`, on one line or on several.

They are named after their user story and their number in it: `US2.3`.
"""

import re
from typing import Final

from backwright.read.blocks import (
    Block,
    Code,
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
from backwright.read.notations.requirements import number_of
from backwright.read.topics import Topic, topic

_STORY: Final = re.compile(
    r"(?:user\s+)?(?:story|journey)\s*#?\s*(\d+[a-z]?)|^us-?(\d+[a-z]?)\b"
    r"|(?:故事|스토리|ストーリー)\s*(\d+[a-z]?)",
    re.IGNORECASE,
)
_GIVEN: Final = re.compile(r"^\W*(?:given|假设|假設|주어진|前提)\b", re.IGNORECASE)
_STEP: Final = re.compile(r"^\W*(?:when|then|and|but|当|當|那么|那麼)\b", re.IGNORECASE)
_SCENARIO: Final = re.compile(r"\b(?:given|when)\b.+\bthen\b", re.IGNORECASE | re.DOTALL)
_ASIDE: Final = re.compile(r"^(?:why this|independent test|priority|note|notes)\b", re.IGNORECASE)


def read(document: MarkdownDocument) -> Facts:
    found = _Scenarios(document)
    for section in document.sections:
        if topic(section) is Topic.SCENARIOS:
            found.section(section)
    return found.collected.facts()


class _Scenarios:
    def __init__(self, document: MarkdownDocument) -> None:
        self.collected = Collected(document)
        self.stories = 0
        self.story = "1"
        self.count = 0
        self.told: set[str] = set()
        self.aside = False
        """Below a label such as `Why this priority`."""
        self.waiting: list[tuple[str, int, int]] = []
        """Steps of one scenario that stand in points or lines of their own."""

    def section(self, section: Section) -> None:
        self._flush()
        self._enter(section)
        self.aside = False
        for block in section.blocks:
            self._block(block)
        self._flush()

    def _enter(self, section: Section) -> None:
        if section.heading is None:
            return
        match = _STORY.search(section.title)
        if match is not None:
            self.story = next(filter(None, match.groups())).lower()
            self.stories += 1
            self.count = 0

    def _block(self, block: Block) -> None:
        if isinstance(block, Item):
            self._item(block)
        elif isinstance(block, Paragraph):
            self._paragraph(block)
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Code) and _SCENARIO.search(block.content):
            self._gherkin(block)
        elif isinstance(block, Quote):
            for each in block.blocks:
                self._block(each)

    def _item(self, item: Item) -> None:
        if template.is_noise(item.text) or number_of(item.text)[0]:
            self._flush()
            return
        whole = "\n".join([item.text, *_below(item)])
        starts, steps = _GIVEN.match(item.text), _STEP.match(item.text)
        if starts and not _SCENARIO.search(whole):
            self._flush()
            self.waiting.append((whole, item.line, item.last_line))
        elif steps and self.waiting:
            self.waiting.append((whole, item.line, item.last_line))
        elif _SCENARIO.search(whole) and not _several(item):
            self._flush()
            self._say(whole, item.line, item.last_line, item.number)
        elif not self.aside:
            self._flush()
            self._other(item)

    def _other(self, item: Item) -> None:
        """A point that is no scenario by its form, or a label above several."""
        if item.text and template.is_label(item.text) and item.children:
            self.collected.ignore(Ignorable.HEADING, item.line, item.own_last)
        elif item.text:
            self._say(item.text, item.line, item.own_last, item.number)
        for each in item.children:
            self._block(each)
        self._flush()

    def _paragraph(self, block: Paragraph) -> None:
        shown = plain(block.text)
        if template.is_noise(block.text):
            self._flush()
            self.aside = bool(_ASIDE.match(shown))
            self.collected.ignore(Ignorable.TEMPLATE_NOISE, block.line, block.last_line)
            return
        if template.is_label(block.text):
            self._flush()
            self.aside = bool(_ASIDE.match(shown))
            return
        lines = block.text.split("\n")
        if not any(_GIVEN.match(each) for each in lines):
            if self.waiting and _STEP.match(lines[0]):
                self.waiting.append((block.text, block.line, block.last_line))
            elif _SCENARIO.search(shown) and shown.lower().startswith(("given", "when")):
                self._say(block.text, block.line, block.last_line, None)
            return
        for offset, text in enumerate(lines):
            line = block.line + offset
            if _GIVEN.match(text):
                self._flush()
            self.waiting.append((text, line, line))
        self._flush()

    def _table(self, table: Table) -> None:
        self.collected.ignore(Ignorable.TABLE_HEADER, table.line, table.line + 1)
        headers = [plain(each) for each in table.header]
        steps = {each.lower() for each in headers} & {"given", "when", "then"}
        for row in table.rows:
            if len(steps) > 1:
                named = zip(headers, row.cells, strict=False)
                text = ", ".join(
                    f"{head} {cell}" if head.lower() in steps else f"{cell}:"
                    for head, cell in named
                    if cell
                )
            else:
                text = " — ".join(each for each in row.cells if each)
            self._say(text, row.line, row.line, None)

    def _gherkin(self, block: Code) -> None:
        """Feature text: the lines of each scenario are one statement."""
        first = block.line + (1 if block.last_line - block.line >= block.content.count("\n") else 0)
        parts: list[tuple[str, int, int]] = []
        for offset, text in enumerate(block.content.rstrip("\n").split("\n")):
            starts = re.match(r"\s*(?:scenario|given)\b", text, re.IGNORECASE)
            named = parts and parts[-1][0].lstrip().lower().startswith("scenario")
            own = bool(parts) and not re.search(r"\bgiven\b", parts[-1][0], re.IGNORECASE)
            if not parts or (starts and not (named and own)):
                parts.append((text, first + offset, first + offset))
            else:
                said, line, _ = parts[-1]
                parts[-1] = f"{said}\n{text}", line, first + offset
        for text, line, last in parts:
            if _SCENARIO.search(text):
                self._say(text, line, last, None)

    def _flush(self) -> None:
        if self.waiting:
            text = " ".join(each for each, _, _ in self.waiting)
            self._say(text, self.waiting[0][1], self.waiting[-1][2], None)
            self.waiting = []

    def _say(self, text: str, line: int, last_line: int, number: int | None) -> None:
        self.count = max(self.count + 1, number or 0) if number != self.count else self.count + 1
        name = f"US{self.story}.{number if number is not None else self.count}"
        while name in self.told:
            name = f"US{self.story}.{self.count}"
            self.count += 1
        self.told.add(name)
        self.collected.say(StatementKind.SCENARIO, text, line, last_line, name)


def _below(item: Item) -> list[str]:
    texts: list[str] = []
    for each in item.children:
        if isinstance(each, Item):
            texts += [each.text, *_below(each)]
        elif isinstance(each, Paragraph):
            texts.append(each.text)
    return texts


def _several(item: Item) -> bool:
    """Whether several whole scenarios hang below one point."""
    return sum(bool(_SCENARIO.search(each.text)) for each in item.below) > 1
