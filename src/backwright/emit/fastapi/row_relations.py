"""Relations as attributes of a row class: `lines: Mapped[list["OrderLine"]] = Relationship(…)`.

Nothing is loaded by looking at it (`lazy="raise"`), and the database alone deletes what goes
along with a row.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from backwright.contract.entities import Entity, Relation
from backwright.contract.model import Contract
from backwright.emit.fastapi.value_text import Speller
from backwright.emit.templates import literal, long_text
from backwright.plan.names import Symbol, model
from backwright.plan.relation_pairs import far_column, other_side, overlapping
from backwright.shape import Kind

_LONG: Final = 60
"""From here on a text may have to be broken."""


def relation_line(contract: Contract, entity: Entity, relation: Relation, speller: Speller) -> str:
    target = contract.entity(relation.entity)
    name = speller.module.use_for_types(model(target))
    mapped = speller.use(Symbol("sqlalchemy.orm", "Mapped"))
    told = dict(_arguments(contract, entity, relation))
    inner = f'"{name}"'
    if relation.many:
        inner = f"{speller.base('list')}[{inner}]"
    elif not _required(entity, relation):
        inner = f"{speller.use(Symbol('typing', 'Optional'))}[{inner}]"
    relationship = speller.use(Symbol("sqlmodel", "Relationship"))
    return (
        f"{relation.name}: {mapped}[{inner}] = "
        f"{relationship}(sa_relationship_kwargs={{{_spelled(told)}}})"
    )


def _spelled(told: Mapping[str, str | bool]) -> str:
    return ", ".join(f"{literal(name)}: {_value(each)}" for name, each in told.items())


def _value(value: str | bool) -> str:
    if isinstance(value, bool) or len(value) < _LONG:
        return literal(value)
    return f"({long_text(value)})"


def _required(entity: Entity, relation: Relation) -> bool:
    column = entity.get(relation.column)
    return column is not None and column.required


def _arguments(
    contract: Contract, entity: Entity, relation: Relation
) -> Iterator[tuple[str, str | bool]]:
    """By names that SQLAlchemy looks up when all classes are known."""
    target = contract.entity(relation.entity)
    yield "lazy", "raise"
    if back := other_side(contract, entity, relation):
        yield "back_populates", back
    if relation.order_by:
        yield "order_by", ", ".join(f"{_class(target)}.{each}" for each in relation.order_by)
    if overlaps := overlapping(contract, entity, relation):
        yield "overlaps", ",".join(overlaps)
    if relation.link:
        yield from _linked(contract, entity, relation)
        return
    holder = target if relation.many else entity
    if _ways(entity, target) > 1:
        yield "foreign_keys", f"{_class(holder)}.{relation.column}"
    if entity.name == target.name and not relation.many:
        yield "remote_side", f"{_class(entity)}.{entity.key.name}"
    if relation.many:
        if target.soft_delete:
            yield "primaryjoin", _live_join(entity, relation, target)
        if not entity.soft_delete:
            yield "passive_deletes", "all"


def _ways(entity: Entity, other: Entity) -> int:
    """How many keys lead from one to the other, or back."""
    keys = sum(each.references == other.name for each in entity.fields)
    back = sum(each.references == entity.name for each in other.fields)
    return keys if entity.name == other.name else keys + back


def _live_join(entity: Entity, relation: Relation, target: Entity) -> str:
    """Rows that are marked as deleted are not among the children."""
    column, mark = f"{_class(target)}.{relation.column}", _live(target)
    if entity.name == target.name:
        column, mark = f"remote({column})", _live(target, "remote")
    return f"and_({_class(entity)}.{entity.key.name} == {column}, {mark})"


def _live(entity: Entity, wrap: str = "") -> str:
    column = f"{_class(entity)}.{entity.soft_delete}"
    column = f"{wrap}({column})" if wrap else column
    field = entity.get(entity.soft_delete)
    if field is None or field.shape.kind is not Kind.BOOLEAN:
        return f"{column}.is_(None)"
    return f"{column}.is_({not entity.soft_delete_value})"


def _linked(
    contract: Contract, entity: Entity, relation: Relation
) -> Iterator[tuple[str, str | bool]]:
    """Through the rows of a third table; a column that leads to either end is said, where
    several might."""
    target, link = contract.entity(relation.entity), contract.entity(relation.link)
    yield "secondary", link.table
    far = far_column(contract, relation)
    ends = [each.references for each in link.fields]
    several = ends.count(entity.name) > 1 or ends.count(target.name) > 1
    if several:
        near = f"{_class(link)}.{relation.column}"
        yield "primaryjoin", f"{_class(entity)}.{entity.key.name} == {near}"
    if several or target.soft_delete:
        there = f"{_class(target)}.{target.key.name} == {_class(link)}.{far}"
        live = f"and_({there}, {_live(target)})" if target.soft_delete else there
        yield "secondaryjoin", live
    yield "passive_deletes", True


def _class(entity: Entity) -> str:
    return model(entity).name
