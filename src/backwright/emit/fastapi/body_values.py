"""From a body to the values of a row: which are taken as they are, which are found or made."""

from collections.abc import Iterable

from backwright.contract.entities import Entity, Field, Ownership
from backwright.contract.operations import AssignKind, ParameterUse
from backwright.emit.fastapi.work import Work
from backwright.emit.templates import literal
from backwright.plan.body_assigns import Given
from backwright.plan.finders import Finder, reference
from backwright.plan.names import core

TAKEN = (AssignKind.COLUMN, AssignKind.LOGIN)


def dumped(body: str, excluded: Iterable[str], *, without_none: bool = False) -> str:
    """`data.model_dump(exclude={"version"})`"""
    told = []
    left_out = ", ".join(literal(each) for each in excluded)
    if left_out:
        told.append(f"exclude={{{left_out}}}")
    if without_none:
        told.append("exclude_none=True")
    return f"{body}.model_dump({', '.join(told)})"


def is_owner(entity: Entity, column: str) -> bool:
    return entity.owner.kind is Ownership.COLUMN and entity.owner.column == column


def settled(work: Work) -> tuple[dict[str, str], dict[str, str]]:
    """The columns of a new row that caller and path decide, whatever the body says; and the
    variables of the rows that they refer to."""
    entity, found, rows = work.entity, dict[str, str](), dict[str, str]()
    if is_owner(entity, entity.owner.column) and work.held.user and not _names_owner(work):
        found[entity.owner.column] = work.user_id()
    for each in work.held.standing:
        parent = work.contract.entity(each.finder.entity)
        column = leads_to(entity, parent.name)
        if column and parent.name != entity.name and column not in found:
            rows[column] = work.row(parent.name)
            found[column] = f"{rows[column]}.{parent.key.name}"
    return found | _scoped(work), rows


def _scoped(work: Work) -> dict[str, str]:
    """Columns that take their value from the path: `/ledgers/{ledger_id}/accounts`."""
    return {
        each.columns[0]: work.parameter(each)
        for each in work.operation.parameters
        if each.use is ParameterUse.FILTER and each.place == "path" and each.columns
        if work.entity.get(each.columns[0]) is not None
    }


def leads_to(entity: Entity, parent: str) -> str:
    """The foreign key of an entity to another one: the owner's, else the first."""
    if entity.owner.parent == parent and entity.owner.kind is Ownership.PARENT:
        return entity.owner.column
    found = [each.name for each in entity.fields if each.references == parent]
    return found[0] if found else ""


def copied(entity: Entity, column: str) -> list[Field]:
    """The columns that keep what the row to which `column` refers holds at that moment."""
    return [each for each in entity.fields if each.copies.startswith(f"{column}.")]


def referred(work: Work, entity: Entity, each: Given) -> tuple[Field, Finder] | None:
    """The column that a property fills with the key of another row, and how that is found."""
    column = entity.get(each.assign.name)
    if each.assign.kind is not AssignKind.COLUMN or column is None or not column.references:
        return None
    known = {one.name for one in work.contract.entities}
    if column.references not in known or is_owner(entity, column.name):
        return None
    target = work.contract.entity(column.references)
    return column, reference(work.contract, work.operation, target)


def hashed(work: Work, value: str) -> str:
    return f"await {work.service.use(core('security', 'hash_password'))}({value})"


def _names_owner(work: Work) -> bool:
    """Staff may say whose row it is."""
    return work.operation.access.any_owner and any(
        assign.name == work.entity.owner.column and assign.kind is AssignKind.COLUMN
        for each in work.contract.inputs
        if each.entity == work.entity.name
        for assign in each.assigns
    )
