"""The types of properties in schema classes: what bodies are held to, what answers are made of."""

from dataclasses import dataclass, replace
from functools import reduce
from typing import Final

from backwright.contract.entities import Entity, Field
from backwright.contract.model import Contract
from backwright.emit.fastapi.value_text import Speller, annotation
from backwright.emit.templates import literal
from backwright.plan.attributes import attributes, schema_class
from backwright.plan.columns import as_held, stored_shape
from backwright.plan.names import Symbol, core, enum
from backwright.plan.value_types import value_type
from backwright.plan.values import value
from backwright.shape import Kind, Shape

_JSON: Final = Symbol("pydantic", "JsonValue")
_PLAIN: Final = {
    Kind.UUID: "UUID", Kind.DATETIME: "datetime", Kind.DATE: "date", Kind.TIME: "time",
    Kind.STRING: "str", Kind.INTEGER: "int", Kind.NUMBER: "float", Kind.BOOLEAN: "bool",
    Kind.DECIMAL: "Decimal",
}  # fmt: skip
_TELLS_ITSELF: Final = (Kind.UUID, Kind.DATETIME, Kind.DATE, Kind.TIME, Kind.DECIMAL)
"""Kinds of columns that JSON shows as text by themselves."""


def either(told: str, other: str) -> str:
    """A union; a class that stands further below is named in quotes, and with it all the rest."""
    if told.startswith('"') or other.startswith('"'):
        return f'"{told.strip(chr(34))} | {other.strip(chr(34))}"'
    return f"{told} | {other}"


@dataclass(frozen=True, slots=True)
class Stored:
    """The column that a property goes into or comes from."""

    entity: Entity
    field: Field


@dataclass(frozen=True, slots=True)
class Types:
    """Spells types in one class."""

    contract: Contract
    speller: Speller
    form: bool = False
    """Everything comes as text."""
    multipart: bool = False

    def sent(self, shape: Shape, stored: Stored | None = None) -> str:
        """What a body may hold, with all its bounds, but for null."""
        if stored is not None:
            shape = as_held(shape, stored_shape(self.contract, stored.entity, stored.field))
            named = self._named(shape, stored)
            if named:
                return named
        if shape.values:
            return self.one_of(shape)
        if shape.kind is Kind.ARRAY:
            inner = self.nullable(self.sent(shape.items), shape.items) if shape.items else self._any
            return self._bounded(f"{self.speller.base('list')}[{inner}]", shape)
        if shape.kind is Kind.BINARY:
            return self.speller.use(Symbol("fastapi", "UploadFile")) if self.multipart else "bytes"
        return self._composed(shape, body=True) or self._scalar(shape, stored)

    def shown(self, shape: Shape, stored: Stored | None = None) -> str:
        """What an answer holds, but for null."""
        if stored is not None:
            kept = self._kept(shape, stored)
            if kept:
                return kept
        if shape.values:
            return self.one_of(shape)
        if shape.kind is Kind.ARRAY:
            inner = (
                self.nullable(self.shown(shape.items), shape.items) if shape.items else self._any
            )
            return f"{self.speller.base('list')}[{inner}]"
        if shape.kind is Kind.BINARY:
            return "bytes"
        if shape.kind is Kind.DECIMAL and shape.format != "decimal":
            return self.speller.base("Number")
        return self._composed(shape, body=False) or self.speller.base(_PLAIN.get(shape.kind, "str"))

    def nullable(self, told: str, shape: Shape) -> str:
        missing = shape.nullable and told != self._any and not told.endswith(("| None", '| None"'))
        return either(told, "None") if missing else told

    def after(self, told: str, step: str) -> str:
        """The type of what that function of `app.core.values` makes of what was sent."""
        into = self.speller.use(Symbol("typing", "Annotated"))
        done = self.speller.use(core("values", step))
        return f"{into}[{told}, {self.speller.pydantic('BeforeValidator')}({done})]"

    def one_of(self, shape: Shape) -> str:
        """Allowed values; Python's Literal has no fractions."""
        listed = [each for each in shape.values if each is not None]
        if not listed or not all(isinstance(each, str | int) for each in listed):
            return self.speller.base(_PLAIN.get(shape.kind, "str"))
        told = ", ".join(literal(each) for each in listed)
        return f"{self.speller.use(Symbol('typing', 'Literal'))}[{told}]"

    @property
    def _any(self) -> str:
        return self.speller.use(_JSON)

    def _named(self, shape: Shape, stored: Stored) -> str:
        """The enum or the value type of the column, where it says the same."""
        symbol = enum(self.contract, stored.entity, stored.field)
        if symbol is not None:
            same = set(shape.values) == set(stored.field.shape.values)
            return self.speller.use(symbol) if same or not shape.values else ""
        known = value_type(self.contract, stored.entity, stored.field)
        own = value(replace(shape, nullable=False), normalise=stored.field.normalise)
        if known is not None and not self.form and not shape.values and known.value.same(own):
            return self.speller.use(known.symbol)
        return ""

    def _scalar(self, shape: Shape, stored: Stored | None) -> str:
        normalise = stored.field.normalise if stored is not None else ()
        held = replace(shape, nullable=False)
        if stored is not None:
            kind = stored_shape(self.contract, stored.entity, stored.field).kind
            if kind in (*_TELLS_ITSELF, Kind.INTEGER) and shape.kind is Kind.STRING:
                # A contract calls everything text; what the column holds is decided there.
                held = replace(held, kind=kind, format="", pattern="", values=())
        return annotation(
            self.speller,
            value(held, normalise=normalise, strict=not self.form, stored=stored is not None),
        )

    def _kept(self, shape: Shape, stored: Stored) -> str:
        """What rows hold where the author calls it otherwise."""
        column = stored_shape(self.contract, stored.entity, stored.field)
        symbol = enum(self.contract, stored.entity, stored.field)
        if symbol is not None and not stored.field.references:
            same = set(column.values) <= set(shape.values) or not shape.values
            return self.speller.use(symbol) if same else self.speller.base("str")
        if column.kind is shape.kind or shape.kind not in _PLAIN or column.kind not in _PLAIN:
            return "" if set(column.values) == set(shape.values) else self._loose(shape, column)
        if column.kind is Kind.DECIMAL:
            wanted = "str" if shape.kind is Kind.STRING else "Number"
            return self.speller.base("Decimal" if wanted == "str" else wanted)
        if shape.kind is Kind.STRING and column.kind not in _TELLS_ITSELF:
            into = self.speller.use(Symbol("typing", "Annotated"))
            step = self.speller.use(Symbol("pydantic", "BeforeValidator"))
            text = self.speller.base("str")
            return f"{into}[{text}, {step}({text})]"
        return self.speller.base(_PLAIN[column.kind])

    def _loose(self, shape: Shape, column: Shape) -> str:
        """Values that no column holds to: rows of before may have others."""
        if shape.values and not column.values and column.kind in _PLAIN:
            return self.speller.base(_PLAIN[column.kind])
        return ""

    def _composed(self, shape: Shape, *, body: bool) -> str:
        if shape.ref:
            symbol = schema_class(self.contract, shape.ref, body=body)
            told = self.speller.use(symbol)
            below = symbol.module == self.speller.module.name
            return f'"{told}"' if below and not self.speller.module.has(symbol.name) else told
        if shape.kind in (Kind.MAP, Kind.OBJECT):
            spell = self.sent if body else self.shown
            inner = self.nullable(spell(shape.items), shape.items) if shape.items else self._any
            return f"{self.speller.base('dict')}[{self.speller.base('str')}, {inner}]"
        if shape.kind is Kind.UNION:
            return self._union(shape, body=body)
        return self._any if shape.kind in (Kind.ANY, Kind.NULL) else ""

    def _union(self, shape: Shape, *, body: bool) -> str:
        told = self.sent if body else self.shown
        options = [each for each in shape.options if each.kind is not Kind.NULL]
        parts = list(dict.fromkeys(told(each) for each in options))
        if not parts or self._any in parts:
            return self._any
        text = reduce(either, parts)
        told_apart = self._told_apart(shape, options, body=body) if len(parts) > 1 else ""
        if told_apart:
            into = self.speller.use(Symbol("typing", "Annotated"))
            named = f"discriminator={literal(told_apart)}"
            text = f"{into}[{text}, {self.speller.pydantic('Field')}({named})]"
        return either(text, "None") if len(options) < len(shape.options) else text

    def _told_apart(self, shape: Shape, options: list[Shape], *, body: bool) -> str:
        """The attribute whose value names the one class that is meant; empty if none does."""
        known = {each.name for each in self.contract.schemas}
        if not shape.discriminator or not all(each.ref in known for each in options):
            return ""
        names: set[str] = set()
        values: list[object] = []
        for each in options:
            for own in attributes(self.contract, each.ref, body=body):
                if own.wire == shape.discriminator and own.property.required:
                    names.add(own.name)
                    values += own.property.shape.values or (None,)
        apart = len(set(values)) == len(values) >= len(options) and None not in values
        told = all(isinstance(each, str) for each in values) and len(names) == 1
        return names.pop() if apart and told else ""

    def _bounded(self, told: str, shape: Shape) -> str:
        named = (("min_length", shape.min_items), ("max_length", shape.max_items))
        limits = [f"{name}={count}" for name, count in named if count is not None]
        parts = [f"{self.speller.pydantic('Field')}({', '.join(limits)})"] if limits else []
        if shape.unique_items:
            step = self.speller.pydantic("AfterValidator")
            parts.append(f"{step}({self.speller.use(core('values', 'distinct'))})")
        if not parts:
            return told
        return f"{self.speller.use(Symbol('typing', 'Annotated'))}[{told}, {', '.join(parts)}]"
