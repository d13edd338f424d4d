"""Classes of answers: read from rows by their attributes, or made by whoever answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from backwright.contract.entities import Entity, Relation
from backwright.contract.model import Contract
from backwright.contract.operations import Fill, Source
from backwright.emit.fastapi.module import Module, docstring
from backwright.emit.fastapi.schema_types import Stored, Types, either
from backwright.emit.fastapi.value_text import Speller
from backwright.emit.templates import literal
from backwright.plan.attributes import Attribute, attributes, schema_class
from backwright.plan.finder_loads import relation
from backwright.plan.names import Symbol, core
from backwright.plan.schema_uses import reached, uses
from backwright.shape import Kind, Shape

_READ: Final = (Source.COLUMN, Source.DERIVED, Source.RELATION)


@dataclass(frozen=True, slots=True)
class Read:
    """Where an attribute comes from, as the row calls it."""

    path: tuple[str, ...]
    stored: Stored | None = None
    optional: bool = False
    """The row may have nothing there."""
    each: str = ""
    """Of every row of a collection: the value that is taken of it."""


def answer_class(contract: Contract, schema: str, into: Module) -> str:
    """The class that shows a schema."""
    found = attributes(contract, schema)
    view = contract.view(schema)
    fills = {each.property: each for each in view.fills} if view is not None else {}
    entity = contract.entity(view.entity) if view is not None and view.entity else None
    types = Types(contract, Speller(into).inside(*(each.name for each in found)))
    lines = [_attribute(contract, each, fills.get(each.wire), entity, types) for each in found]
    name = schema_class(contract, schema).name
    said = contract.schema(schema).description
    head = [*([docstring(said, 4)] if said else []), *_config(found, fills, entity, into)]
    body = "\n".join([*head, *(f"    {line}" for line in lines)])
    if not body:
        body = docstring("Nothing but that it is done.", 4)
    return f"class {name}({into.use(Symbol('pydantic', 'BaseModel'))}):\n{body}"


def left_out(contract: Contract, schema: str, wire: str) -> bool:
    """Whether an answer may lack a property: its author lets it be absent, but never null."""
    own = contract.schema(schema).get(wire)
    view = contract.view(schema)
    if own is None or own.required or own.shape.nullable:
        return False
    fill = next((each for each in view.fills if each.property == wire), None) if view else None
    entity = contract.entity(view.entity) if view is not None and view.entity else None
    if fill is not None and fill.source is Source.CONSTANT:
        return False
    read = _read(contract, Attribute(wire, wire, own), fill, entity)
    return read.optional or not read.path


def is_shown(contract: Contract, schema: str) -> bool:
    refused = Shape(Kind.OBJECT, ref=contract.policies.errors.schema)
    return schema in uses(contract).answers or schema in reached(contract, refused)


def _config(
    found: tuple[Attribute, ...], fills: dict[str, Fill], entity: Entity | None, into: Module
) -> Iterator[str]:
    told = ["from_attributes=True"] if entity is not None else []
    if any(_moved(each, fills.get(each.wire), entity) for each in found):
        told.append("populate_by_name=True")
    if told:
        named = into.use(Symbol("pydantic", "ConfigDict"))
        yield f"    model_config = {named}({', '.join(told)})\n"


def _moved(own: Attribute, fill: Fill | None, entity: Entity | None) -> bool:
    """Whether the row calls it otherwise."""
    if fill is None or entity is None or fill.source not in _READ:
        return False
    return fill.name not in ("", own.name)


def _attribute(
    contract: Contract, own: Attribute, fill: Fill | None, entity: Entity | None, types: Types
) -> str:
    if fill is not None and fill.source is Source.CONSTANT and entity is not None:
        return _constant(own, fill, types)
    read = _read(contract, own, fill, entity)
    told = types.shown(own.property.shape, read.stored)
    if read.each:
        told = _each(types, told, read.each)
    told, default = _absent(own, read, told, types, from_row=entity is not None)
    return f"{own.name}: {told}{_field(own, read, default, types)}"


def _absent(
    own: Attribute, read: Read, told: str, types: Types, *, from_row: bool
) -> tuple[str, str]:
    """A value that is not there is null where the author allows it, and left out otherwise."""
    given = own.property
    may_lack = read.optional or not read.path
    if given.shape.nullable:
        default = "None" if len(read.path) > 1 or (from_row and not read.path) else ""
        return _or_none(told), default
    if not may_lack:
        return told, ""
    if given.required:
        lacks = read.optional or (from_row and not read.path)
        default = "None" if lacks and (len(read.path) > 1 or not read.path) else ""
        return (_or_none(told), default) if lacks else (told, "")
    missing = types.speller.use(Symbol("pydantic", "MISSING"))
    told = either(told, missing)
    if read.path:
        step = types.speller.use(core("values", "or_missing"))
        before = types.speller.pydantic("BeforeValidator")
        told = f"{types.speller.use(Symbol('typing', 'Annotated'))}[{told}, {before}({step})]"
    return told, "MISSING"


def _or_none(told: str) -> str:
    return told if told.endswith(("| None", '| None"')) else either(told, "None")


def _field(own: Attribute, read: Read, default: str, types: Types) -> str:
    told = [f"default={default}"] if default else []
    if len(read.path) > 1:
        path = ", ".join(literal(each) for each in read.path)
        told.append(
            f"validation_alias={types.speller.use(Symbol('pydantic', 'AliasPath'))}({path})"
        )
    elif read.path and read.path[0] != own.name:
        told.append(f"validation_alias={literal(read.path[0])}")
    if own.name != own.wire:
        told.append(f"serialization_alias={literal(own.wire)}")
    if not told:
        return ""
    if told == [f"default={default}"]:
        return f" = {default}"
    return f" = {types.speller.pydantic('Field')}({', '.join(told)})"


def _constant(own: Attribute, fill: Fill, types: Types) -> str:
    value = list(fill.value) if isinstance(fill.value, tuple) else fill.value
    told = types.nullable(types.shown(own.property.shape), own.property.shape)
    if value is None:
        told = _or_none(told)
    field = _field(own, Read((own.name,)), literal(value), types)
    return f"{own.name}: {told}{field}"


def _read(contract: Contract, own: Attribute, fill: Fill | None, entity: Entity | None) -> Read:
    if fill is None or entity is None or fill.source not in _READ:
        return Read(())
    if fill.source is Source.COLUMN:
        field = entity.get(fill.name)
        if field is None:
            return Read(())
        return Read((fill.name,), Stored(entity, field), optional=not field.required)
    if fill.source is Source.DERIVED:
        return Read((fill.name,))
    return _related(contract, own, fill.name, entity)


def _related(contract: Contract, own: Attribute, name: str, entity: Entity) -> Read:
    first, _, last = name.partition(".")
    step = relation(entity, first)
    if step is None:
        return Read(())
    other = contract.entity(step.entity)
    if step.many:
        plain = own.property.shape.items is not None and not own.property.shape.items.ref
        value = last or (other.key.name if plain else "")
        return Read((first,), each=value)
    optional = _may_lack(entity, step)
    if not last:
        return Read((first,), optional=optional)
    field = other.get(last)
    stored = Stored(other, field) if field is not None else None
    empty = optional or field is None or not field.required
    return Read((first, last), stored, optional=empty)


def _may_lack(entity: Entity, step: Relation) -> bool:
    """Whether a single relation may lead nowhere."""
    held = entity.get(step.column)
    return held is None or not held.required


def _each(types: Types, told: str, value: str) -> str:
    """One value of every related row."""
    before = types.speller.pydantic("BeforeValidator")
    taken = types.speller.use(core("values", "each"))
    into = types.speller.use(Symbol("typing", "Annotated"))
    return f"{into}[{told}, {before}({taken}({literal(value)}))]"
