"""`app/<domain>/models.py`: the values, the enums and the tables of a domain."""

from collections.abc import Iterator

from backwright.contract.entities import Entity
from backwright.contract.model import Contract
from backwright.emit.fastapi.module import Module
from backwright.emit.fastapi.row_aspects import row_aspects
from backwright.emit.fastapi.row_classes import row_class
from backwright.emit.fastapi.value_text import Speller, annotation
from backwright.emit.templates import literal
from backwright.plan.columns import column
from backwright.plan.model import GeneratedFile
from backwright.plan.names import (
    Symbol,
    count_limit,
    domains,
    enum,
    file,
    member,
    module,
    next_statuses,
)
from backwright.plan.spoken import listed
from backwright.plan.value_types import value_types


def emit(contract: Contract) -> Iterator[GeneratedFile]:
    for domain in domains(contract):
        entities = [each for each in contract.entities if each.domain == domain]
        if entities:
            models = _models(contract, domain, entities)
            built = tuple(row_aspects(contract, entities))
            path = file(models.name)
            yield GeneratedFile(path, models.text(), part="models", built=built)


def _models(contract: Contract, domain: str, entities: list[Entity]) -> Module:
    doc = _doc(entities)
    models = Module(module(domain, "models"), doc)
    speller = Speller(models, pydantic="pydantic")
    named = [
        f"{each.symbol.name} = {annotation(speller, each.value)}"
        for each in value_types(contract, domain)
    ]
    models.add("\n".join(named))
    models.add("\n".join(_limits(entities)))
    models.add(*_enums(contract, models))
    for each in entities:
        models.add(*_machines(contract, each, speller))
    for each in entities:
        models.add(row_class(contract, each, models, each.doc if each.doc != doc else ""))
    return models


def _doc(entities: list[Entity]) -> str:
    """The only sentence that there is about these rows, else what they are."""
    told = [each.doc for each in entities if each.doc]
    if len(told) == 1:
        return told[0]
    return f"{listed(each.table for each in entities)}."


def _limits(entities: list[Entity]) -> Iterator[str]:
    for entity in entities:
        for each in entity.count_limits:
            yield f"{count_limit(entity, each.relation).name} = {each.maximum}"


def _enums(contract: Contract, models: Module) -> Iterator[str]:
    """Each once, whichever of the columns that share it comes first."""
    found: dict[Symbol, tuple[str, ...]] = {}
    for entity in contract.entities:
        for field in entity.fields:
            symbol = enum(contract, entity, field)
            if symbol is not None and symbol.module == models.name:
                found.setdefault(symbol, tuple(str(each) for each in field.shape.values))
    for symbol, values in found.items():
        members = [f"    {member(each, values)} = {literal(each)}" for each in values]
        models.use_from("enum", "StrEnum")
        yield "\n".join((f"class {symbol.name}(StrEnum):", *members))


def _machines(contract: Contract, entity: Entity, speller: Speller) -> Iterator[str]:
    """For each value the values that may follow it."""
    for name in dict.fromkeys(each.field for each in entity.transitions):
        field = entity.get(name)
        if field is None:
            continue
        known = column(contract, entity, field)
        spelled = {
            each: f"{speller.use(known.enum)}.{member(str(each), known.values)}"
            if known.enum is not None
            else literal(each)
            for each in known.values
        }
        lines = []
        for source in known.values:
            after = [
                spelled[each]
                for each in known.values
                if any(
                    move.field == name and (move.source, move.target) == (source, each)
                    for move in entity.transitions
                )
            ]
            lines.append(f"    {spelled[source]}: {_set(after)},")
        typed = f": {_table_type(known.enum, speller)}" if "set()" in lines[0] else ""
        symbol = next_statuses(contract, entity, name)
        yield "\n".join((f"{symbol.name}{typed} = {{", *lines, "}"))


def _set(values: list[str]) -> str:
    return f"{{{', '.join(values)}}}" if values else "set()"


def _table_type(symbol: Symbol | None, speller: Speller) -> str:
    value = speller.use(symbol) if symbol is not None else "str"
    return f"dict[{value}, set[{value}]]"
