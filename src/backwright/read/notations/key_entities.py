"""Key entities of a spec: `- **User**: what it stands for`. They name; fields stand elsewhere."""

import re
from typing import Final

from backwright.read.blocks import Block, Item, MarkdownDocument, Paragraph, Quote, Table
from backwright.read.collected import Collected
from backwright.read.entity_names import entity_name
from backwright.read.facts import EntityFact, Facts, Ignorable, StatementKind
from backwright.read.inline import plain
from backwright.read.notations import template
from backwright.read.notations.requirements import number_of
from backwright.read.topics import Topic, topic, topic_of_title

_HEAD: Final = re.compile(
    r"^(?:\*\*|__|`)+(?P<name>[^*`_][^*`]{0,80}?)(?:\*\*|__|`)+\s*(?P<rest>.*)$", re.DOTALL
)
_COLON: Final = re.compile(
    r"^(?P<name>[^\n:.：]{1,60}?)\s*(?:[:：]|\s[–—-]\s)\s*(?P<rest>.+)$", re.DOTALL
)


def read(document: MarkdownDocument) -> Facts:
    found = Collected(document)
    for section in document.sections:
        if topic(section) is not Topic.KEY_ENTITIES:
            continue
        heading = section.heading
        if heading is not None and topic_of_title(heading.text) is Topic.NONE:
            _name(found, heading.text, "", heading.line, "")
        for block in section.blocks:
            _block(found, block)
    return found.facts()


def _block(found: Collected, block: Block) -> None:
    if isinstance(block, Item):
        _item(found, block)
    elif isinstance(block, Paragraph) and template.is_noise(block.text):
        found.ignore(Ignorable.TEMPLATE_NOISE, block.line, block.last_line)
    elif isinstance(block, Paragraph) and not template.is_label(block.text):
        match = _HEAD.match(block.text)
        statement = found.say(StatementKind.KEY_ENTITY, block.text, block.line, block.last_line)
        if match is not None:
            _name(found, match["name"], match["rest"], block.line, statement)
    elif isinstance(block, Table):
        _table(found, block)
    elif isinstance(block, Quote):
        for each in block.blocks:
            _block(found, each)


def _item(found: Collected, item: Item) -> None:
    number, text = number_of(item.text)
    if number and not number.startswith(("E", "KE")):
        return
    statement = found.say(StatementKind.KEY_ENTITY, text, item.line, item.own_last)
    match = _HEAD.match(item.text) or _COLON.match(plain(item.text))
    name = ""
    if match is not None:
        name = _name(found, match["name"], match["rest"], item.line, statement)
    for each in item.children:
        _detail(found, each, name)


def _detail(found: Collected, block: Block, name: str) -> None:
    """What hangs below an entity is said of it."""
    if isinstance(block, Item):
        text = f"{name}: {plain(block.text)}" if name else block.text
        found.say(StatementKind.KEY_ENTITY, text, block.line, block.own_last)
        for each in block.children:
            _detail(found, each, name)
    elif isinstance(block, Paragraph):
        text = f"{name}: {plain(block.text)}" if name else block.text
        found.say(StatementKind.KEY_ENTITY, text, block.line, block.last_line)


def _table(found: Collected, table: Table) -> None:
    found.ignore(Ignorable.TABLE_HEADER, table.line, table.line + 1)
    for row in table.rows:
        cells = [plain(each) for each in row.cells if each]
        statement = found.say(StatementKind.KEY_ENTITY, ": ".join(cells), row.line)
        _name(found, row.cells[0], " ".join(cells[1:]), row.line, statement)


def _name(found: Collected, written: str, rest: str, line: int, statement: str) -> str:
    name = entity_name(written)
    if name:
        found.entities.append(
            EntityFact(
                name,
                found.document.span(line),
                statement or found.document.line_id(line),
                description=plain(rest).lstrip(":：–—- ").strip(),
                weak=True,
            )
        )
    return name
