"""Small builders of facts, as readers would give them."""

from collections.abc import Iterable
from dataclasses import replace

from backwright.contract.bind import bind
from backwright.contract.bound import Answers, Bound
from backwright.contract.model import Contract
from backwright.contract.operations import Operation
from backwright.read.facts import (
    BodyFact,
    EntityFact,
    Facts,
    FieldFact,
    OperationFact,
    ParameterFact,
    ParameterPlace,
    ResponseFact,
    SentenceFact,
    SentenceKind,
    Statement,
    StatementKind,
)
from backwright.review import review
from backwright.shape import ABSENT, Absent, Kind, Literal, Property, Schema, Shape
from backwright.source import Span

MODEL = "specs/001-x/data-model.md"
API = "specs/001-x/contracts/api.yaml"
SPEC = "specs/001-x/spec.md"
STRING, UUID, INTEGER = Shape(Kind.STRING), Shape(Kind.UUID), Shape(Kind.INTEGER)
BOOLEAN, TIME = Shape(Kind.BOOLEAN), Shape(Kind.DATETIME)


def an_enum(*values: str) -> Shape:
    return Shape(Kind.STRING, values=values)


def a_field(
    entity: str, name: str, shape: Shape = STRING, line: int = 10, **rest: object
) -> FieldFact:
    span = Span(MODEL, line)
    return FieldFact(entity, name, shape, span, f"{MODEL}:{line}", **rest)  # type: ignore[arg-type]


def an_entity(name: str, *fields: FieldFact, **rest: object) -> EntityFact:
    keyed = any(each.primary_key for each in fields)
    own = () if keyed else (a_field(name, "id", UUID, 9, primary_key=True),)
    span = Span(MODEL, 5)
    return EntityFact(name, span, f"{MODEL}:5", fields=(*own, *fields), **rest)  # type: ignore[arg-type]


def a_property(
    name: str, shape: Shape = STRING, required: bool = True, default: Literal | Absent = ABSENT,
    line: int = 40, **rest: object,
) -> Property:  # fmt: skip
    return Property(name, shape, required, default, span=Span(API, line), **rest)  # type: ignore[arg-type]


def a_schema(name: str, *properties: Property) -> Schema:
    return Schema(name, properties, span=Span(API, 39))


def a_ref(name: str) -> Shape:
    return Shape(Kind.OBJECT, ref=name)


def many(name: str) -> Shape:
    return Shape(Kind.ARRAY, items=a_ref(name))


def in_path(name: str, shape: Shape = UUID) -> ParameterFact:
    return ParameterFact(ParameterPlace.PATH, a_property(name, shape), f"{API}:{name}")


def in_query(name: str, shape: Shape = STRING, **rest: object) -> ParameterFact:
    own = a_property(name, shape, required=False, **rest)  # type: ignore[arg-type]
    return ParameterFact(ParameterPlace.QUERY, own, f"{API}:{name}")


def answers(status: int, shape: Shape | None = None, description: str = "Done") -> ResponseFact:
    kind = "application/json" if shape is not None else ""
    span = Span(API, 30, end_line=status)
    return ResponseFact(status, description, shape, kind, span, f"{API}:{status}")


def an_operation(
    place: str, *responses: ResponseFact, body: str = "", parameters: Iterable[ParameterFact] = (),
    **rest: object,
) -> OperationFact:  # fmt: skip
    method, path = place.split()
    taken = BodyFact(a_ref(body), "application/json", True, Span(API, 25)) if body else None
    return OperationFact(
        method, path, Span(API, 20), f"{API}:{place}", parameters=tuple(parameters), body=taken,
        responses=responses, **rest,  # type: ignore[arg-type]
    )  # fmt: skip


def says(
    kind: SentenceKind, statement: str = "FR-001", line: int = 1, **rest: object
) -> SentenceFact:
    return SentenceFact(kind, statement, Span(SPEC, line), "test", **rest)  # type: ignore[arg-type]


def a_requirement(name: str, text: str, line: int = 1) -> Statement:
    return Statement(name, StatementKind.REQUIREMENT, text, Span(SPEC, line), "specs/001-x")


def tasks() -> Facts:
    """Create, list, read, change, delete: the simplest API there is, with a data model."""
    shown = (a_property("id", UUID), a_property("title"), a_property("done", BOOLEAN))
    key = (in_path("task_id"),)
    return Facts(
        entities=(
            an_entity(
                "Task",
                a_field("Task", "title", Shape(Kind.STRING, max_length=200), 11, required=True),
                a_field("Task", "done", BOOLEAN, 12, default=False),
            ),
        ),
        schemas=(
            a_schema("TaskCreate", a_property("title", Shape(Kind.STRING, min_length=1))),
            a_schema("TaskUpdate", a_property("title", required=False)),
            a_schema("Task", *shown),
        ),
        operations=(
            an_operation("GET /tasks", answers(200, many("Task"))),
            an_operation("POST /tasks", answers(201, a_ref("Task")), body="TaskCreate"),
            an_operation("GET /tasks/{task_id}", answers(200, a_ref("Task")), parameters=key),
            an_operation(
                "PUT /tasks/{task_id}", answers(200, a_ref("Task")), body="TaskUpdate",
                parameters=key,
            ),
            an_operation("DELETE /tasks/{task_id}", answers(204), parameters=key),
        ),
    )  # fmt: skip


def owned_tasks(**rest: object) -> Facts:
    """The same, with an owner column and declared credentials."""
    facts = tasks() + Facts(entities=(an_entity("Task", a_field("Task", "user_id", STRING, 13)),))
    return replace(
        facts, operations=tuple(replace(each, security=True) for each in facts.operations), **rest
    )


def bound(facts: Facts, **given: str) -> Bound:
    options = {name.replace("__", "/"): option for name, option in given.items()}
    return review(bind({"specs/001-x": facts}, Answers(given=options)))


def contract(facts: Facts, **given: str) -> Contract:
    return bound(facts, **given).contract


def operation(found: Contract, place: str) -> Operation:
    method, path = place.split()
    return next(each for each in found.operations if (each.method, each.path) == (method, path))
