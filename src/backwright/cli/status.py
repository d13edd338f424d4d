"""Exit codes, and which of them an outcome deserves."""

from typing import Final

from backwright.cli.options import Settings
from backwright.contract.model import State
from backwright.outcome import Discovered

DONE: Final = 0
OPEN: Final = 1
"""Something is violated, differs, or waits for an answer."""
NOTHING: Final = 2
"""Nothing could be judged, or the command makes no sense."""
INTERRUPTED: Final = 130


def of_reading(found: Discovered, settings: Settings) -> int:
    """Of the verbs that only read: open points count only when they were asked to."""
    if found.nothing or found.committed.diagnostics:
        return NOTHING
    if settings.strict and unjudged(found):
        return NOTHING
    if settings.check and (found.open or found.errors):
        return OPEN
    return DONE


def unjudged(found: Discovered) -> bool:
    """Whether a statement was not understood, or a file not read."""
    lost = any(each.entry.state is State.NOT_UNDERSTOOD for each in found.ledger)
    return lost or bool(found.errors)
