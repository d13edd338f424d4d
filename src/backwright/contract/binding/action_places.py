"""Places of actions: a word after a row's own place that names nothing stored."""

from itertools import pairwise

from backwright.contract.binding.drafts import OperationDraft
from backwright.contract.binding.matching import entity_of_name, entity_of_segment
from backwright.contract.binding.workbench import Workbench


def acts(work: Workbench, draft: OperationDraft) -> bool:
    """`POST /orders/{id}/cancel`, not `POST /orders/{id}/lines`."""
    if draft.method == "GET" or len(draft.segments) < 2:
        return False
    (before, last), parent = draft.segments[-2:], ""
    for segment, following in pairwise(draft.segments[:-1]):
        entity = entity_of_segment(work, segment, parent)
        parent = entity.name if entity is not None and following.startswith("{") else parent
    after_row = before.startswith("{") and not last.startswith("{")
    return after_row and entity_of_segment(work, last, parent) is None


def answered_by_actions(work: Workbench, name: str) -> bool:
    """A schema that nothing else answers, and that is not called like an entity, tells what was
    done, not what a row is."""
    shown = [each for each in work.operations if each.row_schema == name]
    if not shown or entity_of_name(work, name) is not None:
        return False
    return all(acts(work, each) for each in shown)
