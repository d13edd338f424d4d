"""What the tables of a domain carry of the contract."""

from collections.abc import Iterable, Iterator
from typing import Final

from backwright.contract import aspects
from backwright.contract.entities import Entity
from backwright.contract.model import Contract
from backwright.contract.origins import every_aspect

_BY_OTHERS: Final = ("/immutable", "/pattern", "/format", "/normalise", "/owner", "/version")
"""Kept by bodies, statements and services, not by the table."""


def row_aspects(contract: Contract, entities: Iterable[Entity]) -> Iterator[str]:
    wanted = tuple(aspects.entity(each.name) for each in entities)
    for each in every_aspect(contract):
        if each.endswith(_BY_OTHERS):
            continue
        if any(each == entity or each.startswith(f"{entity}/") for entity in wanted):
            yield each
