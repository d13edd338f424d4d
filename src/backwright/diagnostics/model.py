"""What can be said about an input, a contract or a backend."""

from dataclasses import dataclass
from enum import StrEnum

from backwright.source import Span


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Declared:
    """A diagnostic as the catalogue declares it, once."""

    code: str
    """Stable, e.g. `BW101`: 1xx sources, 2xx reading, 3xx binding, 4xx review, 5xx emitting and
    writing, 6xx command line and configuration."""
    severity: Severity
    message: str
    """One line that names the defect; a `str.format` template over the arguments of `at`."""
    help: str
    """One line that names the cure."""
    page: str
    """What `backwright explain CODE` shows below the two lines: why it matters, an example."""

    def at(self, *spans: Span, **arguments: object) -> "Diagnostic":
        return Diagnostic(
            code=self.code,
            severity=self.severity,
            message=self.message.format(**arguments),
            help=self.help.format(**arguments),
            spans=spans,
        )


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One defect at one place, or at two when two documents disagree."""

    code: str
    severity: Severity
    message: str
    help: str
    spans: tuple[Span, ...]
