"""A list narrowed by a value of a related row: posts by the slug of a tag."""

import re
from typing import Final

from backwright.contract.binding import relations
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft
from backwright.contract.binding.lookups import foreign_key, link_between
from backwright.contract.binding.workbench import Workbench, written
from backwright.contract.model import Origin
from backwright.contract.names import identifier, singular, snake
from backwright.read.facts import ParameterFact
from backwright.shape import Kind, Shape

_SPOKEN: Final = ("slug", "name", "code", "handle", "username", "title", "key")
"""By which people write down a row, the usual in addresses first."""


def column(work: Workbench, entity: EntityDraft, fact: ParameterFact) -> str:
    """`tags.slug` for `tag`; empty if no related row is meant."""
    name = singular(snake(fact.property.name))
    origin = written(fact.statement, fact.property.span)
    for cut in (name, name.rpartition("_")[0]):
        other = work.find(cut) if cut else None
        if other is None or other is entity or other.name == work.user:
            continue
        rest = name.removeprefix(cut).strip("_")
        held = _held(other, rest, fact)
        relation = _relation(work, entity, other, cut, origin) if held is not None else ""
        if held is not None and relation:
            return f"{relation}.{held.name}"
    return ""


def _held(other: EntityDraft, rest: str, fact: ParameterFact) -> ColumnDraft | None:
    """As the parameter names it, else by its shape: a key, or what people write down."""
    shape = _one(fact.property.shape)
    if rest:
        return other.key if rest == "id" else other.columns.get(identifier(rest))
    keyed = shape.kind is other.key.shape.kind is not Kind.STRING
    if keyed or (shape.format == "uuid" and other.key.shape.kind is Kind.UUID):
        return other.key
    if shape.kind is not Kind.STRING:
        return None
    textual = [
        each for name in _SPOKEN if (each := other.columns.get(name)) is not None
        and each.shape.kind is Kind.STRING
    ]  # fmt: skip
    said = fact.property.description.lower()
    told = [each for each in textual if re.search(rf"\b{each.name}s?\b", said)]
    return next(iter([*told, *(each for each in textual if each.unique), *textual]), None)


def _one(shape: Shape) -> Shape:
    return shape.items if shape.kind is Kind.ARRAY and shape.items is not None else shape


def _relation(
    work: Workbench, entity: EntityDraft, other: EntityDraft, name: str, origin: Origin
) -> str:
    if foreign_key(entity, other.name):
        known = next(
            (r.name for r in entity.relations.values() if r.entity == other.name and not r.many), ""
        )
        return known or relations.single(work, entity, other.name, name, origin)
    if link_between(work, entity.name, other.name) is None:
        return ""
    known = next(
        (r.name for r in entity.relations.values() if r.entity == other.name and r.many), ""
    )
    return known or relations.many(work, entity, other.name, other.table, origin)
