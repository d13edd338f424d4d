"""What the tables of a domain carry of the contract."""

from collections.abc import Iterator, Sequence
from typing import Final

from backwright.contract import aspects
from backwright.contract.entities import Auto, Entity
from backwright.contract.model import Contract
from backwright.contract.origins import of_entity
from backwright.plan.value_types import value_type

_OF_VALUES: Final = ("pattern", "format", "normalise")
"""Kept by what comes in: here, if the value has a name here."""


def row_aspects(contract: Contract, entities: Sequence[Entity]) -> Iterator[str]:
    """All but what bodies, statements and services keep."""
    wanted = {each.name for each in entities}
    others = set(_of_others(contract, entities))
    ours = (of_entity(each) for each in contract.entities if each.name in wanted)
    yield from dict.fromkeys(each for parts in ours for each in parts if each not in others)
    for entity in entities:
        if any(each.auto in (Auto.CREATED, Auto.UPDATED) for each in entity.fields):
            yield aspects.rule(entity.name, "timestamps")
        for field in entity.fields:
            for what in ("type", "required"):
                yield aspects.constraint(entity.name, field.name, what)


def _of_others(contract: Contract, entities: Sequence[Entity]) -> Iterator[str]:
    for entity in entities:
        yield aspects.rule(entity.name, "version")
        for field in entity.fields:
            yield aspects.constraint(entity.name, field.name, "immutable")
            if value_type(contract, entity, field) is None:
                for what in _OF_VALUES:
                    yield aspects.constraint(entity.name, field.name, what)
