"""Health that speaks of the database: what it answers where that is down."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.contract.binding.drafts import OperationDraft
from backwright.contract.binding.workbench import Workbench
from backwright.contract.operations import Purpose, Refusal, Source

_DATABASE: Final = re.compile(r"(^|[/_-])(db|database|ready|readiness)($|[/_-])", re.IGNORECASE)
_ALIVE: Final = re.compile(r"/(?:livez?|liveness|ping)/?$", re.IGNORECASE)
_UNAVAILABLE: Final = 503


def refusals(work: Workbench, draft: OperationDraft) -> Iterator[Refusal]:
    """None where it tells only that the process is alive."""
    if draft.purpose is Purpose.HEALTH and work.entities and _speaks_of_it(work, draft):
        yield Refusal(_UNAVAILABLE, "database_down", "The database does not answer")


def _speaks_of_it(work: Workbench, draft: OperationDraft) -> bool:
    """By its path, by a part of its answer, or by a declared 503: nothing else could be down."""
    if draft.custom or _ALIVE.search(draft.fact.path):
        return False
    declared = any(each.status == _UNAVAILABLE for each in draft.fact.responses)
    if declared or _DATABASE.search(draft.fact.path):
        return True
    shape = draft.result.shape if draft.result is not None else None
    view = work.views.get(shape.ref) if shape is not None else None
    fills = view.fills if view is not None else ()
    return any(e.source is Source.CONSTANT and _DATABASE.search(e.property) for e in fills)
