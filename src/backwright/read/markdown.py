"""Markdown text → a document of sections and blocks with exact lines.

Only blocks are parsed here: marks inside a line stay, and `inline.plain` takes them off.
"""

import re
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from backwright.read.blocks import (
    Block,
    Code,
    Comment,
    FrontMatter,
    Heading,
    Html,
    Item,
    MarkdownDocument,
    Paragraph,
    Quote,
    Row,
    Rule,
    Section,
    Table,
)
from backwright.source import SourceFile

_PARSER: Final = (
    MarkdownIt("commonmark").enable("table").disable(["inline", "text_join"], ignoreInvalid=True)
)
_FRONT: Final = re.compile(
    r"---[ \t]*\n(?:[\w.-]+[ \t]*:.*\n)(?:(?:[\w.-]+[ \t]*:|[ \t]+\S|-[ \t]).*\n|[ \t]*\n){0,200}?"
    r"---[ \t]*(?:\n|\Z)"
)
_MARKS: Final = re.compile(r"[\s>]*(?:(?:[-*+]|\d{1,9}[.)])(?:[\s>]+|$))*")
_LONGEST_TITLE: Final = 60
"""Characters; a longer text above a line of dashes is a paragraph, and the dashes a rule."""


def parse(source: SourceFile, role: str = "other") -> MarkdownDocument:
    text, front = source.text, 0
    match = _FRONT.match(text)
    if match is not None:
        front = match[0].count("\n")
        text = "\n" * front + text[match.end() :]
    reader = _Reader(source.lines, _PARSER.parse(text))
    blocks = reader.blocks("")
    if match is not None:
        blocks = [FrontMatter(1, max(front, 1)), *blocks]
    return MarkdownDocument(source, _sections(blocks), role)


def _sections(blocks: list[Heading | Block]) -> tuple[Section, ...]:
    sections: list[Section] = []
    above: list[Heading] = []
    heading: Heading | None = None
    body: list[Block] = []
    for block in blocks:
        if not isinstance(block, Heading):
            body.append(block)
            continue
        sections.append(Section(heading, tuple(above), tuple(body)))
        if heading is not None:
            above.append(heading)
        above = [each for each in above if each.level < block.level]
        heading, body = block, []
    sections.append(Section(heading, tuple(above), tuple(body)))
    return tuple(each for each in sections if each.heading is not None or each.blocks)


class _Reader:
    """Walks once over the parser's tokens."""

    def __init__(self, lines: list[str], tokens: list[Token]) -> None:
        self.lines, self.tokens, self.at = lines, tokens, 0

    def blocks(self, until: str) -> list[Heading | Block]:
        """The blocks up to the token that closes the one they stand in."""
        found: list[Heading | Block] = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == until:
                break
            found += self._read(token)
        return found

    def _read(self, token: Token) -> list[Heading | Block]:
        line, last = self._lines(token)
        found: list[Heading | Block] = []
        match token.type:
            case "heading_open":
                found = self._heading(token, line, last)
            case "paragraph_open":
                found = [Paragraph(self._inline("paragraph_close"), line, last)]
            case "list_item_open":
                found = [self._item(token, line, last)]
            case "table_open":
                found = [self._table(line, last)]
            case "fence" | "code_block":
                found = [Code(token.info.strip(), token.content, line, last)]
            case "html_block":
                found = _html(token.content, line, last)
            case "blockquote_open":
                found = [Quote(_flat(self.blocks("blockquote_close")), line, last)]
            case "hr":
                found = [Rule(line, last)]
        return found

    def _lines(self, token: Token) -> tuple[int, int]:
        """First and last line, from 1, without blank lines at the end."""
        first, end = token.map or (0, 0)
        while end - 1 > first and not self.lines[end - 1].strip():
            end -= 1
        return first + 1, max(end, first + 1)

    def _inline(self, close: str) -> str:
        text = ""
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == close:
                break
            text += token.content
        return text

    def _heading(self, token: Token, line: int, last: int) -> list[Heading | Block]:
        text = self._inline("heading_close")
        doubtful = token.markup == "-" and (
            len(text) > _LONGEST_TITLE or "\n" in text or text.startswith(("**", "|"))
        )
        if doubtful:
            return [Paragraph(text, line, last - 1), Rule(last, last)]
        return [Heading(text, int(token.tag[1]), line, last)]

    def _item(self, token: Token, line: int, last: int) -> Item:
        children = _flat(self.blocks("list_item_close"))
        own = ""
        own_last = line
        if children and isinstance(children[0], Paragraph):
            own, own_last = children[0].text, children[0].last_line
            children = children[1:]
        if not own and not children:
            # The parser goes only so deep; what it left of the line is a text all the same.
            own = _MARKS.sub("", self.lines[line - 1], count=1).strip()
        number = int(token.info) if token.info.isdecimal() else None
        if number is not None and not own and not children:
            # `404.` alone is a text, whatever Markdown takes it for.
            return Item(f"{number}.", line, line, last, None)
        inner = children[0] if len(children) == 1 and not own else None
        if isinstance(inner, Item) and inner.line == line and not inner.children:
            # So is `- 404. Not found`.
            mark = f"{inner.number}. " if inner.number is not None else ""
            return Item(f"{mark}{inner.text}", line, inner.own_last, last, number)
        return Item(own, line, own_last, last, number, children)

    def _table(self, line: int, last: int) -> Table:
        rows: list[Row] = []
        cells: list[str] = []
        row = line
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == "table_close":
                break
            if token.type == "tr_open":
                cells, row = [], self._lines(token)[0]
            elif token.type == "inline":
                cells.append(token.content.strip())
            elif token.type == "tr_close":
                rows.append(Row(tuple(cells), row))
        header = rows[0].cells if rows else ()
        return Table(header, tuple(rows[1:]), line, last)


def _flat(blocks: list[Heading | Block]) -> tuple[Block, ...]:
    """Headings inside lists and quotes are only text."""
    return tuple(
        Paragraph(each.text, each.line, each.last_line) if isinstance(each, Heading) else each
        for each in blocks
    )


def _html(content: str, line: int, last: int) -> list[Heading | Block]:
    """A comment, and the text behind it if there is any."""
    text = content.strip()
    if not text.startswith("<!--"):
        return [Html(text, line, last)]
    end = text.find("-->")
    rest = text[end + 3 :].strip() if end >= 0 else ""
    if not rest:
        return [Comment(line, last)]
    if rest.startswith("<!--") and rest.endswith("-->") and "-->" not in rest[4:-3]:
        return [Comment(line, last)]
    own = line + content[: content.find("-->")].count("\n")
    if own == line:
        return [Html(rest, line, last)]
    return [Comment(line, own - 1), Html(rest, own, last)]
