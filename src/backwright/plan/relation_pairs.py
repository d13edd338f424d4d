"""Which relations tell of the same keys: SQLAlchemy wants to know, as it writes them once."""

from collections.abc import Iterator

from backwright.contract.entities import Entity, Relation
from backwright.contract.model import Contract

Key = tuple[str, str]
"""An entity and one of its columns."""


def far_column(contract: Contract, relation: Relation) -> str:
    """The column of the rows between that leads to the other end."""
    return next(
        (
            each.name
            for each in contract.entity(relation.link).fields
            if each.references == relation.entity and each.name != relation.column
        ),
        "",
    )


def other_side(contract: Contract, entity: Entity, relation: Relation) -> str:
    """The relation that leads back by the same keys, if it is the only one: changing one of them
    changes both."""
    found = list(_mirrors(contract, entity, relation))
    if len(found) != 1:
        return ""
    back = list(_mirrors(contract, contract.entity(relation.entity), found[0]))
    return found[0].name if len(back) == 1 else ""


def overlapping(contract: Contract, entity: Entity, relation: Relation) -> tuple[str, ...]:
    """The relations besides that write one of the same keys."""
    paired = other_side(contract, entity, relation)
    keys = _keys(contract, entity, relation)
    return tuple(
        dict.fromkeys(
            other.name
            for owner in contract.entities
            for other in owner.relations
            if (owner.name, other.name) != (entity.name, relation.name)
            and (owner.name, other.name) != (relation.entity, paired)
            and keys & _keys(contract, owner, other)
        )
    )


def _mirrors(contract: Contract, entity: Entity, relation: Relation) -> Iterator[Relation]:
    keys = _keys(contract, entity, relation)
    for other in contract.entity(relation.entity).relations:
        back = other.entity == entity.name and other.link == relation.link
        turned = other.many != relation.many or bool(relation.link)
        same = relation.entity == entity.name and other.name == relation.name
        if (
            back
            and turned
            and not same
            and _keys(contract, contract.entity(relation.entity), other) == keys
        ):
            yield other


def _keys(contract: Contract, entity: Entity, relation: Relation) -> set[Key]:
    if relation.link:
        far = far_column(contract, relation)
        return {(relation.link, relation.column), (relation.link, far)}
    return {(relation.entity if relation.many else entity.name, relation.column)}
