"""The classes of schemas, and what their attributes are called.

A schema that only comes in, or only goes out, is one class. One that does both is two, for what
comes in is bounded and may leave things out, while what goes out is complete.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from backwright.contract import names
from backwright.contract.model import Contract
from backwright.plan.memo import once
from backwright.plan.names import Symbol, attribute, enum, model, module
from backwright.plan.reserved import CLASSES
from backwright.plan.schema_homes import homes
from backwright.plan.schema_uses import uses
from backwright.shape import Property


@dataclass(frozen=True, slots=True)
class Attribute:
    """A property as an attribute of its schema's class."""

    name: str
    wire: str
    property: Property


def schema_class(contract: Contract, schema: str, *, body: bool = False) -> Symbol:
    """The class of a schema in answers, or, for a `body`, in requests."""
    return _classes(contract)[schema, body]


def attributes(contract: Contract, schema: str, *, body: bool = False) -> tuple[Attribute, ...]:
    """The attributes of that class, in the author's order.

    A body has none for what is read-only, an answer none for what is write-only.
    """
    taken: set[str] = set()
    found = []
    for own in contract.schema(schema).properties:
        if own.read_only if body else own.write_only:
            continue
        name = _free(attribute(own.name), taken)
        taken.add(name)
        found.append(Attribute(name, own.name, own))
    return tuple(found)


def class_names(contract: Contract) -> frozenset[str]:
    """Every class name that is given away: rows, enums, schemas and what modules import."""
    return frozenset(_taken(contract) | {each.name for each in _classes(contract).values()})


def _free(wanted: str, taken: set[str]) -> str:
    if wanted not in taken:
        return wanted
    return next(name for n in range(2, len(taken) + 3) if (name := f"{wanted}_{n}") not in taken)


@once
def _classes(contract: Contract) -> Mapping[tuple[str, bool], Symbol]:
    """(schema, whether it is a body) → class; one class twice where one is enough."""
    known, home = uses(contract), homes(contract)
    taken = _taken(contract)
    written = {each.name for each in contract.schemas}
    found: dict[tuple[str, bool], Symbol] = {}
    for schema in contract.schemas:
        place = module(home[schema.name], "schemas")
        comes, goes = schema.name in known.bodies, schema.name in known.answers
        shown = _name(schema.name, "Public" if goes else "Input", taken, written)
        found[schema.name, False] = Symbol(place, shown)
        if comes and goes:
            read = _name(f"{schema.name}Input", "Body", taken, written)
            found[schema.name, True] = Symbol(place, read)
        else:
            found[schema.name, True] = found[schema.name, False]
    return found


def _name(wanted: str, suffix: str, taken: set[str], written: set[str]) -> str:
    """The author's name, unless a row, an enum or something imported is called so."""
    plain = names.class_name(wanted) if not wanted.isidentifier() else wanted
    tries = (plain, f"{plain}{suffix}", *(f"{plain}{suffix}{n}" for n in range(2, 1000)))
    name = next(n for n in tries if n not in taken and (n == wanted or n not in written))
    taken.add(name)
    return name


def _taken(contract: Contract) -> set[str]:
    taken = set(CLASSES)
    for entity in contract.entities:
        taken.add(model(entity).name)
        for field in entity.fields:
            symbol = enum(contract, entity, field)
            if symbol is not None:
                taken.add(symbol.name)
    return taken
