"""What a route answers: rows, which the declared class reads, or an envelope around them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from backwright.contract.model import Contract
from backwright.contract.operations import Fill, Operation, Source
from backwright.emit.fastapi.module import Module
from backwright.emit.templates import literal
from backwright.plan.attributes import Attribute, attributes, schema_class
from backwright.plan.names import core, model
from backwright.shape import Kind, Shape


@dataclass(frozen=True, slots=True)
class Shown:
    """What the route has in its hands when it answers, as expressions."""

    rows: Mapping[str, str] = field(default_factory=dict)
    """Entity → its row, that of the operation itself included."""
    values: Mapping[Source, str] = field(default_factory=dict)
    """`Source.ROWS` → the rows of a list, `Source.TOTAL` → how many there are, and so on."""


@dataclass(frozen=True, slots=True)
class Answer:
    annotation: str
    """Of what the route returns: `Order`."""
    expression: str
    """Several lines if it is long; empty if there is nothing to answer."""
    model: str = ""
    """The class to answer in, where the annotation does not tell."""

    def lines(self, *before: str) -> tuple[str, ...]:
        """The statements that answer, after others."""
        if not self.expression:
            return before or ("return",)
        return (*before, *f"return {self.expression}".split("\n"))


def answer(contract: Contract, operation: Operation, shown: Shown, router: Module) -> Answer:
    """How the route answers, in the view that the contract declares."""
    shape = operation.result.shape
    if shape is None:
        return Answer("None", "")
    if shape.kind is Kind.ARRAY and shape.items is not None:
        return _rows(contract, shape.items, shown, router)
    view = contract.view(shape.ref) if shape.ref else None
    if view is None:
        return _plain(operation, shape)
    symbol = router.use(schema_class(contract, view.schema))
    if view.entity:
        row = _row(contract, operation, view.entity, shown)
        return Answer(router.use(model(contract.entity(view.entity))), row, symbol)
    return Answer(symbol, _made(contract, operation, shape, shown, router))


def _rows(contract: Contract, items: Shape, shown: Shown, router: Module) -> Answer:
    view = contract.view(items.ref) if items.ref else None
    if view is None or not view.entity:
        return Answer("list[str]", shown.values.get(Source.ROWS, "[]"))
    entity = router.use(model(contract.entity(view.entity)))
    shown_in = router.use(schema_class(contract, view.schema))
    return Answer(f"list[{entity}]", shown.values.get(Source.ROWS, "[]"), f"list[{shown_in}]")


def _plain(operation: Operation, shape: Shape) -> Answer:
    """An answer that nobody described: that it is done."""
    if shape.kind is Kind.BOOLEAN:
        return Answer("bool", "True")
    if shape.kind is Kind.STRING:
        return Answer("str", literal(operation.result.doc or "Done"))
    return Answer("dict[str, str]", "{}")


def _row(contract: Contract, operation: Operation, entity: str, shown: Shown) -> str:
    """A row of that entity: at hand, or one step away from the row of the operation."""
    if entity in shown.rows:
        return shown.rows[entity]
    for name, row in shown.rows.items():
        for each in contract.entity(name).relations:
            if each.entity == entity and not each.many:
                return f"{row}.{each.name}"
    raise ValueError(f"{operation.id} answers with a {entity} that it does not hold")


def _made(
    contract: Contract, operation: Operation, shape: Shape, shown: Shown, router: Module
) -> str:
    """A call of the schema's class, one argument a line."""
    view = contract.view(shape.ref)
    fills = {each.property: each for each in view.fills} if view is not None else {}
    envelope = _Envelope(contract, operation, shown, router)
    lines = []
    for each in attributes(contract, shape.ref):
        value = envelope.value(each, fills.get(each.wire)).replace("\n", "\n    ")
        lines.append(f"    {each.name}={value},")
    name = router.use(schema_class(contract, shape.ref))
    return f"{name}()" if not lines else "\n".join((f"{name}(", *lines, ")"))


@dataclass(frozen=True, slots=True)
class _Envelope:
    """An object around rows while its values are told."""

    contract: Contract
    operation: Operation
    shown: Shown
    router: Module

    def value(self, attribute: Attribute, fill: Fill | None) -> str:
        shape = attribute.property.shape
        if fill is None:
            return "None"
        if fill.source is Source.CONSTANT:
            return _constant(fill, shape)
        if fill.source is Source.KEY:
            return self.key(shape, fill.name or self.operation.entity)
        told = _TOLD.get(fill.source)
        found = told(self, shape) if told is not None else self.shown.values.get(fill.source)
        return found or "None"

    def nested(self, shape: Shape) -> str:
        return _made(self.contract, self.operation, shape, self.shown, self.router)

    def now(self, shape: Shape) -> str:
        moment = f"{self.router.use(core('db', 'utcnow'))}()"
        return f"{moment}.isoformat()" if shape.kind is Kind.STRING else moment

    def rows(self, shape: Shape) -> str:
        view = self.router.use(schema_class(self.contract, shape.items.ref if shape.items else ""))
        return f"[{view}.model_validate(each) for each in {self.shown.values[Source.ROWS]}]"

    def row(self, shape: Shape) -> str:
        view = self.contract.view(shape.ref)
        entity = view.entity if view is not None and view.entity else self.operation.entity
        row = _row(self.contract, self.operation, entity, self.shown)
        return f"{self.router.use(schema_class(self.contract, shape.ref))}.model_validate({row})"

    def key(self, shape: Shape, name: str) -> str:
        entity = self.contract.entity(name)
        row = _row(self.contract, self.operation, entity.name, self.shown)
        key = f"{row}.{entity.key.name}"
        return f"str({key})" if shape.kind is Kind.STRING is not entity.key.shape.kind else key


_TOLD: Final[Mapping[Source, Callable[[_Envelope, Shape], str]]] = {
    Source.NESTED: _Envelope.nested,
    Source.NOW: _Envelope.now,
    Source.ROWS: _Envelope.rows,
    Source.ROW: _Envelope.row,
}


def _constant(fill: Fill, shape: Shape) -> str:
    """An empty tuple stands for an empty object, too."""
    if fill.value == () and shape.kind in (Kind.MAP, Kind.OBJECT):
        return "{}"
    return literal(list(fill.value)) if isinstance(fill.value, tuple) else literal(fill.value)


def shows(contract: Contract, operation: Operation, entity: str) -> bool:
    """Whether the answer holds a row of that entity, or what is read from one."""
    return entity in _shown(contract, operation, operation.result.shape, ())


def _shown(
    contract: Contract, operation: Operation, shape: Shape | None, seen: tuple[str, ...]
) -> frozenset[str]:
    view = contract.view(shape.ref) if shape is not None and shape.ref else None
    if view is None or view.schema in seen:
        return frozenset()
    if view.entity:
        return frozenset((view.entity,))
    found: frozenset[str] = frozenset()
    for fill in view.fills:
        own = contract.schema(view.schema).get(fill.property)
        if fill.source is Source.KEY:
            found |= {fill.name or operation.entity}
        elif fill.source in (Source.ROW, Source.NESTED) and own is not None:
            inner = _shown(contract, operation, own.shape, (*seen, view.schema))
            found |= inner or ({operation.entity} if fill.source is Source.ROW else set())
    return found
