"""Which entity a table or a list describes: the nearest heading or label that names one."""

import re
from dataclasses import dataclass
from typing import Final

from backwright.read.blocks import Block, Paragraph, Section
from backwright.read.entity_names import Named, labelled, named
from backwright.read.inline import plain
from backwright.read.notations import template

_TABLE: Final = re.compile(
    r"\*{0,2}(?:table(?: name)?|collection|db "
    r"table)\*{0,2}\s*[:：]\s*\*{0,2}\s*`?(?P<name>[A-Za-z_]\w{1,62})`?",
    re.IGNORECASE,
)
_CAMEL: Final = re.compile(r"^[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+)*$")
_LABELLED: Final = re.compile(
    r"^\W*(?:purpose|description|source|table(?: name)?|file|location|note"
    r"|notes|storage|relationships?)\b[^:：]{0,20}[:：]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Place:
    """The entity that is described at a place of the document."""

    name: str
    table: str
    line: int
    """Of the heading or label."""
    last_line: int
    description: str = ""


def place(section: Section, before: tuple[Block, ...]) -> Place | None:
    """The entity that a block describes which stands behind `before` in its section."""
    label = _label(before)
    heading = _heading(section, before)
    if heading is None:
        return label
    if label is not None and _CAMEL.match(label.name) and label.name != heading.name:
        return label if len(re.findall("[A-Z]", label.name)) > 1 else heading
    return heading


def _heading(section: Section, before: tuple[Block, ...]) -> Place | None:
    for heading in reversed(section.path):
        if heading.level == 1 and len(section.path) > 1:
            break
        found = named(heading.text)
        if found.name:
            own = heading is section.heading
            told = _description(before) if own else ""
            table = found.table or _table(before) or _snake(found)
            return Place(found.name, table, heading.line, heading.last_line, told)
    return None


def _label(before: tuple[Block, ...]) -> Place | None:
    """`**OrderItem**:` in a line of its own above the table."""
    if not before or not isinstance(before[-1], Paragraph):
        return None
    block = before[-1]
    last = block.text.split("\n")[-1]
    if not template.is_label(last):
        return None
    found = labelled(last.strip(" :：*"))
    if not found.name:
        return None
    return Place(found.name, found.table or _snake(found), block.last_line, block.last_line)


def _snake(found: Named) -> str:
    """A heading that is a table's own name."""
    name = found.name
    return (
        name if name.islower() and ("_" in name or name.endswith("s")) and " " not in name else ""
    )


def _table(before: tuple[Block, ...]) -> str:
    for block in before:
        if isinstance(block, Paragraph):
            match = _TABLE.search(block.text)
            if match is not None:
                return match["name"]
    return ""


def _description(before: tuple[Block, ...]) -> str:
    """The first sentence about it."""
    for block in before:
        if isinstance(block, Paragraph) and not template.is_label(block.text):
            first = block.text.split("\n")[0]
            text = re.sub(
                r"^(?:purpose|description)\s*[:：]\s*", "", plain(first), flags=re.IGNORECASE
            )
            if text and not _LABELLED.match(text):
                return text
    return ""
