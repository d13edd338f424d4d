"""What a search asks for that finds every row of a test."""

import re
from typing import Final

from backwright.contract.entities import Entity
from backwright.contract.operations import Parameter
from backwright.plan.samples import sample
from backwright.shape import Kind

_WORD: Final = re.compile(r"[^\W\d_]+")


def part_of_every_row(entity: Entity, parameter: Parameter) -> str:
    """The word that all sample values of a searched column begin with; empty if there is none
    that the parameter takes."""
    columns = [own for name in parameter.columns if (own := entity.get(name)) is not None]
    for own in sorted(columns, key=lambda each: not each.required):
        if own.shape.kind is not Kind.STRING or own.shape.values or own.references:
            continue
        first, second = (_WORD.match(str(sample(own.shape, n, name=own.name))) for n in (1, 2))
        if first is None or second is None or first.group() != second.group():
            continue
        word = first.group()[: parameter.shape.max_length]
        if len(word) >= (parameter.shape.min_length or 0) and not parameter.shape.pattern:
            return word
    return ""
