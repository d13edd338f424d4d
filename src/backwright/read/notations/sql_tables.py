"""`CREATE TABLE` in code blocks, column by column; read, never run.

Specifications write a mixture of dialects that no database takes (`UNIQUE INDEX` within a table,
`SERIAL` beside `AUTO_INCREMENT`), with their meaning in comments: hence columns are told by their
shape, and what is no column is a rule or is left alone.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from backwright.read.blocks import Code, MarkdownDocument
from backwright.read.facts import Facts
from backwright.read.notations.code_entities import (
    CodeEntity,
    CodeField,
    CodeRule,
    Found,
    blocks,
    told,
)
from backwright.read.notations.field_words import Described

_NAME: Final = r"[`\"\[]?(?P<{}>[A-Za-z_]\w{{0,62}})[`\"\]]?"
_CREATE: Final = re.compile(
    r"\bCREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?(?:[`\"]?\w+[`\"]?\.)?"
    + _NAME.format("name")
    + r"\s*\(",
    re.IGNORECASE,
)
_ENUM: Final = re.compile(
    r"\bCREATE\s+TYPE\s+(?:\w+\.)?"
    + _NAME.format("name")
    + r"\s+AS\s+ENUM\s*\((?P<values>[^()]{1,2000})\)",
    re.IGNORECASE,
)
_COLUMN: Final = re.compile(
    rf"^{_NAME.format('name')}\s+(?P<type>[A-Za-z_]\w*(?:\s+(?:precision|varying|with(?:out)?\s+time"
    r"\s+zone|unsigned))?(?:\s*\([^()]{0,400}\))?(?:\s+with(?:out)?\s+time\s+zone)?(?:\[\])?)"
    r"(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NO_COLUMN: Final = re.compile(
    r"^(?:CONSTRAINT|PRIMARY\s+KEY|FOREIGN\s+KEY|UNIQUE|CHECK|INDEX|KEY|EXCLUDE|LIKE|FULLTEXT"
    r"|SPATIAL)\b(?!\s+(?:VARCHAR|TEXT|INT|UUID|CHAR))",
    re.IGNORECASE,
)
_FOREIGN: Final = re.compile(
    r"FOREIGN\s+KEY\s*\(\s*" + _NAME.format("column") + r"\s*\)\s*(?P<rest>REFERENCES\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_KEYS: Final = re.compile(
    r"(?P<what>PRIMARY\s+KEY|UNIQUE)(?:\s+(?:INDEX|KEY))?(?:\s+[`\"]?\w+[`\"]?)?\s*"
    r"\((?P<columns>[^()]{1,400})\)",
    re.IGNORECASE,
)
_IN: Final = re.compile(
    r"\bCHECK\s*\(\s*[`\"]?\w+[`\"]?\s+IN\s*\((?P<values>[^()]{1,1000})\)", re.I
)
_LARGEST: Final = 200_000
"""Characters of one block; whoever writes more has generated it."""


@dataclass(slots=True)
class _Piece:
    """What stands between two commas of a table."""

    text: str = ""
    line: int = 0
    last_line: int = 0
    comment: str = ""


@dataclass(slots=True)
class _Scanner:
    """The pieces of one table, from behind its bracket; comments go to what they stand beside."""

    text: str
    line: int
    pieces: list[_Piece] = field(default_factory=lambda: [_Piece()])

    def scan(self, at: int) -> list[_Piece]:
        depth, end = 1, len(self.text)
        while at < end and depth:
            char = self.text[at]
            if self.text.startswith(("--", "/*"), at):
                at = self._comment(at)
                continue
            if char in "'\"`":
                close = self.text.find(char, at + 1)
                close = end - 1 if close < 0 else close
                self._add(self.text[at : close + 1])
                at = close + 1
                continue
            depth += (char == "(") - (char == ")")
            if char == "," and depth == 1:
                self.pieces.append(_Piece())
            elif depth:
                self._add(char)
            at += 1
        return [replace(each, text=each.text.strip()) for each in self.pieces if each.text.strip()]

    def _add(self, text: str) -> None:
        piece = self.pieces[-1]
        if text.strip():
            piece.line = piece.line or self.line
            piece.last_line = self.line + text.count("\n")
        piece.text += text
        self.line += text.count("\n")

    def _comment(self, at: int) -> int:
        block = self.text[at] == "/"
        close = self.text.find("*/" if block else "\n", at)
        close = len(self.text) if close < 0 else close + 2 * block
        said = " ".join(self.text[at:close].strip("-/* \n").split())
        beside = [each for each in self.pieces[-2:] if each.last_line == self.line]
        if beside and not beside[-1].comment:
            beside[-1].comment = said
        self.line += self.text.count("\n", at, close)
        return close


def read(document: MarkdownDocument, known: Facts) -> Facts:
    return told(document, known, _found(document))


def _found(document: MarkdownDocument) -> Iterator[Found]:
    for code, section, before in blocks(document, ("sql", "postgresql", "sqlite", "mysql", "ddl")):
        for entity in tables(code):
            yield entity, section, before


def tables(code: Code) -> Iterator[CodeEntity]:
    """Every table that a block creates; its first line is the fence."""
    text = code.content
    if len(text) > _LARGEST:
        return
    enums = {each["name"].lower(): each["values"] for each in _ENUM.finditer(text)}
    found = list(_CREATE.finditer(text))
    ends = [*(each.start() for each in found), len(text)][1:]
    line, counted = code.line + 1, 0
    for match, end in zip(found, ends, strict=False):
        line += text.count("\n", counted, match.end())
        counted = match.end()
        # A table whose bracket nobody closes ends where the next one begins.
        yield _table(match["name"], line, _Scanner(text[counted:end], line).scan(0), enums)


def _table(name: str, line: int, pieces: list[_Piece], enums: Mapping[str, str]) -> CodeEntity:
    columns: dict[str, CodeField] = {}
    rules: list[CodeRule] = []
    for each in pieces:
        match = None if _NO_COLUMN.match(each.text) else _COLUMN.match(each.text)
        if match is not None:
            said = _described(match, each.comment, enums)
            columns[said.name.lower()] = CodeField(said, each.line, each.last_line)
        elif not _of_columns(each, columns) and not re.match("INDEX|KEY", each.text, re.I):
            rules.append(CodeRule(_rule(each.text), each.line, each.last_line))
    return CodeEntity(name, name, line, tuple(columns.values()), tuple(rules))


def _described(match: re.Match[str], comment: str, enums: Mapping[str, str]) -> Described:
    kind, rest = " ".join(match["type"].split()), " ".join(match["rest"].split())
    listed = _IN.search(rest)
    if listed is not None:
        kind, rest = f"enum({listed['values']})", _IN.sub("", rest)
    elif kind.lower() in enums:
        kind = f"enum({enums[kind.lower()]})"
    plain = re.search(r"\b(?:NOT\s+NULL|PRIMARY\s+KEY|DEFAULT)\b", rest, re.IGNORECASE) is None
    serial = kind.lower().endswith("serial")
    return Described(
        match["name"], kind, rest, nullable="yes" if plain and not serial else "",
        description=comment,
    )  # fmt: skip


def _of_columns(piece: _Piece, columns: dict[str, CodeField]) -> bool:
    """Whether the constraint is about one column alone, which then says it; the columns of a key
    say each that they are of it."""
    foreign = _FOREIGN.search(piece.text)
    keys = _KEYS.search(piece.text) if foreign is None else None
    names, more = [""], ""
    if foreign is not None:
        names, more = [foreign["column"]], " ".join(foreign["rest"].split())
    elif keys is not None:
        names = [each.strip(' `"[]') for each in keys["columns"].split(",")]
        more = " ".join(keys["what"].split()).upper()
    if not all(each.lower() in columns for each in names) or (len(names) > 1 and more == "UNIQUE"):
        return False
    for name in names:
        own = columns[name.lower()]
        said = replace(own.said, constraints=f"{own.said.constraints} {more}".strip())
        nullable = "" if more.startswith("PRIMARY") else said.nullable
        columns[name.lower()] = replace(own, said=replace(said, nullable=nullable))
    return True


def _rule(text: str) -> str:
    """`UNIQUE (a, b)` in the words of a rule."""
    keys = _KEYS.search(text)
    if keys is None:
        return " ".join(text.split())
    columns = ", ".join(each.strip(' `"[]') for each in keys["columns"].split(","))
    return f"{' '.join(keys['what'].split()).capitalize()}: ({columns})"
