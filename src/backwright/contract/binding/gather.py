"""Schemas with one name each, and operations that speak of them by it."""

from collections.abc import Mapping
from dataclasses import replace

from backwright.contract.binding.drafts import OperationDraft
from backwright.contract.binding.workbench import Workbench
from backwright.contract.names import class_name, identifier, pascal, snake, words
from backwright.diagnostics import binding as diagnostics
from backwright.read.facts import BodyFact, Facts, OperationFact, ParameterFact, ResponseFact
from backwright.shape import Property, Schema, Shape

_VERSIONS = frozenset(("api", "v1", "v2", "v3", "rest"))


def gather(work: Workbench) -> None:
    """Names of schemas that two files give to different things are told apart."""
    seen: dict[tuple[str, str], OperationDraft] = {}
    for feature, facts in work.features.items():
        names = _schemas(work, facts)
        for fact in facts.operations:
            renamed = _operation(fact, names)
            draft = _draft(renamed, feature)
            place = (draft.method, _shape_of_path(fact.path))
            if place in seen:
                _repeated(work, seen[place], renamed)
            else:
                seen[place] = draft
                work.operations.append(draft)
    _unique_ids(work)


def _schemas(work: Workbench, facts: Facts) -> dict[tuple[str, str], str]:
    """File and name → the name in the contract."""
    names: dict[tuple[str, str], str] = {}
    fresh: dict[str, Schema] = {}
    for schema in facts.schemas:
        file = schema.span.file if schema.span is not None else ""
        name = class_name(schema.name) or "Value"
        known = work.schemas.get(name) or fresh.get(name)
        if known is not None and not _same(known, schema):
            name = _other_name(work, fresh, name, file)
        names[file, schema.name] = name
        names.setdefault(("", schema.name), name)
        if name not in work.schemas:
            fresh.setdefault(name, schema)
    for name, schema in fresh.items():
        file = schema.span.file if schema.span is not None else ""
        properties = tuple(
            replace(each, shape=_shape(each.shape, file, names)) for each in schema.properties
        )
        work.schemas[name] = replace(schema, name=name, properties=properties)
    return names


def _same(one: Schema, other: Schema) -> bool:
    """The same properties, wherever they were written."""
    return _plain(one) == _plain(other)


def _plain(schema: Schema) -> tuple[object, ...]:
    return tuple(
        replace(each, span=None, description="", example=None, shape=replace(each.shape, ref=""))
        for each in schema.properties
    )


def _other_name(work: Workbench, fresh: Mapping[str, Schema], name: str, file: str) -> str:
    """Named after its file, and numbered if that does not help."""
    stem = file.rsplit("/", 1)[-1].split(".", maxsplit=1)[0]
    kept = [word for word in words(stem) if word not in {"api", "openapi", "contract", "service"}]
    other = class_name(pascal("_".join(kept)) + name) if kept else f"{name}2"
    number = 2
    while other in fresh or other in work.schemas:
        other, number = f"{name}{number}", number + 1
    return other


def _shape(shape: Shape, file: str, names: Mapping[tuple[str, str], str]) -> Shape:
    ref = names.get((file, shape.ref)) or names.get(("", shape.ref)) or shape.ref
    items = None if shape.items is None else _shape(shape.items, file, names)
    options = tuple(_shape(each, file, names) for each in shape.options)
    return replace(shape, ref=ref, items=items, options=options)


def _operation(fact: OperationFact, names: Mapping[tuple[str, str], str]) -> OperationFact:
    file = fact.span.file

    def parameter(each: ParameterFact) -> ParameterFact:
        shape = _shape(each.property.shape, file, names)
        return replace(each, property=replace(each.property, shape=shape))

    def body(each: BodyFact | None) -> BodyFact | None:
        return None if each is None else replace(each, shape=_shape(each.shape, file, names))

    def response(each: ResponseFact) -> ResponseFact:
        shape = None if each.shape is None else _shape(each.shape, file, names)
        return replace(each, shape=shape)

    return replace(
        fact,
        parameters=tuple(map(parameter, fact.parameters)),
        body=body(fact.body),
        responses=tuple(map(response, fact.responses)),
    )


def _draft(fact: OperationFact, feature: str) -> OperationDraft:
    segments = tuple(part for part in fact.path.split("/") if part)
    start = next((i for i, part in enumerate(segments) if part.lower() not in _VERSIONS), 0)
    successes = sorted((r for r in fact.responses if 200 <= r.status < 300), key=lambda r: r.status)
    return OperationDraft(
        fact=fact,
        feature=feature,
        id=identifier(fact.operation_id) or _made_id(fact.method, segments[start:]),
        segments=segments[start:],
        success=successes[0] if successes else None,
    )


def _made_id(method: str, segments: tuple[str, ...]) -> str:
    """`GET /orders/{order_id}/lines` → `get_orders_by_order_id_lines`."""
    parts = [f"by_{snake(p)}" if p.startswith("{") else snake(p) for p in segments]
    return identifier("_".join((method.lower(), *parts))) or "operation"


def _shape_of_path(path: str) -> str:
    """Two paths that differ only in the names of their parameters are one."""
    return "/".join("{}" if part.startswith("{") else part for part in path.split("/"))


def _repeated(work: Workbench, first: OperationDraft, again: OperationFact) -> None:
    """One operation that two contracts declare: what the later one adds is kept."""
    known = {each.status for each in first.fact.responses}
    added = tuple(each for each in again.responses if each.status not in known)
    first.fact = replace(
        first.fact,
        responses=first.fact.responses + added,
        body=first.fact.body or again.body,
        parameters=first.fact.parameters
        + tuple(
            each
            for each in again.parameters
            if all(each.property.name != p.property.name for p in first.fact.parameters)
            and each.place.value != "path"
        ),
    )
    work.diagnostics.append(
        diagnostics.DECLARED_TWICE.at(
            first.fact.span, again.span, operation=f"{first.method} {first.fact.path}"
        )
    )


def _unique_ids(work: Workbench) -> None:
    taken: set[str] = set()
    for draft in work.operations:
        name, number = draft.id, 2
        if name in taken:
            name = _made_id(draft.method, draft.segments)
        while name in taken:
            name, number = f"{draft.id}_{number}", number + 1
        draft.id = name
        taken.add(name)


def properties(work: Workbench, shape: Shape | None) -> tuple[Property, ...]:
    """Of an object; of anything else none."""
    schema = work.schemas.get(shape.ref) if shape is not None else None
    return schema.properties if schema is not None else ()
