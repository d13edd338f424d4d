"""Drafts become the contract."""

from dataclasses import replace

from backwright.contract import aspects
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft, OperationDraft
from backwright.contract.binding.workbench import Workbench, written
from backwright.contract.entities import Entity, Field
from backwright.contract.model import Contract
from backwright.contract.names import identifier, plural, snake, table_name, words
from backwright.contract.operations import Operation, Parameter, ParameterUse, Result
from backwright.shape import Kind, Schema, Shape


def contract(work: Workbench) -> Contract:
    domains(work)
    operations = tuple(_operation(work, each) for each in work.operations)
    schemas = _needed(work)
    for schema in schemas:
        for own in schema.properties:
            span = own.span or schema.span
            aspect = aspects.property_of(schema.name, own.name)
            if aspect not in work.origins and span is not None:
                work.origin(aspect, written("", span))
    return Contract(
        title=work.facts.title or "Backend",
        features=tuple(sorted(work.features)),
        entities=tuple(_entity(each) for each in work.entities.values()),
        schemas=schemas,
        inputs=tuple(each for each in work.inputs.values()),
        views=tuple(work.views.values()),
        operations=operations,
        auth=work.auth,
        policies=work.policies,
        origins={name: tuple(found) for name, found in sorted(work.origins.items())},
    )


def domains(work: Workbench) -> None:
    """A package an aggregate: children live with their parents, users with their accounts."""
    for draft in work.entities.values():
        draft.table = draft.table or table_name(draft.name)
        draft.domain = _domain(work, draft)
    for operation in work.operations:
        entity = work.entities.get(operation.entity)
        operation.domain = entity.domain if entity is not None else _spoken_domain(operation)


def _domain(work: Workbench, draft: EntityDraft) -> str:
    root, seen = draft, {draft.name}
    while root.owner.parent and root.owner.parent not in seen:
        seen.add(root.owner.parent)
        root = work.entities[root.owner.parent]
    name = snake(root.name)
    last = plural(words(name.replace("_", " "))[-1]) if words(name) else name
    return identifier("_".join((*words(name)[:-1], last)))


def _spoken_domain(draft: OperationDraft) -> str:
    static = [part for part in draft.segments if not part.startswith("{")]
    named = draft.fact.tags[0] if draft.fact.tags else (static[0] if static else "main")
    return identifier(named) or "main"


def _field(column: ColumnDraft) -> Field:
    return Field(
        name=column.name,
        shape=column.shape,
        required=bool(column.required),
        default=column.default,
        auto=column.auto,
        unique=column.unique,
        index=column.index,
        immutable=column.immutable,
        write_only=column.write_only,
        references=column.references,
        on_delete=column.on_delete,
        normalise=column.normalise,
        copies=column.copies,
        slug_of=column.slug_of,
        doc=column.doc,
    )


def _entity(draft: EntityDraft) -> Entity:
    return Entity(
        name=draft.name,
        table=draft.table,
        domain=draft.domain,
        fields=tuple(_field(each) for each in draft.columns.values()),
        doc=draft.doc,
        owner=draft.owner,
        uniques=tuple(draft.uniques),
        indexes=tuple(draft.indexes),
        relations=tuple(draft.relations.values()),
        derived=tuple(draft.derived.values()),
        cross_fields=tuple(draft.cross_fields),
        count_limits=tuple(draft.count_limits),
        soft_delete=draft.soft_delete,
        soft_delete_value=draft.soft_delete_value,
        version=draft.version,
        transitions=tuple(draft.transitions),
    )


def _operation(work: Workbench, draft: OperationDraft) -> Operation:
    result = draft.result or Result(200, None, "application/json", "")
    origin = written(draft.fact.statement, draft.fact.span)
    work.origin(aspects.operation(draft.id), origin)
    success = draft.success
    work.origin(
        aspects.success(draft.id, result.status),
        written(success.statement, success.span) if success is not None else origin,
    )
    names = {each.wire: each.name for each in draft.parameters}
    return Operation(
        id=draft.id,
        method=draft.method,
        path=_path(draft, names),
        domain=draft.domain,
        tag=draft.fact.tags[0] if draft.fact.tags else draft.domain,
        purpose=draft.purpose,
        access=draft.access,
        result=result,
        entity=draft.entity,
        summary=draft.fact.summary,
        doc=draft.doc,
        parameters=tuple(_parameter(work, draft, each) for each in draft.parameters),
        lookups=tuple(draft.lookups),
        body=draft.body,
        page=None if draft.custom else draft.page,
        sorts=() if draft.custom else tuple(draft.sorts),
        changes=() if draft.custom else tuple(draft.changes),
        stamps=() if draft.custom else tuple(draft.stamps),
        actors=() if draft.custom else tuple(draft.actors),
        copied=() if draft.custom else tuple(draft.copied),
        creates=draft.creates and not draft.custom,
        exclusive=() if draft.custom else tuple(draft.exclusive),
        fixed=() if draft.custom else tuple(draft.fixed),
        shifts=() if draft.custom else tuple(draft.shifts),
        limits=() if draft.custom else tuple(draft.limits),
        compared=() if draft.custom else tuple(draft.compared),
        refusals=tuple(draft.refusals),
        conditions=tuple(draft.conditions),
        hook=draft.id if draft.custom or draft.partly else "",
        needs=draft.needs if draft.custom or draft.partly else "",
        statements=tuple(draft.statements),
    )


def _parameter(work: Workbench, draft: OperationDraft, parameter: Parameter) -> Parameter:
    """A hook gets what nothing else uses; a key of an enum is one of its values."""
    if parameter.use is ParameterUse.KEY and parameter.shape.kind is Kind.STRING:
        held = _key(work, draft, parameter)
        if held is not None and held.shape.values and not parameter.shape.values:
            return replace(parameter, shape=replace(parameter.shape, values=held.shape.values))
    kept = (ParameterUse.KEY, ParameterUse.USER, ParameterUse.TOKEN)
    if not draft.custom or parameter.use in kept:
        return parameter
    return replace(
        parameter, use=ParameterUse.CUSTOM, columns=(), operator="==", meanings=(), separated=False
    )


def _key(work: Workbench, draft: OperationDraft, parameter: Parameter) -> ColumnDraft | None:
    for each in draft.lookups:
        if each.parameter == parameter.name and each.entity in work.entities:
            return work.entities[each.entity].columns.get(each.column)
    return None


def _path(draft: OperationDraft, names: dict[str, str]) -> str:
    path = draft.fact.path
    for wire, name in names.items():
        path = path.replace(f"{{{wire}}}", f"{{{name}}}")
    return path


def _needed(work: Workbench) -> tuple[Schema, ...]:
    """Those of bodies, answers and refusals, and what they refer to; no other."""
    needed: dict[str, None] = {}

    def take(shape: Shape | None) -> None:
        if shape is None:
            return
        take(shape.items)
        for each in shape.options:
            take(each)
        if shape.ref and shape.ref in work.schemas and shape.ref not in needed:
            needed[shape.ref] = None
            for own in work.schemas[shape.ref].properties:
                take(own.shape)

    for draft in work.operations:
        take(draft.body.shape if draft.body is not None else None)
        take(draft.result.shape if draft.result is not None else None)
        for parameter in draft.parameters:
            take(parameter.shape)
    if work.policies.errors.schema:
        take(Shape(Kind.OBJECT, ref=work.policies.errors.schema))
    return tuple(work.schemas[each] for each in needed)
