"""The parts of a Markdown document, each with the lines that it stands on."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from backwright.read.inline import plain
from backwright.source import SourceFile, Span


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    """As written, without the number signs."""
    level: int
    line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    """As written; its lines are joined by newlines."""
    line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class Item:
    """One point of a list."""

    text: str
    """Its own first paragraph as written, without what hangs below it."""
    line: int
    own_last: int
    """The last line of its own text."""
    last_line: int
    number: int | None
    """None in an unordered list."""
    children: tuple["Block", ...] = ()
    """Everything below its own text: further paragraphs, lists, code, tables."""

    @property
    def below(self) -> "Iterator[Item]":
        """The points directly below this one."""
        return (each for each in self.children if isinstance(each, Item))


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[str, ...]
    """As written, as many as the header has."""
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class Code:
    info: str
    """Its language, or empty."""
    content: str
    line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class Comment:
    """An HTML comment."""

    line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class Html:
    text: str
    line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class Quote:
    blocks: tuple["Block", ...]
    line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A thematic break."""

    line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """YAML between two lines of dashes at the very top."""

    line: int
    last_line: int


Block = Paragraph | Item | Table | Code | Comment | Html | Quote | Rule | FrontMatter


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands between it and the next one."""

    heading: Heading | None
    """None for what stands before the first heading."""
    above: tuple[Heading, ...]
    """The headings that it lies below, the outermost first."""
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        return plain(self.heading.text) if self.heading is not None else ""

    @property
    def path(self) -> tuple[Heading, ...]:
        """From the outermost heading to its own."""
        return (*self.above, self.heading) if self.heading is not None else self.above


@dataclass(frozen=True, slots=True)
class MarkdownDocument:
    source: SourceFile
    sections: tuple[Section, ...]
    role: str = field(default="other")
    """What the file is for: see `Role`."""

    @property
    def path(self) -> str:
        return self.source.path

    def span(self, line: int, last_line: int = 0) -> Span:
        return Span(self.source.path, line, 1, last_line if last_line > line else 0)

    def line_id(self, line: int) -> str:
        """The name of a statement that has no number of its own."""
        return f"{self.source.path}:{line}"


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block and all below it, in the order in which they stand."""
    for block in blocks:
        yield block
        if isinstance(block, Item):
            yield from walk(block.children)
        elif isinstance(block, Quote):
            yield from walk(block.blocks)
