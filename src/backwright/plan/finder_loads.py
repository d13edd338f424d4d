"""Which relations are loaded together with a row: what any operation that finds it so reads."""

from collections.abc import Iterator, Mapping

from backwright.contract.entities import Entity, Relation
from backwright.contract.model import Contract
from backwright.contract.operations import RELATED, Operation, Purpose
from backwright.plan.body_assigns import WRITES, given, relation_of
from backwright.plan.finders import Finder, chain, references
from backwright.plan.loads import answered_schema, loads
from backwright.plan.memo import once
from backwright.shape import Shape


@once
def finder_loads(contract: Contract) -> Mapping[Finder, tuple[str, ...]]:
    """Paths of relations, the shorter ones first."""
    found: dict[Finder, dict[str, None]] = {}
    for operation in contract.operations:
        for finder, paths in _needed(contract, operation):
            found.setdefault(finder, {}).update(dict.fromkeys(paths))
    return {each: tuple(sorted(paths, key=_depth)) for each, paths in found.items()}


def answered(contract: Contract, operation: Operation) -> Mapping[str, tuple[str, ...]]:
    """The entities in an operation's answer, with what is read of each beside its columns."""
    found: dict[str, dict[str, None]] = {}
    for schema in _views(contract, operation.result.shape, ()):
        view = contract.view(schema)
        if view is not None and view.entity:
            found.setdefault(view.entity, {}).update(dict.fromkeys(loads(contract, schema)))
    return {each: tuple(paths) for each, paths in found.items()}


def relation(entity: Entity, name: str) -> Relation | None:
    return next((each for each in entity.relations if each.name == name), None)


def _needed(contract: Contract, operation: Operation) -> Iterator[tuple[Finder, tuple[str, ...]]]:
    shown = answered(contract, operation)
    found = chain(contract, operation)
    target = contract.entity(operation.entity) if operation.entity else None
    for finder in found:
        yield finder, shown.get(finder.entity, ())
        entity = contract.entity(finder.entity)
        yield finder, tuple(_conditioned(operation, entity))
        if operation.purpose is Purpose.CREATE and not operation.hook:
            yield finder, tuple(_counted(entity, operation.entity))
            if target is not None and finder is found[-1]:
                yield finder, _below(target, finder.entity, shown.get(target.name, ()))
    if target is None:
        return
    replaced = tuple(_replaced(contract, operation, target))
    if found and found[-1].entity == target.name:
        yield found[-1], replaced
    for field, finder in references(contract, operation):
        whole = tuple(_counted(contract.entity(finder.entity), target.name))
        yield finder, _below(target, field.references, shown.get(target.name, ()))
        if operation.purpose is Purpose.CREATE:
            yield finder, whole


def _conditioned(operation: Operation, entity: Entity) -> Iterator[str]:
    for each in operation.conditions:
        if each.relation and each.entity == entity.name:
            yield each.relation


def _counted(parent: Entity, child: str) -> Iterator[str]:
    """Relations whose rows are counted before another one is added."""
    for limit in parent.count_limits:
        counted = relation(parent, limit.relation)
        if counted is not None and counted.entity == child and not counted.link:
            yield limit.relation


def _below(entity: Entity, other: str, paths: tuple[str, ...]) -> tuple[str, ...]:
    """What is read of the row that a single relation leads to."""
    found: list[str] = []
    for path in paths:
        name, _, rest = path.partition(".")
        step = relation(entity, name)
        if rest and step is not None and not step.many and step.entity == other:
            found.append(rest)
    return tuple(found)


def _replaced(contract: Contract, operation: Operation, entity: Entity) -> Iterator[str]:
    """Relations whose rows a body replaces."""
    if operation.purpose not in WRITES or operation.hook:
        return
    for each in given(contract, operation):
        held = relation_of(entity, each)
        if each.assign.kind in RELATED and held is not None:
            yield held.name


def _views(contract: Contract, shape: Shape | None, seen: tuple[str, ...]) -> Iterator[str]:
    """The outermost views of rows in an answer."""
    schema = answered_schema(shape)
    view = contract.view(schema) if schema and schema not in seen else None
    if view is None:
        return
    if view.entity:
        yield schema
        return
    for each in contract.schema(schema).properties:
        yield from _views(contract, each.shape, (*seen, schema))


def _depth(path: str) -> tuple[int, str]:
    return path.count("."), path
