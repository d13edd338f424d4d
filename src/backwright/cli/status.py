"""Exit codes, and which of them an outcome deserves."""

from typing import Final

from backwright.cli.options import Settings
from backwright.contract.model import State
from backwright.diagnostics import Severity
from backwright.emit.write import Action
from backwright.outcome import Discovered, Implemented, Planned

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


def of_plan(planned: Planned, settings: Settings) -> int:
    """Open points count only when they were asked to, and so does what would change."""
    if planned.refused:
        return NOTHING
    if settings.check and planned.changes.writing:
        return OPEN
    return of_reading(planned.found, settings)


def of_implementing(done: Implemented, settings: Settings, *, dry: bool) -> int:
    """0 only where everything was written that the contract needs, and its tests pass."""
    planned = done.planned
    refuted = done.tests is not None and not done.tests.passed
    if planned.refused or not (done.written or dry or planned.blocked or refuted):
        return NOTHING
    if settings.strict and unjudged(planned.found):
        return NOTHING
    offered = any(each.action is Action.PROPOSE for each in planned.changes.files)
    failed = any(each.severity is Severity.ERROR for each in done.diagnostics)
    if planned.blocked or offered or failed:
        return OPEN
    if settings.check and planned.changes.writing:
        return OPEN
    return DONE
