"""What a contract may not do, whatever it was bound from: name something that is not there."""

from collections import Counter
from collections.abc import Iterator

from backwright.contract.entities import Entity, Ownership
from backwright.contract.model import Contract
from backwright.contract.operations import (
    RELATED,
    Assign,
    AssignKind,
    Input,
    Operation,
    ParameterUse,
    Purpose,
    Source,
    View,
)
from backwright.shape import Kind, Shape

_WRITES = (Purpose.CREATE, Purpose.UPDATE, Purpose.REPLACE)
_ON_COLUMNS = (AssignKind.COLUMN, AssignKind.PASSWORD, AssignKind.LOGIN)
_USED = (ParameterUse.FILTER, ParameterUse.SEARCH)


def violations(contract: Contract) -> list[str]:
    """One line each; empty if the contract is whole."""
    found = [*_twice(contract)]
    for entity in contract.entities:
        found += [f"{entity.name}: {each}" for each in _entity(contract, entity)]
    for schema in contract.schemas:
        for own in schema.properties:
            found += [f"{schema.name}.{own.name}: {e}" for e in _shape(contract, own.shape)]
    for made in contract.inputs:
        found += [f"input {made.schema}: {each}" for each in _input(contract, made)]
    for view in contract.views:
        found += [f"view {view.schema}: {each}" for each in _view(contract, view)]
    for operation in contract.operations:
        found += [f"{operation.id}: {each}" for each in _operation(contract, operation)]
    return found


def _twice(contract: Contract) -> Iterator[str]:
    kinds = {
        "entity": [each.name for each in contract.entities],
        "table": [each.table for each in contract.entities],
        "schema": [each.name for each in contract.schemas],
        "operation": [each.id for each in contract.operations],
        "route": [f"{each.method} {_bare(each.path)}" for each in contract.operations],
        "view": [each.schema for each in contract.views],
        "input": [f"{each.schema} of {each.entity}" for each in contract.inputs],
        "hook": [each.hook for each in contract.operations if each.hook],
    }
    for kind, names in kinds.items():
        yield from (f"two of {kind} {each}" for each, count in Counter(names).items() if count > 1)


def _bare(path: str) -> str:
    return "/".join("{}" if each.startswith("{") else each for each in path.split("/"))


def _known(contract: Contract, name: str) -> Entity | None:
    return next((each for each in contract.entities if each.name == name), None)


def _columns(entity: Entity, names: tuple[str, ...]) -> Iterator[str]:
    yield from (f"no column {each!r}" for each in names if entity.get(each) is None)


def _entity(contract: Contract, entity: Entity) -> Iterator[str]:
    names = [each.name for each in entity.fields]
    names += [each.name for each in entity.relations] + [each.name for each in entity.derived]
    yield from (f"two of {each}" for each, count in Counter(names).items() if count > 1)
    for field in entity.fields:
        if field.references and _known(contract, field.references) is None:
            yield f"{field.name} refers to {field.references}"
        if field.shape.kind is Kind.OBJECT:
            yield f"{field.name} is an object"
        if field.copies:
            yield from _copied(contract, entity, field.copies)
    for group in (*entity.indexes, *(each.columns for each in entity.uniques)):
        yield from _columns(entity, group)
    yield from _columns(entity, tuple(x for x in (entity.soft_delete, entity.version) if x))
    yield from _columns(entity, tuple(each.field for each in entity.transitions))
    for each in entity.cross_fields:
        yield from _columns(entity, (each.left, each.right))
    for limit in entity.count_limits:
        if not any(each.name == limit.relation for each in entity.relations):
            yield f"a limit on {limit.relation}"
    yield from _owner(contract, entity)
    yield from _relations(contract, entity)


def _copied(contract: Contract, entity: Entity, copies: str) -> Iterator[str]:
    first, _, last = copies.partition(".")
    column = entity.get(first)
    source = _known(contract, column.references) if column is not None else None
    if source is None or source.get(last) is None:
        yield f"copies {copies}"


def _owner(contract: Contract, entity: Entity) -> Iterator[str]:
    owner = entity.owner
    if owner.kind in (Ownership.COLUMN, Ownership.PARENT):
        yield from _columns(entity, (owner.column,))
    if owner.kind is Ownership.PARENT:
        if _known(contract, owner.parent) is None:
            yield f"owned through {owner.parent}"
        seen = {entity.name}
        while owner.kind is Ownership.PARENT:
            if owner.parent in seen:
                yield "owned in a circle"
                return
            seen.add(owner.parent)
            owner = contract.entity(owner.parent).owner


def _relations(contract: Contract, entity: Entity) -> Iterator[str]:
    for each in entity.relations:
        other = _known(contract, each.entity)
        if other is None:
            yield f"relation {each.name} leads to {each.entity}"
        elif each.link:
            link = _known(contract, each.link)
            yield from () if link is not None else (f"relation {each.name} over {each.link}",)
        else:
            yield from _columns(other if each.many else entity, (each.column,))
            yield from _columns(other, each.order_by)
    for value in entity.derived:
        relation = next((each for each in entity.relations if each.name == value.relation), None)
        if value.relation and relation is None:
            yield f"{value.name} over {value.relation}"
        on = _known(contract, relation.entity) if relation is not None else entity
        if on is not None and not (relation is not None and relation.link):
            yield from _columns(on, value.columns)


def _shape(contract: Contract, shape: Shape | None) -> Iterator[str]:
    if shape is None:
        return
    if shape.ref and not any(each.name == shape.ref for each in contract.schemas):
        yield f"no schema {shape.ref}"
    for each in (shape.items, *shape.options):
        yield from _shape(contract, each)


def _input(contract: Contract, made: Input) -> Iterator[str]:
    entity = _known(contract, made.entity)
    schema = next((each for each in contract.schemas if each.name == made.schema), None)
    if entity is None or schema is None:
        yield f"is of {made.entity}"
        return
    assigned = Counter(each.property for each in made.assigns)
    yield from (f"assigns {each} twice" for each, count in assigned.items() if count > 1)
    yield from (
        f"leaves {each.name} out" for each in schema.properties if each.name not in assigned
    )
    for assign in made.assigns:
        if schema.get(assign.property) is None:
            yield f"has no property {assign.property}"
        yield from _assign(contract, made, entity, assign)


def _assign(contract: Contract, made: Input, entity: Entity, assign: Assign) -> Iterator[str]:
    if assign.kind in _ON_COLUMNS:
        yield from _columns(entity, (assign.name,))
    if assign.kind in RELATED:
        relation = next((each for each in entity.relations if each.name == assign.name), None)
        if relation is None or not relation.many:
            yield f"no relation {assign.name}"
            return
        linked = assign.kind is not AssignKind.CHILDREN
        if linked is not bool(relation.link):
            yield f"{assign.name} is {'no ' if linked else ''}many to many"
        own = contract.schema(made.schema).get(assign.property)
        items = own.shape.items if own is not None else None
        if assign.kind is AssignKind.NAMES:
            yield from _columns(_known(contract, relation.entity) or entity, (assign.column,))
        if not linked and (
            items is None
            or not any(
                each.schema == items.ref and each.entity == relation.entity
                for each in contract.inputs
            )
        ):
            yield f"no input for the rows of {assign.name}"


def _view(contract: Contract, view: View) -> Iterator[str]:
    schema = next((each for each in contract.schemas if each.name == view.schema), None)
    if schema is None:
        return
    entity = _known(contract, view.entity)
    if view.entity and entity is None:
        yield f"is about {view.entity}"
        return
    for fill in view.fills:
        if schema.get(fill.property) is None:
            yield f"has no property {fill.property}"
        if fill.source is Source.COLUMN and (entity is None or entity.get(fill.name) is None):
            yield f"shows column {fill.name!r} of {view.entity!r}"
        if fill.source is Source.DERIVED and (
            entity is None or not any(each.name == fill.name for each in entity.derived)
        ):
            yield f"shows derived {fill.name!r} of {view.entity!r}"
        if fill.source is Source.RELATION and entity is not None:
            yield from _related(contract, entity, fill.name)


def _related(contract: Contract, entity: Entity, name: str) -> Iterator[str]:
    first, _, column = name.partition(".")
    relation = next((each for each in entity.relations if each.name == first), None)
    if relation is None:
        yield f"shows relation {name!r}"
    elif column and contract.entity(relation.entity).get(column) is None:
        yield f"shows {name!r}"


def _operation(contract: Contract, operation: Operation) -> Iterator[str]:
    entity = _known(contract, operation.entity)
    if operation.entity and entity is None:
        yield f"is about {operation.entity}"
    for part in (operation.body, operation.result):
        yield from _shape(contract, part.shape if part is not None else None)
    for parameter in operation.parameters:
        yield from _shape(contract, parameter.shape)
    in_path = {each[1:-1] for each in operation.path.split("/") if each.startswith("{")}
    declared = {each.name for each in operation.parameters if each.place == "path"}
    if in_path != declared:
        yield f"path has {sorted(in_path)}, parameters say {sorted(declared)}"
    names = Counter(each.name for each in operation.parameters)
    yield from (f"two parameters {each}" for each, count in names.items() if count > 1)
    if operation.purpose is Purpose.CUSTOM:
        if not operation.hook:
            yield "is custom and has no hook"
        return
    yield from _reached(contract, operation)
    if entity is not None:
        yield from _about(contract, operation, entity)
    yield from _carried(contract, operation)


def _about(contract: Contract, operation: Operation, entity: Entity) -> Iterator[str]:
    for parameter in operation.parameters:
        for name in parameter.columns if parameter.use in _USED else ():
            if "." in name:
                yield from _related(contract, entity, name)
            else:
                yield from _columns(entity, (name,))
    yield from _columns(entity, tuple(each.column for each in operation.sorts))
    yield from _columns(entity, tuple(name for name, _ in (*operation.fixed, *operation.changes)))
    yield from _columns(entity, tuple(each.column for each in operation.shifts))
    for limit in operation.limits:
        yield from _columns(entity, tuple(e for e in (limit.column, limit.other) if e))
    for told in operation.compared:
        yield from _columns(entity, tuple(e for e in (told.column, told.other, told.minus) if e))
    yield from _columns(entity, operation.stamps + operation.exclusive)


def _reached(contract: Contract, operation: Operation) -> Iterator[str]:
    """Every row is found inside the one before, and the entity's rows inside the last."""
    names = {each.name for each in operation.parameters}
    before: Entity | None = None
    for lookup in operation.lookups:
        found = _known(contract, lookup.entity)
        if found is None:
            yield f"finds {lookup.entity}"
            return
        yield from _columns(found, (lookup.column,) if lookup.column else ())
        if lookup.parameter and lookup.parameter not in names:
            yield f"finds {lookup.entity} by {lookup.parameter!r}"
        if lookup.through:
            yield from _columns(found, (lookup.through,))
        elif before is not None and not _led(contract, before, found):
            yield f"nothing leads from {before.name} to {found.name}"
        before = found
    target = _known(contract, operation.entity)
    if operation.purpose is not Purpose.LIST or target is None or before in (None, target):
        return
    if before is not None and not _led(contract, before, target):
        yield f"lists rows that {before.name} does not lead to"


def _led(contract: Contract, before: Entity, found: Entity) -> bool:
    if any(each.references == before.name for each in found.fields):
        return True
    return any(
        {before.name, found.name} <= {each.references for each in link.fields}
        for link in contract.entities
    )


def _carried(contract: Contract, operation: Operation) -> Iterator[str]:
    body = operation.body
    if body is not None and operation.purpose in _WRITES:
        shape = body.shape.items if body.multiple else body.shape
        made = contract.input(shape.ref, operation.entity) if shape is not None else None
        if made is None or made.entity != operation.entity:
            yield "has a body without an input"
        elif any(each.kind is AssignKind.CUSTOM for each in made.assigns) and not operation.hook:
            yield "has a body that needs code"
    yield from _answered(contract, operation, operation.result.shape, set())


def _answered(
    contract: Contract, operation: Operation, shape: Shape | None, seen: set[str]
) -> Iterator[str]:
    if shape is None or operation.purpose in (Purpose.HEALTH, Purpose.CONSTANT):
        return
    yield from _answered(contract, operation, shape.items, seen)
    if not shape.ref or shape.ref in seen:
        return
    seen.add(shape.ref)
    view = contract.view(shape.ref)
    if view is None:
        yield f"answers {shape.ref}, which has no view"
        return
    missing = {each.name for each in contract.schema(shape.ref).properties}
    missing -= {each.property for each in view.fills}
    yield from (f"nothing fills {shape.ref}.{each}" for each in sorted(missing))
    for fill in view.fills:
        if fill.source is Source.CUSTOM and not operation.hook:
            yield f"{shape.ref}.{fill.property} needs code"
        own = contract.schema(shape.ref).get(fill.property)
        inner = (Source.ROW, Source.ROWS, Source.RELATION, Source.NESTED, Source.USER)
        if own is not None and fill.source in inner and not fill.name.count("."):
            yield from _answered(contract, operation, own.shape, seen)
