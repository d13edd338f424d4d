"""Edge cases: a question, a question with its answer, `label: answer`, or a statement."""

from typing import Final

from backwright.read.blocks import Block, Item, MarkdownDocument, Paragraph, Quote, Table
from backwright.read.collected import Collected
from backwright.read.facts import Facts, Ignorable, StatementKind
from backwright.read.inline import plain
from backwright.read.notations import template
from backwright.read.notations.requirements import number_of
from backwright.read.topics import Topic, topic, topic_of_title

_ENDS_QUESTION: Final = ("?", "？")
_ENDS_LABEL: Final = (":", "：")


def read(document: MarkdownDocument) -> Facts:
    found = _EdgeCases(document)
    for section in document.sections:
        if topic(section) is not Topic.EDGE_CASES:
            continue
        own = section.heading is not None and topic_of_title(section.heading.text) is Topic.NONE
        found.lead = section.title.rstrip(":") if own else ""
        for block in section.blocks:
            found.block(block)
    return found.collected.facts()


class _EdgeCases:
    def __init__(self, document: MarkdownDocument) -> None:
        self.collected = Collected(document)
        self.count = 0
        self.lead = ""
        """The heading of one edge case, which its paragraph answers."""

    def block(self, block: Block) -> None:
        if isinstance(block, Item):
            self._item(block)
        elif isinstance(block, Paragraph):
            self._paragraph(block)
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Quote):
            for each in block.blocks:
                self.block(each)

    def _paragraph(self, block: Paragraph) -> None:
        if template.is_noise(block.text):
            self.collected.ignore(Ignorable.TEMPLATE_NOISE, block.line, block.last_line)
        elif not template.is_label(block.text):
            text = f"{self.lead}: {plain(block.text)}" if self.lead else block.text
            self._say(text, block.line, block.last_line)

    def _item(self, item: Item) -> None:
        if template.is_noise(item.text):
            self.collected.ignore(Ignorable.TEMPLATE_NOISE, item.line, item.own_last)
            return
        own = plain(item.text)
        texts = [plain(each.text) for each in item.children if isinstance(each, Item | Paragraph)]
        deep = any(isinstance(each, Item) and each.children for each in item.children)
        if own.endswith(_ENDS_LABEL) and (len(texts) > 1 or deep):
            self.collected.ignore(Ignorable.HEADING, item.line, item.own_last)
            for each in item.children:
                self.block(each)
        elif not deep and len(texts) == len(item.children):
            self._say(_joined(own, texts), item.line, item.last_line)
        else:
            self._say(own, item.line, item.own_last)
            for each in item.children:
                self.block(each)

    def _table(self, table: Table) -> None:
        self.collected.ignore(Ignorable.TABLE_HEADER, table.line, table.line + 1)
        for row in table.rows:
            cells = [plain(each) for each in row.cells if each]
            if cells:
                self._say(_joined(cells[0], cells[1:]), row.line, row.line)

    def _say(self, text: str, line: int, last_line: int) -> None:
        number, rest = number_of(text)
        self.count += 1
        name = number if number.startswith("E") else f"EC-{self.count}"
        self.collected.say(StatementKind.EDGE_CASE, rest or text, line, last_line, name)


def _joined(own: str, texts: list[str]) -> str:
    """`question → answer`, `label: answer`."""
    said = " ".join(texts)
    if not own or not said:
        return own or said
    if own.endswith(_ENDS_QUESTION):
        return f"{own} → {said.removeprefix('→').strip()}"
    return f"{own} {said}" if own.endswith((*_ENDS_LABEL, ".", "→")) else f"{own}: {said}"
