"""Where something was written: files as they were read, and places in them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file that was read."""

    file: str
    """Path relative to the project's root, with forward slashes."""
    line: int
    """First line, from 1."""
    column: int = 1
    """First column, from 1, in characters."""
    end_line: int = 0
    """Last line, inclusive; 0 means the same as `line`."""

    @property
    def last_line(self) -> int:
        return self.end_line or self.line

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A text file as it was read, decoded as UTF-8 with universal newlines and without a BOM."""

    path: str
    """Path relative to the project's root, with forward slashes."""
    text: str

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    def span(self, line: int, column: int = 1, end_line: int = 0) -> Span:
        return Span(self.path, line, column, end_line)
