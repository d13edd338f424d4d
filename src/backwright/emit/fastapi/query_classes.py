"""Classes of what a list is asked with: pages within bounds, orders by name, filters as typed."""

from dataclasses import replace
from typing import Final

from backwright.contract.model import Contract
from backwright.contract.operations import Operation, Parameter, ParameterUse, Purpose
from backwright.emit.fastapi import parameters
from backwright.emit.fastapi.module import Module
from backwright.emit.fastapi.value_text import Speller, annotation
from backwright.emit.templates import literal
from backwright.plan.columns import INT32, as_held, stored_shape
from backwright.plan.lists import direction_parameter, orders, sort_parameter
from backwright.plan.names import Symbol, core, enum
from backwright.plan.queries import query_class, query_parameters
from backwright.plan.values import value
from backwright.shape import ABSENT, Kind, Shape

_LARGEST_PAGE: Final = 10_000
_LONGEST: Final = 200
"""Of a search whose author gave no bound: longer ones only cost time."""
_COUNTS: Final = {
    ParameterUse.PAGE, ParameterUse.SIZE, ParameterUse.OFFSET, ParameterUse.LIMIT,
}  # fmt: skip


def query_model(contract: Contract, operation: Operation, into: Module) -> str:
    """The class of an operation's query; empty if it has none."""
    symbol = query_class(contract, operation)
    if symbol is None:
        return ""
    found = query_parameters(operation)
    speller = Speller(into).inside(*(each.name for each in found))
    lines = [f"    {_attribute(contract, operation, each, speller)}" for each in found]
    config = ""
    if any(each.name != each.wire for each in found):
        named = into.use(Symbol("pydantic", "ConfigDict"))
        config = f"    model_config = {named}(populate_by_name=True)\n\n"
    body = "\n".join(lines)
    return f"class {symbol.name}({into.use(Symbol('pydantic', 'BaseModel'))}):\n{config}{body}"


def _attribute(contract: Contract, operation: Operation, own: Parameter, speller: Speller) -> str:
    if own.use in _COUNTS:
        told, default, bounds = "int", *_counted(operation, own)
        speller.base("int")
    else:
        told, default = _told(contract, operation, own, speller)
        bounds = []
    extras = [*([f"default={default}"] if default else []), *bounds]
    if own.name != own.wire:
        extras.append(f"alias={literal(own.wire)}")
    if extras in ([], [f"default={default}"]):
        return f"{own.name}: {told}{f' = {default}' if default else ''}"
    return f"{own.name}: {told} = {speller.pydantic('Field')}({', '.join(extras)})"


def _counted(operation: Operation, own: Parameter) -> tuple[str, list[str]]:
    """Default and bounds of a number of rows or of a page."""
    page = operation.page
    least, most = own.shape.minimum, own.shape.maximum
    if own.use in (ParameterUse.SIZE, ParameterUse.LIMIT):
        size, largest = (page.size, page.maximum) if page is not None else (50, 100)
        return str(size), [f"ge={int(least) if least else 1}", f"le={largest}"]
    if own.use is ParameterUse.PAGE:
        first = page.first if page is not None else 1
        bound = min(int(most), _LARGEST_PAGE) if most is not None else _LARGEST_PAGE
        return str(first), [f"ge={first}", f"le={bound:_}"]
    bound = min(int(most), INT32) if most is not None else 1_000_000
    return "0", ["ge=0", f"le={bound:_}"]


def _told(
    contract: Contract, operation: Operation, own: Parameter, speller: Speller
) -> tuple[str, str]:
    """The annotation and the default; no default where it has to be given."""
    sort = sort_parameter(contract, operation) if operation.page is not None else None
    if own is sort:
        values = [each.value for each in orders(contract, operation)]
        chosen = own.default if own.default in values else values[0]
        return _one_of(values, speller), literal(chosen)
    if operation.page is not None and own is direction_parameter(operation):
        descending = orders(contract, operation)[0].descending
        usual = own.default if own.default in ("asc", "desc") else None
        return _one_of(["asc", "desc"], speller), literal(
            usual or ("desc" if descending else "asc")
        )
    told = _narrowing(contract, operation, own, speller)
    if own.required:
        return told, ""
    given = own.default
    same = own.shape.kind in (Kind.STRING, Kind.INTEGER, Kind.NUMBER, Kind.BOOLEAN)
    written = given is not ABSENT and isinstance(given, bool | int | float | str)
    # A list goes to its hook as soon as such a parameter is given: it has no default there.
    custom = own.use is ParameterUse.CUSTOM and operation.purpose is Purpose.CUSTOM
    if same and written and (own.use is ParameterUse.FILTER or custom):
        return told, literal(given)
    return f"{told} | None", "None"


def _narrowing(contract: Contract, operation: Operation, own: Parameter, speller: Speller) -> str:
    shape = _shape(contract, operation, own)
    if own.meanings:
        words = [word for word, _ in own.meanings]
        listed = own.shape.values or ()
        words += [str(each) for each in listed if each is not None and each not in words]
        return _one_of(words, speller)
    if own.separated:
        inner = _known(contract, operation, own, replace(shape, kind=_inner(shape)), speller)
        step = speller.use(core("values", "separated"))
        before = speller.pydantic("BeforeValidator")
        into = speller.use(Symbol("typing", "Annotated"))
        return f"{into}[list[{inner}], {before}({step})]"
    if own.use is ParameterUse.SEARCH and shape.kind is Kind.STRING and shape.max_length is None:
        shape = replace(shape, max_length=_LONGEST)
    return _known(contract, operation, own, shape, speller)


def _inner(shape: Shape) -> Kind:
    return shape.items.kind if shape.items is not None else shape.kind


def _known(
    contract: Contract, operation: Operation, own: Parameter, shape: Shape, speller: Speller
) -> str:
    """The enum of the column, where the filter's values are its values."""
    if own.use is ParameterUse.FILTER and operation.entity and len(own.columns) == 1:
        entity = contract.entity(operation.entity)
        field = entity.get(own.columns[0])
        symbol = enum(contract, entity, field) if field is not None else None
        exact = own.operator in ("==", "!=", "in")
        if field is not None and symbol is not None and exact and _same(shape, field.shape):
            return speller.use(symbol)
    if shape.values or shape.kind is Kind.ARRAY:
        return parameters.read_type(shape, speller.module)
    return annotation(speller, value(replace(shape, nullable=False), strict=False))


def _shape(contract: Contract, operation: Operation, own: Parameter) -> Shape:
    """Read as the column holds it, whatever kind of text the author calls it."""
    if own.use is not ParameterUse.FILTER or own.operator == "is_null" or len(own.columns) != 1:
        return own.shape
    entity = contract.entity(operation.entity)
    before, _, last = own.columns[0].rpartition(".")
    for each in entity.relations:
        if each.name == before:
            entity = contract.entity(each.entity)
    field = entity.get(last)
    if field is None:
        return own.shape
    stored = stored_shape(contract, entity, field)
    exact = (Kind.UUID, Kind.INTEGER, Kind.DATETIME, Kind.DATE, Kind.DECIMAL, Kind.BOOLEAN)
    if own.shape.kind is Kind.STRING and stored.kind in exact and not own.shape.values:
        return replace(stored, nullable=False)
    return as_held(own.shape, stored)


def _same(asked: Shape, stored: Shape) -> bool:
    return not asked.values or set(asked.values) == set(stored.values)


def _one_of(values: list[str], speller: Speller) -> str:
    told = ", ".join(literal(each) for each in values)
    return f"{speller.use(Symbol('typing', 'Literal'))}[{told}]"
