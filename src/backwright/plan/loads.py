"""Which relations of a row an answer reads, so that whoever finds the row loads them."""

from backwright.contract.entities import DerivedKind
from backwright.contract.model import Contract
from backwright.contract.operations import Fill, Source
from backwright.shape import Shape


def loads(contract: Contract, schema: str) -> tuple[str, ...]:
    """Paths of relations such as `lines` and `lines.product`, the shorter ones first."""
    found = dict.fromkeys(_loads(contract, schema, ()))
    return tuple(sorted(found, key=lambda path: path.count(".")))


def answered_schema(shape: Shape | None) -> str:
    """The schema of an object, or of each object in an array."""
    while shape is not None and not shape.ref:
        shape = shape.items or (shape.options[0] if shape.options else None)
    return shape.ref if shape is not None else ""


def _loads(contract: Contract, schema: str, seen: tuple[str, ...]) -> list[str]:
    view = contract.view(schema)
    if view is None or not view.entity or schema in seen:
        return []
    found: list[str] = []
    for fill in view.fills:
        own = contract.schema(schema).get(fill.property)
        inner = answered_schema(own.shape) if own is not None else ""
        found += _of_fill(contract, view.entity, fill, inner, (*seen, schema))
    return found


def _of_fill(
    contract: Contract, entity: str, fill: Fill, inner: str, seen: tuple[str, ...]
) -> list[str]:
    if fill.source is Source.NESTED:
        return _loads(contract, inner, seen)
    if fill.source is Source.DERIVED:
        derived = next((e for e in contract.entity(entity).derived if e.name == fill.name), None)
        counts = derived is not None and derived.kind in (DerivedKind.COUNT, DerivedKind.SUM)
        return [derived.relation] if derived is not None and counts else []
    if fill.source is not Source.RELATION:
        return []
    relation = fill.name.partition(".")[0]
    deeper = _loads(contract, inner, seen) if inner and "." not in fill.name else []
    return [relation, *(f"{relation}.{each}" for each in deeper)]
