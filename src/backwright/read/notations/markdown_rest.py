"""What no other notation has read: rules of the data model, contracts in prose, and the rest.

Runs last. Every line that holds anything and that nobody took becomes a statement, where nothing
may be ignored, or a named kind of ignorable text.
"""

import re
from collections.abc import Collection
from typing import Final

from backwright.read.blocks import (
    Block,
    Code,
    Comment,
    FrontMatter,
    Html,
    Item,
    MarkdownDocument,
    Paragraph,
    Quote,
    Rule,
    Section,
    Table,
)
from backwright.read.collected import Collected
from backwright.read.facts import Facts, Ignorable, StatementKind
from backwright.read.inline import plain, spoken
from backwright.read.notations import template
from backwright.read.roles import Role
from backwright.read.topics import Topic, topic

_KINDS: Final = {
    Role.SPEC: StatementKind.REQUIREMENT,
    Role.DATA_MODEL: StatementKind.MODEL_RULE,
    Role.CONTRACT: StatementKind.OPERATION,
    Role.STANDARDS: StatementKind.DIRECTIVE,
    Role.CLARIFICATIONS: StatementKind.CLARIFICATION,
    Role.TASKS: StatementKind.TASK,
}
_PROSE: Final = {
    Role.SPEC: Ignorable.PROSE,
    Role.DATA_MODEL: Ignorable.PROSE,
    Role.CONTRACT: Ignorable.PROSE,
    Role.STANDARDS: Ignorable.PROSE,
}
_POINTS_COUNT: Final = frozenset({Role.DATA_MODEL, Role.CONTRACT})
"""Roles whose points are rules, wherever they stand."""
_NORMATIVE: Final = re.compile(
    r"\b(?:must|shall|primary key|foreign key|cannot|can't|may not|should"
    r"|required|unique|never|always|only|exactly"
    r"|at (?:least|most)|max(?:imum)?|min(?:imum)?|default|characters|within)\b",
    re.IGNORECASE,
)
_ASIDE_TITLE: Final = re.compile(
    r"^references?$|\b(?:migrations?|performance|quer(?:y|ies)|optimi[sz]ation|examples?"
    r"|overview|testing"
    r"|tests?|future|backward|compatibility|storage structure|sizing|scal(?:e"
    r"|ing|ability)|alternatives"
    r"|rationale|decisions?|summary|change ?log|next steps|appendix|data flow"
    r"|seed|volume|monitoring"
    r"|implementation|deployment|extensions?)\b"
)
_ASIDE_LABEL: Final = re.compile(
    r"^(?:purpose|description|source|note|notes|rationale|why|example|examples"
    r"|usage|used by|see also"
    r"|input|output|related|overview"
    r"|cardinality reason|file|location|benefits?|trade-?offs?)\b[^:]{0,30}:",
    re.IGNORECASE,
)
_OPERATION: Final = re.compile(r"\b(?:GET|POST|PUT|PATCH|DELETE)\b\s*:?\s*`?/")
_META: Final = re.compile(r"^\*\*[^*\n]{1,40}\*\*\s*[:：]|^\*\*[^*\n]{1,40}[:：]\s*\*\*")
_ART: Final = re.compile(r"[┌┐└┘├┤┬┴┼─│═║╔╗╚╝▼▲►◄]|--->|\|\|--|\+-{3,}\+")


def read(document: MarkdownDocument, taken: Collection[int]) -> Facts:
    """Statements and ignorable text on the lines that are not in `taken`."""
    rest = _Rest(document, taken)
    for section in document.sections:
        rest.section(section)
    rest.leftover()
    return rest.found.facts()


class _Rest:
    def __init__(self, document: MarkdownDocument, taken: Collection[int]) -> None:
        self.found, self.document = Collected(document), document
        self.taken = set(taken)
        self.role = Role(document.role)
        self.kind = _KINDS.get(self.role, StatementKind.PLAN)
        self.prose = _PROSE.get(self.role, Ignorable.PROCESS)
        self.aside = False
        self.after_table = False
        """Behind the fields of an entity, where a paragraph is a rule."""

    def section(self, section: Section) -> None:
        self.found.heading = plain(section.heading.text) if section.heading is not None else ""
        words = spoken(section.title)
        self.aside = bool(_ASIDE_TITLE.search(words)) or topic(section) in {
            Topic.ASIDE,
            Topic.PROCESS,
        }
        self.after_table = False
        heading = section.heading
        if heading is not None:
            if self.role is Role.CONTRACT and _OPERATION.search(heading.text):
                self._say(heading.text, heading.line, heading.last_line)
            else:
                self._ignore(Ignorable.HEADING, heading.line, heading.last_line)
        for block in section.blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph():
                self._paragraph(block)
            case Item():
                self._item(block)
            case Table():
                self._table(block)
            case Code():
                self._code(block)
            case Comment():
                self._ignore(Ignorable.COMMENT, block.line, block.last_line)
            case FrontMatter():
                self._ignore(Ignorable.FRONT_MATTER, block.line, block.last_line)
            case Rule():
                self._ignore(Ignorable.RULE, block.line, block.last_line)
            case Quote():
                for each in block.blocks:
                    self._block(each)
            case Html():
                self._text(block.text, block.line, block.last_line)

    def _paragraph(self, block: Paragraph) -> None:
        if template.is_noise(block.text):
            self._ignore(Ignorable.TEMPLATE_NOISE, block.line, block.last_line)
        elif template.is_label(block.text):
            self._ignore(Ignorable.HEADING, block.line, block.last_line)
        elif _META.match(block.text) and not self._counts(block.text):
            self._ignore(Ignorable.METADATA, block.line, block.last_line)
        else:
            self._text(block.text, block.line, block.last_line)

    def _text(self, text: str, line: int, last_line: int) -> None:
        if self._counts(text):
            self._say(text, line, last_line)
        else:
            self._ignore(self.prose, line, last_line)

    def _counts(self, text: str) -> bool:
        """Whether a paragraph outside of every list says what must be."""
        if self.role is Role.DATA_MODEL and not self.aside:
            named = bool(_ASIDE_LABEL.match(plain(text)))
            return not named and (self.after_table or bool(_NORMATIVE.search(text)))
        if self.role is Role.CONTRACT:
            return bool(_OPERATION.search(text)) or bool(re.search(r"\bMUST\b", text))
        return False

    def _item(self, item: Item) -> None:
        if item.text.strip():
            counts = self._point_counts(item)
            if template.is_noise(item.text):
                self._ignore(Ignorable.TEMPLATE_NOISE, item.line, item.own_last)
            elif template.is_label(item.text) and item.children:
                self._ignore(Ignorable.HEADING, item.line, item.own_last)
            elif counts:
                self._say(item.text, item.line, item.own_last)
            else:
                self._ignore(self.prose, item.line, item.own_last)
        for each in item.children:
            self._block(each)

    def _point_counts(self, item: Item) -> bool:
        if self.role not in _POINTS_COUNT:
            return False
        shown = plain(item.text)
        if "MUST" in shown:
            return True
        return not self.aside and not _ASIDE_LABEL.match(shown)

    def _table(self, table: Table) -> None:
        """Rows are never ignored, whatever they are about."""
        self._ignore(Ignorable.TABLE_HEADER, table.line, table.line + 1)
        for row in table.rows:
            cells = [plain(each) for each in row.cells if each]
            self._say(": ".join([cells[0], ", ".join(cells[1:])]) if cells else "", row.line, 0)
        self.after_table = True

    def _code(self, block: Code) -> None:
        drawing = block.info in {"mermaid", "plantuml"} or _ART.search(block.content)
        kind = Ignorable.DRAWING if drawing else Ignorable.CODE_SAMPLE
        self._ignore(kind, block.line, block.last_line)
        self.after_table = True

    def _say(self, text: str, line: int, last_line: int) -> None:
        if not any(each in self.taken for each in range(line, max(line, last_line) + 1)):
            self.found.say(self.kind, text, line, last_line)
            self.taken.update(range(line, max(line, last_line) + 1))
        else:
            self._ignore(self.prose, line, last_line)

    def _ignore(self, kind: Ignorable, line: int, last_line: int) -> None:
        """Runs of lines that nobody took yet."""
        start = 0
        for each in range(line, last_line + 2):
            free = each <= last_line and each not in self.taken
            if free and not start:
                start = each
            elif not free and start:
                self.found.ignore(kind, start, each - 1)
                start = 0
            if free:
                self.taken.add(each)

    def leftover(self) -> None:
        """Lines that make no block: link definitions, list marks without text."""
        for number, text in enumerate(self.document.source.lines, 1):
            # Separators of other alphabets are no blanks: whoever counts lines counts theirs.
            if number in self.taken or not text.strip(" \t"):
                continue
            words = re.sub(r"^[\s>]*(?:[-*+]|\d+[.)])?[\s>]*|^[\s>|:-]+$", "", text)
            if not words.strip() or re.match(r"\s*\[[^\]]+\]:\s*\S", text):
                self._ignore(Ignorable.BLANK, number, number)
            elif self.role in {Role.SPEC, Role.DATA_MODEL, Role.CONTRACT}:
                self._say(text, number, 0)
            else:
                self._ignore(self.prose, number, number)
