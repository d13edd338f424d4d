"""Conditions of statements: whose rows, which of them still count, which one is meant."""

from collections.abc import Iterable, Iterator
from typing import Final

from backwright.contract.entities import Entity, Ownership
from backwright.contract.model import Contract
from backwright.contract.operations import Comparison, is_now
from backwright.emit.fastapi.module import Module
from backwright.emit.templates import literal
from backwright.plan.columns import Sql
from backwright.plan.columns import column as stored
from backwright.plan.finder_names import key_name
from backwright.plan.finders import Finder, Reach
from backwright.plan.names import enum, member, model
from backwright.shape import Absent, Literal

OWNER = "owner_id"
"""The parameter of statements that holds the id of the caller."""
NOW: Final = "now"
TODAY: Final = "today"


def column(entity: Entity, name: str, into: Module) -> str:
    """`col(Order.customer_id)`"""
    into.use_from("sqlmodel", "col")
    return f"col({into.use(model(entity))}.{name})"


def bound(name: str, into: Module) -> str:
    into.use_from("sqlmodel", "bindparam")
    return f"bindparam({literal(name)})"


def equals(entity: Entity, name: str, value: str, into: Module) -> str:
    return f"{column(entity, name, into)} == {value}"


def live(entity: Entity, into: Module) -> list[str]:
    """Deleted rows are gone."""
    if not entity.soft_delete:
        return []
    deleted = column(entity, entity.soft_delete, into)
    if isinstance(entity.soft_delete_value, bool):
        return [f"{deleted}.is_({not entity.soft_delete_value})"]
    return [f"{deleted}.is_(None)"]


def owned(contract: Contract, entity: Entity, into: Module, value: str = "") -> list[str]:
    """The caller's own rows, directly or through the rows above them."""
    value = value or bound(OWNER, into)
    owner = entity.owner
    if owner.kind in (Ownership.COLUMN, Ownership.IDENTITY):
        return [equals(entity, owner.column or entity.key.name, value, into)]
    if owner.kind is not Ownership.PARENT:
        return []
    parent = contract.entity(owner.parent)
    key = column(parent, parent.key.name, into)
    inner = [
        f"{key} == {column(entity, owner.column, into)}",
        *owned(contract, parent, into, value),
        *live(parent, into),
    ]
    into.use_from("sqlmodel", "exists")
    return [f"exists().where({', '.join(inner)})"]


def fixed(
    contract: Contract, entity: Entity, values: Iterable[tuple[str, Literal]], into: Module
) -> Iterator[str]:
    """What every row must equal."""
    for name, value in values:
        held = column(entity, name, into)
        if value is None or isinstance(value, bool):
            yield f"{held}.is_({value})"
        else:
            yield f"{held} == {spelled(contract, entity, name, value, into)}"


def compared(contract: Contract, entity: Entity, told: Comparison, into: Module) -> str:
    """A column beside another one, a value, or the present time."""
    held = column(entity, told.column, into)
    held += f" - {column(entity, told.minus, into)}" if told.minus else ""
    if is_now(told):
        beside = bound(moment(contract, entity, told.column), into)
    elif told.other:
        beside = column(entity, told.other, into)
    else:
        value = None if isinstance(told.value, Absent) else told.value
        beside = spelled(contract, entity, told.column, value, into)
    return f"{held} {told.operator} {beside}"


def moment(contract: Contract, entity: Entity, name: str) -> str:
    """The parameter of statements that holds the present time, or the present day."""
    own = entity.get(name)
    of_days = own is not None and stored(contract, entity, own).sql is Sql.DATE
    return TODAY if of_days else NOW


def spelled(contract: Contract, entity: Entity, name: str, value: Literal, into: Module) -> str:
    """A column's value as the code writes it: the member of its enum, if it has one."""
    field = entity.get(name)
    symbol = enum(contract, entity, field) if field is not None else None
    among = field.shape.values if field is not None and symbol is not None else ()
    if symbol is not None and isinstance(value, str) and value in among:
        return f"{into.use(symbol)}.{member(value, among)}"
    return literal(value)


def linked(contract: Contract, finder: Finder, into: Module) -> str:
    """Two rows of a many-to-many relation, by the row that stands between them."""
    parent = finder.parent
    if parent is None:
        raise ValueError(f"{finder.entity} is linked to nothing")
    link, entity = contract.entity(finder.link), contract.entity(finder.entity)
    above = contract.entity(parent.entity)
    to_parent = next(each.name for each in link.fields if each.references == above.name)
    to_row = next(each.name for each in link.fields if each.references == entity.name)
    into.use_from("sqlmodel", "exists")
    first = equals(link, to_parent, bound(key_name(above, above.key.name), into), into)
    second = equals(link, to_row, column(entity, entity.key.name, into), into)
    return f"exists().where({first}, {second})"


def of_finder(contract: Contract, finder: Finder, into: Module) -> list[str]:
    """All that a statement asks of the row, but for whose it is."""
    entity = contract.entity(finder.entity)
    found = []
    if finder.column:
        named = bound(key_name(entity, finder.column), into)
        found.append(equals(entity, finder.column, named, into))
    if finder.parent is not None and finder.link:
        found.append(linked(contract, finder, into))
    elif finder.parent is not None:
        found.append(equals(entity, finder.through, bound(finder.through, into), into))
    for each in finder.scope:
        found.append(equals(entity, each, bound(each, into), into))
    found += fixed(contract, entity, finder.fixed, into)
    return [*found, *live(entity, into)]


def asks_owner(contract: Contract, finder: Finder) -> bool:
    """Whether the statement itself compares the owner: a row inside an own row need not."""
    if finder.reach is not Reach.OWN:
        return False
    entity, parent = contract.entity(finder.entity), finder.parent
    inside = parent is not None and parent.reach is Reach.OWN and finder.through
    through_parent = entity.owner.kind is Ownership.PARENT and entity.owner.column
    return not (inside and through_parent == finder.through)
