"""Fields that only the system changes: a status moved by transitions, a role given by hand."""

from backwright.contract.binding.drafts import ColumnDraft, EntityDraft
from backwright.contract.binding.workbench import Workbench
from backwright.contract.entities import Auto
from backwright.contract.operations import AssignKind
from backwright.shape import ABSENT


def settle(work: Workbench) -> None:
    """They start at their default, and no body ever holds them."""
    for entity in work.entities.values():
        given = {
            assign.name
            for (_, name), made in work.inputs.items()
            if name == entity.name
            for assign in made.assigns
            if assign.kind is AssignKind.COLUMN
        }
        for column in entity.columns.values():
            if column.name not in given and _starts_somewhere(entity, column):
                column.auto = Auto.SYSTEM


def _starts_somewhere(entity: EntityDraft, column: ColumnDraft) -> bool:
    plain = column.auto is Auto.NONE and not column.primary and not column.references
    return plain and column.name != entity.version and column.default not in (ABSENT, None)
