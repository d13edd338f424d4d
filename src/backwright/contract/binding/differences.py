"""Values that are what is left of one number after others: `available = quantity - reserved`."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding.drafts import EntityDraft
from backwright.contract.binding.gather import properties
from backwright.contract.binding.workbench import Workbench, written
from backwright.contract.entities import Derived, DerivedKind
from backwright.contract.model import Origin
from backwright.contract.names import identifier, singular, words
from backwright.shape import ABSENT, Kind, Shape

_NUMBERS: Final = (Kind.INTEGER, Kind.NUMBER, Kind.DECIMAL)
_TERM: Final = r"`?(?P<{name}>[A-Za-z_]\w*(?: [A-Za-z]\w*)??)`?"
_DIFFERENCE: Final = re.compile(
    rf"(?<![\w-]){_TERM.format(name='left')}\s*(?:(?<=[\s`])[-−–](?=[\s`])|\bminus\b)\s*"
    rf"{_TERM.format(name='right')}(?=\s*(?:[).,;`(]|$))"
)
_EQUATION: Final = re.compile(
    rf"(?<![\w-])`?(?P<name>[A-Za-z_]\w*)`?\s*(?:=|:=|is calculated as|is computed as)\s*"
    rf"{_DIFFERENCE.pattern}"
)


def settle(work: Workbench) -> None:
    """What nobody sends and a formula explains is computed, not stored."""
    sent, equations = _sent(work), tuple(_by_equations(work))
    for entity in work.entities.values():
        told = [*_by_formulas(work, entity), *equations]
        for _ in told:
            # What is left may be told by another that is left: a shortfall by what is available.
            for name, left, right, origin in told:
                if (entity.name, name) not in sent and name not in entity.derived:
                    _record(work, entity, name, (left, right), origin)


def _sent(work: Workbench) -> set[tuple[str, str]]:
    """What bodies give, by entity."""
    found = set()
    for draft in work.operations:
        if draft.fact.body is not None:
            given = properties(work, draft.fact.body.shape)
            found |= {(draft.entity, identifier(each.name)) for each in given}
    return found


def _by_formulas(work: Workbench, entity: EntityDraft) -> Iterator[tuple[str, str, str, Origin]]:
    """In the description of the value itself."""
    for column in entity.columns.values():
        yield from _formula(column.name, column.doc, column.origin)
    for (owner, name), fact in sorted(work.computed.items()):
        if owner == entity.name:
            origin = written(fact.statement, fact.span)
            yield from _formula(name, f"{fact.derived} {fact.description}", origin)
    for schema in work.schemas.values():
        if work.entity_of.get(schema.name) == entity.name:
            for own in schema.properties:
                told = written("", own.span)
                yield from _formula(identifier(own.name), own.description, told)


def _formula(name: str, text: str, origin: Origin) -> Iterator[tuple[str, str, str, Origin]]:
    match = _DIFFERENCE.search(text)
    if match is not None:
        yield name, match["left"], match["right"], origin


def _by_equations(work: Workbench) -> Iterator[tuple[str, str, str, Origin]]:
    """`available_quantity = total_quantity - reserved_quantity`"""
    for statement in work.facts.statements:
        for match in _EQUATION.finditer(statement.text):
            origin = written(statement.id, statement.span)
            yield identifier(match["name"]), match["left"], match["right"], origin


def _record(
    work: Workbench, entity: EntityDraft, name: str, terms: tuple[str, str], origin: Origin
) -> None:
    left, right = (_number(entity, each, name) for each in terms)
    if not left or not right or left == right or not _shown(work, entity, name):
        return
    kinds = {_kind(entity, left), _kind(entity, right)}
    if len(kinds) > 1:
        return
    entity.columns.pop(name, None)
    column = aspects.column(entity.name, name)
    for aspect in [each for each in work.origins if aspects.covers(each, column)]:
        del work.origins[aspect]
    made = Derived(name, DerivedKind.DIFFERENCE, Shape(kinds.pop()), columns=(left, right))
    entity.derived[name] = made
    work.origin(aspects.rule(entity.name, f"derived({name})"), origin)


def _shown(work: Workbench, entity: EntityDraft, name: str) -> bool:
    """Whether it is asked for at all, and everywhere as a number."""
    column = entity.columns.get(name)
    kinds = [column.shape.kind] if column is not None else []
    kinds += [
        own.shape.kind
        for schema in work.schemas.values()
        if work.entity_of.get(schema.name) == entity.name
        for own in schema.properties
        if identifier(own.name) == name
    ]
    return bool(kinds) and all(each in _NUMBERS for each in kinds)


def _number(entity: EntityDraft, term: str, name: str) -> str:
    """The one that a term means: by its whole name, else by the word that begins it alone."""
    known = {
        each.name: words(each.name)
        for each in entity.columns.values()
        if each.shape.kind in _NUMBERS and each.name != name and _is_set(entity, each.name)
    }
    known |= {
        each.name: words(each.name)
        for each in entity.derived.values()
        if each.kind is DerivedKind.DIFFERENCE
    }
    said = words(term)
    if identifier(term) in known:
        return identifier(term)
    led = [each for each, own in known.items() if said and singular(own[0]) == singular(said[0])]
    return led[0] if len(led) == 1 and len(said) == 1 else ""


def _is_set(entity: EntityDraft, name: str) -> bool:
    """Nothing can be taken from a number that may be missing."""
    column = entity.columns[name]
    return column.required is not False or column.default not in (ABSENT, None)


def _kind(entity: EntityDraft, name: str) -> Kind:
    column = entity.columns.get(name)
    return column.shape.kind if column is not None else entity.derived[name].shape.kind
