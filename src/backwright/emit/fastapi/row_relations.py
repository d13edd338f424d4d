"""Relations as attributes of a row class: `lines: Mapped[list["OrderLine"]] = Relationship(…)`.

Nothing is loaded by looking at it (`lazy="raise"`), and the database alone deletes what goes
along with a row.
"""

from collections.abc import Iterator

from backwright.contract.entities import Entity, Relation
from backwright.contract.model import Contract
from backwright.emit.fastapi.value_text import Speller
from backwright.emit.templates import literal
from backwright.plan.names import Symbol, model
from backwright.shape import Kind


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
        f"{relationship}(sa_relationship_kwargs={literal(told)})"
    )


def _required(entity: Entity, relation: Relation) -> bool:
    column = entity.get(relation.column)
    return column is not None and column.required


def _arguments(
    contract: Contract, entity: Entity, relation: Relation
) -> Iterator[tuple[str, str | bool]]:
    """By names that SQLAlchemy looks up when all classes are known."""
    target = contract.entity(relation.entity)
    yield "lazy", "raise"
    if relation.order_by:
        yield "order_by", ", ".join(f"{_class(target)}.{each}" for each in relation.order_by)
    if relation.link:
        yield from _linked(entity, relation, target, contract.entity(relation.link))
        return
    holder, end = (target, entity) if relation.many else (entity, target)
    if sum(each.references == end.name for each in holder.fields) > 1:
        yield "foreign_keys", f"{_class(holder)}.{relation.column}"
    if entity.name == target.name and not relation.many:
        yield "remote_side", f"{_class(entity)}.{entity.key.name}"
    if relation.many:
        if target.soft_delete:
            yield "primaryjoin", _live_join(entity, relation, target)
        if not entity.soft_delete:
            yield "passive_deletes", "all"


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
    entity: Entity, relation: Relation, target: Entity, link: Entity
) -> Iterator[tuple[str, str | bool]]:
    """Through the rows of a third table; a column that leads to either end is said, where
    several might."""
    yield "secondary", link.table
    far = next(
        (
            each.name
            for each in link.fields
            if each.references == target.name and each.name != relation.column
        ),
        "",
    )
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
