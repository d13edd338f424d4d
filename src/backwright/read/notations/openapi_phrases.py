"""Text of a document as one line of a ledger."""

from typing import Final

_LONGEST: Final = 300


def phrase(text: str) -> str:
    """One line, bounded; a description may be a page."""
    line = " ".join(text[: 4 * _LONGEST].split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
