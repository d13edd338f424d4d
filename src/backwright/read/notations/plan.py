"""Reliable fields of plan.md: `**Storage**: PostgreSQL`, and the tree of the project structure."""

import re
from typing import Final

from backwright.read.blocks import Code, Item, MarkdownDocument, Paragraph, walk
from backwright.read.collected import Collected
from backwright.read.facts import Facts, PlanFact, StatementKind
from backwright.read.inline import plain, spoken

_FIELD: Final = re.compile(
    r"^\s*(?:[-*]\s+)?\*\*(?P<label>[^*\n]{2,60}?)\s*[:：]?\*\*\s*[:：]?\s*(?P<value>.*)$",
    re.DOTALL,
)
_NAMES: Final = {
    "storage": "storage",
    "database": "storage",
    "data storage": "storage",
    "primary dependencies": "dependencies",
    "dependencies": "dependencies",
    "key dependencies": "dependencies",
    "framework": "dependencies",
    "frameworks": "dependencies",
    "backend": "dependencies",
    "testing": "testing",
    "structure decision": "structure",
    "project structure": "structure",
    "language/version": "language",
    "language": "language",
    "project type": "project_type",
    "constraints": "constraints",
}
_TREE: Final = re.compile(r"[├└│]|^\s*[\w.-]+/\s*(?:#.*)?$", re.MULTILINE)


def read(document: MarkdownDocument) -> Facts:
    found = Collected(document)
    for section in document.sections:
        structure = "structure" in spoken(section.title) or "source code" in spoken(section.title)
        for block in walk(section.blocks):
            if isinstance(block, Paragraph):
                _fields(found, block.text, block.line, block.last_line)
            elif isinstance(block, Item):
                _fields(found, block.text, block.line, block.own_last)
            elif isinstance(block, Code) and structure and _TREE.search(block.content):
                _tree(found, block)
    return found.facts()


def _fields(found: Collected, text: str, line: int, last_line: int) -> None:
    """A paragraph may hold several fields, each on lines of its own."""
    parts: list[tuple[int, str]] = []
    for offset, each in enumerate(text.split("\n")):
        if _FIELD.match(each) or not parts:
            parts.append((line + offset, each))
        else:
            start, before = parts[-1]
            parts[-1] = start, f"{before}\n{each}"
    ends = [start - 1 for start, _ in parts[1:]] + [last_line]
    for (start, part), end in zip(parts, ends, strict=True):
        match = _FIELD.match(part)
        name = _NAMES.get(spoken(match["label"])) if match else None
        if match is None or name is None or not match["value"].strip():
            continue
        value = plain(match["value"])
        statement = found.say(StatementKind.PLAN, part, start, end)
        found.plan.append(PlanFact(name, value, found.document.span(start, end), statement))


def _tree(found: Collected, block: Code) -> None:
    """The tree is one statement; its fact keeps the lines as they are."""
    text = "Project structure: " + " ".join(block.content.split())[:400]
    statement = found.say(StatementKind.PLAN, text, block.line, block.last_line)
    span = found.document.span(block.line, block.last_line)
    found.plan.append(PlanFact("structure", block.content, span, statement))
