"""Indexes, each for an owner column, a reference, a filter or a sort."""

from backwright.contract import aspects
from backwright.contract.binding.drafts import EntityDraft, OperationDraft
from backwright.contract.binding.workbench import Workbench
from backwright.contract.entities import Ownership
from backwright.contract.model import Origin
from backwright.contract.operations import ParameterUse, Purpose
from backwright.shape import Kind

_FILTERED = (
    Kind.STRING,
    Kind.INTEGER,
    Kind.NUMBER,
    Kind.DECIMAL,
    Kind.UUID,
    Kind.DATETIME,
    Kind.DATE,
)


def settle(work: Workbench) -> None:
    by_entity = work.by_entity()
    for entity in work.entities.values():
        of_it = by_entity.get(entity.name, ())
        lists = [each for each in of_it if each.purpose is Purpose.LIST]
        _listed(work, entity, lists)
        _referred(work, entity)


def _listed(work: Workbench, entity: EntityDraft, lists: list[OperationDraft]) -> None:
    owner = entity.owner.column if entity.owner.kind is Ownership.COLUMN else ""
    for draft in lists:
        lead = [] if draft.access.any_owner or not owner else [owner]
        through = next((each.through for each in draft.lookups[1:]), "")
        parents = [f for each in draft.lookups[-1:] for f in [_key_to(entity, each.entity)] if f]
        lead = lead or parents or ([through] if through else [])
        sort = [draft.sorts[0].column] if draft.sorts else []
        origins = [*work.origins.get(aspects.sort(draft.id), [])]
        # Rows that are equal come in the order of their keys, so that pages never overlap.
        tail = [*sort, entity.key.name] if sort else []
        if sort:
            _add(work, entity, (*lead, *tail), origins)
        for parameter in draft.parameters:
            if parameter.use is not ParameterUse.FILTER or parameter.operator not in ("==", "in"):
                continue
            column = entity.columns.get(parameter.columns[0])
            if column is not None and column.shape.kind in _FILTERED:
                named = work.origins.get(aspects.parameter(draft.id, parameter.wire), [])
                _add(work, entity, (*lead, column.name, *tail), named)


def _key_to(entity: EntityDraft, parent: str) -> str:
    return next((each.name for each in entity.columns.values() if each.references == parent), "")


def _add(
    work: Workbench, entity: EntityDraft, columns: tuple[str, ...], origins: list[Origin]
) -> None:
    unique = tuple(dict.fromkeys(columns))
    if len(unique) == 1:
        column = entity.columns[unique[0]]
        if not column.unique and not column.primary:
            column.index = True
            _explain(work, entity, unique, origins)
        return
    if unique in entity.indexes or any(u.columns[: len(unique)] == unique for u in entity.uniques):
        return
    entity.indexes.append(unique)
    _explain(work, entity, unique, origins)


def _explain(
    work: Workbench, entity: EntityDraft, columns: tuple[str, ...], origins: list[Origin]
) -> None:
    aspect = aspects.rule(entity.name, f"index({','.join(columns)})")
    known = [*origins, *(entity.columns[each].origin for each in columns)]
    for origin in known:
        work.origin(aspect, origin)


def _referred(work: Workbench, entity: EntityDraft) -> None:
    """References and owners that no other index begins with."""
    led = {each[0] for each in entity.indexes} | {each.columns[0] for each in entity.uniques}
    for column in entity.columns.values():
        wanted = column.references or column.name == entity.owner.column
        if wanted and column.name not in led and not column.unique and not column.primary:
            column.index = True
    for column in entity.columns.values():
        if column.index:
            if column.name in led or column.unique or column.primary:
                column.index = False
                _hand_over(work, entity, column.name)
            else:
                _explain(work, entity, (column.name,), [])


def _hand_over(work: Workbench, entity: EntityDraft, name: str) -> None:
    """Another index begins with the column: who asked for its own asks for that one."""
    origins = work.origins.pop(aspects.rule(entity.name, f"index({name})"), [])
    indexes = [(f"index({','.join(each)})", each) for each in entity.indexes]
    uniques = [(f"unique({','.join(each.columns)})", each.columns) for each in entity.uniques]
    found = next((rule for rule, held in (*indexes, *uniques) if held[0] == name), "")
    for origin in origins if found else ():
        work.origin(aspects.rule(entity.name, found), origin)
