"""Standards: backend/CLAUDE.md and the constitution. One directive a point, paragraph or row.

Code samples are never obeyed, and nothing is that stands below a heading or label such as BAD.
"""

import re
from typing import Final

from backwright.diagnostics import reading
from backwright.read.blocks import Block, Item, MarkdownDocument, Paragraph, Quote, Section, Table
from backwright.read.collected import Collected
from backwright.read.facts import DirectiveFact, Facts, Ignorable, StatementKind
from backwright.read.inline import plain, spoken
from backwright.read.notations import template
from backwright.read.notations.directive_words import directives

_BAD: Final = re.compile(
    r"^\W*(?:❌|✗|🚫|bad\b|wrong\b|anti-?patterns?\b|don'?ts?\b|do not\b|avoid\b"
    r"|incorrect\b|never do)",
    re.IGNORECASE,
)
_BAD_TITLE: Final = re.compile(
    r"\b(?:anti-?patterns?|bad examples?|don'?ts|common mistakes|what not to do|incorrect)\b",
    re.IGNORECASE,
)
_GOOD: Final = re.compile(r"^\W*(?:✅|✓|good\b|right\b|correct\b|do\s*:|instead\b)", re.IGNORECASE)
_NORMATIVE: Final = re.compile(
    r"\b(?:must|shall|should|always|never|required|only|use|all|every|prefer|avoid|mandatory)\b",
    re.IGNORECASE,
)
_FASTAPI: Final = re.compile(r"\bfast\s?api\b", re.IGNORECASE)


def read(document: MarkdownDocument) -> Facts:
    found = Collected(document)
    constitution = "constitution" in document.path.rsplit("/", 1)[-1].lower()
    if not constitution and not _FASTAPI.search(document.source.text):
        found.diagnostics.append(reading.NOT_FASTAPI.at(document.span(1), path=document.path))
        for line, text in enumerate(document.source.lines, 1):
            if text.strip():
                found.ignore(Ignorable.PROCESS, line)
        return found.facts()
    reader = _Standards(found, constitution=constitution)
    for section in document.sections:
        reader.section(section)
    return found.facts()


class _Standards:
    def __init__(self, found: Collected, *, constitution: bool) -> None:
        self.found, self.constitution = found, constitution
        self.bad = False
        self.label = ""

    def section(self, section: Section) -> None:
        titled = any(_BAD_TITLE.search(plain(each.text)) for each in section.path)
        self.bad, self.label = titled, section.title
        for block in section.blocks:
            self._block(block, titled=titled)

    def _block(self, block: Block, *, titled: bool) -> None:
        if isinstance(block, Item):
            self._say(block.text, block.line, block.own_last)
            for each in block.children:
                self._block(each, titled=titled)
        elif isinstance(block, Paragraph):
            shown = plain(block.text)
            if _BAD.match(shown) and template.is_label(block.text):
                self.bad = True
            elif _GOOD.match(shown):
                self.bad = titled
            if not template.is_label(block.text):
                self.bad = titled
                if _NORMATIVE.search(shown):
                    self._say(block.text, block.line, block.last_line)
        elif isinstance(block, Table):
            self.found.ignore(Ignorable.TABLE_HEADER, block.line, block.line + 1)
            for row in block.rows:
                self._say(": ".join(filter(None, row.cells)), row.line, row.line)
        elif isinstance(block, Quote):
            for each in block.blocks:
                self._block(each, titled=titled)

    def _say(self, text: str, line: int, last_line: int) -> None:
        shown = plain(text)
        if not shown:
            return
        read = () if self.bad or _BAD.match(shown) else directives(shown, spoken(self.label))
        if self.constitution and not read and not _NORMATIVE.search(shown):
            return
        statement = self.found.say(StatementKind.DIRECTIVE, text, line, last_line)
        span = self.found.document.span(line, last_line)
        for name, value in read or (("other", shown),):
            if name != "other" or not self.bad:
                self.found.directives.append(DirectiveFact(name, value, span, statement))
