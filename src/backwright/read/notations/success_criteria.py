"""Success criteria: `- **SC-001**: …`, and the points below a heading about success."""

import re
from typing import Final

from backwright.read.blocks import Block, Item, MarkdownDocument, Paragraph, Quote, Table
from backwright.read.collected import Collected
from backwright.read.facts import Facts, Ignorable, StatementKind
from backwright.read.inline import plain
from backwright.read.notations import template
from backwright.read.topics import Topic, topic

_NUMBER: Final = re.compile(
    r"^(?:\[[ "
    r"xX]\]\s*)?\[?(?P<id>[A-Z]{2,4}-(?:[A-Z]+-)*\d+[a-z]?)\]?(?:\s*\([^)]{1,60}\))?\s*[:.–—-]*\s*"
)


def read(document: MarkdownDocument) -> Facts:
    found = Collected(document)
    for section in document.sections:
        inside = topic(section) is Topic.SUCCESS
        for block in section.blocks:
            _block(found, block, inside=inside)
    return found.facts()


def _block(found: Collected, block: Block, *, inside: bool) -> None:
    if isinstance(block, Item):
        if inside or _is_criterion(block.text):
            _say(found, block.text, block.line, block.own_last)
        for each in block.children:
            _block(found, each, inside=inside)
    elif isinstance(block, Paragraph):
        if not inside and not _is_criterion(block.text):
            return
        if template.is_noise(block.text):
            found.ignore(Ignorable.TEMPLATE_NOISE, block.line, block.last_line)
        elif not template.is_label(block.text):
            _say(found, block.text, block.line, block.last_line)
    elif isinstance(block, Table) and inside:
        found.ignore(Ignorable.TABLE_HEADER, block.line, block.line + 1)
        for row in block.rows:
            _say(found, ": ".join(each for each in row.cells if each), row.line, row.line)
    elif isinstance(block, Quote):
        for each in block.blocks:
            _block(found, each, inside=inside)


def _is_criterion(text: str) -> bool:
    return plain(text).lstrip("[ ").startswith("SC-")


def _say(found: Collected, text: str, line: int, last_line: int) -> None:
    if template.is_noise(text):
        found.ignore(Ignorable.TEMPLATE_NOISE, line, last_line)
        return
    shown = plain(text)
    match = _NUMBER.match(shown)
    number = match["id"] if match else ""
    rest = shown[match.end() :] if match else shown
    if rest or number:
        found.say(StatementKind.SUCCESS_CRITERION, rest or shown, line, last_line, number)
