"""Short words for the parts of contracts that are written by hand."""

from dataclasses import replace

from backwright.contract.entities import Auto, Field
from backwright.contract.model import Contract, Origin, OriginKind
from backwright.contract.operations import (
    Assign,
    AssignKind,
    Body,
    Fill,
    Lookup,
    Parameter,
    ParameterUse,
    Result,
    Source,
    View,
)
from backwright.contract.origins import every_aspect
from backwright.shape import ABSENT, Absent, Kind, Literal, Property, Schema, Shape
from backwright.source import Span

UUID = Shape(Kind.UUID)
TEXT = Shape(Kind.STRING)
NUMBER = Shape(Kind.INTEGER)
TIME = Shape(Kind.DATETIME)
FLAG = Shape(Kind.BOOLEAN)
JSON = "application/json"


def text(least: int | None, most: int | None, pattern: str = "") -> Shape:
    return Shape(Kind.STRING, min_length=least, max_length=most, pattern=pattern)


def whole(least: int, most: int) -> Shape:
    return Shape(Kind.INTEGER, minimum=least, maximum=most)


def one_of(name: str, *values: str) -> Shape:
    return Shape(Kind.STRING, values=values, values_name=name)


def maybe(shape: Shape) -> Shape:
    return replace(shape, nullable=True)


def an(schema: str) -> Shape:
    return Shape(Kind.OBJECT, ref=schema)


def many(schema: str) -> Shape:
    return Shape(Kind.ARRAY, items=an(schema))


def key() -> Field:
    return Field("id", UUID, required=True, auto=Auto.ID)


def created() -> Field:
    return Field("created_at", TIME, required=True, auto=Auto.CREATED)


def updated() -> Field:
    return Field("updated_at", TIME, required=True, auto=Auto.UPDATED)


def needs(name: str, shape: Shape, example: Literal | Absent = ABSENT) -> Property:
    return Property(name, shape, required=True, example=example)


def takes(name: str, shape: Shape, example: Literal | Absent = ABSENT) -> Property:
    return Property(name, shape, required=False, example=example)


def schema(name: str, *properties: Property) -> Schema:
    return Schema(name, properties)


def shows(name: str, entity: str, *properties: str, **others: tuple[Source, str]) -> View:
    """Columns by their names; anything else as `lines=(Source.RELATION, "lines")`."""
    fills = [Fill(each, Source.COLUMN, each) for each in properties]
    fills += [Fill(each, source, found) for each, (source, found) in others.items()]
    return View(name, entity, tuple(fills))


def page_of(name: str) -> View:
    """`items`, `total`, `page`, `size`."""
    return View(
        name,
        "",
        (
            Fill("items", Source.ROWS),
            Fill("total", Source.TOTAL),
            Fill("page", Source.PAGE),
            Fill("size", Source.SIZE),
        ),
    )


def columns(*names: str) -> tuple[Assign, ...]:
    return tuple(Assign(each, AssignKind.COLUMN, each) for each in names)


def body(name: str, content_type: str = JSON) -> Body:
    return Body(an(name), content_type, required=True)


def answers(status: int, shape: Shape | None = None, doc: str = "Done") -> Result:
    return Result(status, shape, JSON, doc)


def by_id(name: str, shape: Shape = UUID) -> Parameter:
    return Parameter(name, name, "path", shape, required=True, use=ParameterUse.KEY)


def query(
    name: str,
    use: ParameterUse,
    shape: Shape,
    default: Literal | Absent = ABSENT,
    *columns: str,
    operator: str = "==",
) -> Parameter:
    return Parameter(
        name, name, "query", shape, False, use, default, columns=columns, operator=operator
    )


def finds(parameter: str, entity: str, through: str = "") -> Lookup:
    return Lookup(parameter, entity, "id", through)


def with_origins(contract: Contract, feature: str) -> Contract:
    """One origin for every aspect: these contracts were written by hand, none was read."""
    origin = Origin(OriginKind.SPAN, "FR-001", Span(f"{feature}/spec.md", 1))
    return replace(contract, origins=dict.fromkeys(every_aspect(contract), (origin,)))
