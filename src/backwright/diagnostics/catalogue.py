"""All diagnostics, by code: what `explain` knows."""

from typing import Final

from backwright.diagnostics.binding import BINDING
from backwright.diagnostics.command import COMMAND
from backwright.diagnostics.model import Declared
from backwright.diagnostics.reading import READING
from backwright.diagnostics.reading_openapi import READING_OPENAPI
from backwright.diagnostics.reading_sentences import READING_SENTENCES
from backwright.diagnostics.reviewing import REVIEWING
from backwright.diagnostics.sources import SOURCES
from backwright.diagnostics.writing import WRITING

DECLARED: Final[tuple[Declared, ...]] = (
    *SOURCES,
    *READING,
    *READING_OPENAPI,
    *READING_SENTENCES,
    *BINDING,
    *REVIEWING,
    *WRITING,
    *COMMAND,
)
"""In the order of the stages."""


def declared(code: str) -> Declared | None:
    """The diagnostic of that code, however it is capitalised."""
    return next((each for each in DECLARED if each.code == code.strip().upper()), None)
