"""How rows are found: which statements, functions and dependencies there are, and their names.

A finder is a way to one row: by a column, inside the row before it, among the caller's own. What
stands on it in routes is a dependency: a finder, the parameter that names the row, and the caller
who asks.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from backwright.contract.entities import Entity, Field, Ownership
from backwright.contract.model import Contract
from backwright.contract.operations import Lookup, Operation, Parameter, ParameterUse, Purpose
from backwright.contract.policies import Issuer
from backwright.plan.body_assigns import referred
from backwright.plan.memo import once
from backwright.plan.names import principal
from backwright.shape import Literal


class Reach(StrEnum):
    SHARED = "shared"
    """Nobody owns such rows."""
    OWN = "own"
    """The caller's own."""
    ANY = "any"
    """Those of every owner."""


@dataclass(frozen=True, slots=True)
class Finder:
    """One way to one row."""

    entity: str
    column: str
    """The field it is found by; empty if it is the one and only row of its owner or parent."""
    reach: Reach
    parent: "Finder | None" = None
    """How the row before is found, inside which this one is."""
    through: str = ""
    """The foreign key on `entity` that leads to that row."""
    link: str = ""
    """Or the entity that stands between the two."""
    fixed: tuple[tuple[str, Literal], ...] = ()
    scope: tuple[str, ...] = ()
    """The columns that parameters narrow it by."""
    creates: bool = False
    """It is made if there is none."""


@dataclass(frozen=True, slots=True)
class Dependency:
    """What routes stand on: a row, already authorised."""

    finder: Finder
    parameter: str
    """As the path calls it; empty where it names none."""
    scope: tuple[str, ...] = ()
    """The parameters that narrow it, in the order of the finder's columns."""
    principal: str = ""
    """The alias of the caller that it asks for; empty if it asks for none."""
    before: "Dependency | None" = None


def reach(contract: Contract, operation: Operation, entity: Entity) -> Reach:
    """Whose rows an operation gets at."""
    if entity.owner.kind is Ownership.NONE:
        return Reach.SHARED
    if operation.access.any_owner or principal(contract, operation) is None:
        return Reach.SHARED if entity.owner.kind is Ownership.IDENTITY else Reach.ANY
    return Reach.OWN


def is_caller(contract: Contract, finder: Finder) -> bool:
    """Whether the row that is found is that of the signed-in user itself."""
    own = contract.auth.issuer is Issuer.OWN and finder.entity == contract.auth.user
    return own and not finder.column and finder.parent is None


def chain(contract: Contract, operation: Operation) -> tuple[Finder, ...]:
    """The finders of an operation's lookups, each inside the one before it."""
    found: list[Finder] = []
    for at, lookup in enumerate(operation.lookups):
        last = at == len(operation.lookups) - 1 and lookup.entity == operation.entity
        before = found[-1] if found else None
        found.append(_finder(contract, operation, lookup, before, last=last))
    return tuple(found)


def dependencies(contract: Contract, operation: Operation) -> tuple[Dependency, ...]:
    """What the route of an operation may stand on, one for each lookup."""
    found: list[Dependency] = []
    alias = principal(contract, operation)
    for lookup, finder in zip(operation.lookups, chain(contract, operation), strict=True):
        scoped = {each.columns[0]: each.name for each in _narrowing(operation)}
        asks = alias is not None and finder.reach is not Reach.SHARED
        found.append(
            Dependency(
                finder,
                lookup.parameter,
                tuple(scoped[column] for column in finder.scope),
                alias.name if asks and alias is not None else "",
                found[-1] if found and finder.parent is not None else None,
            )
        )
    return tuple(found)


def reference(contract: Contract, operation: Operation, entity: Entity) -> Finder:
    """How a row is found that a body refers to by its key: by whoever writes, if it is owned."""
    whose = Reach.SHARED
    if entity.owner.kind is not Ownership.IDENTITY:
        whose = reach(contract, operation, entity)
    return Finder(entity.name, entity.key.name, whose, scope=tuple(_scope(operation, entity)))


def _scope(operation: Operation, entity: Entity) -> Iterator[str]:
    """What is inside `/ledgers/{ledger_id}` refers to what is inside it, too."""
    for each in operation.parameters:
        narrows = each.use is ParameterUse.FILTER and each.place == "path" and each.columns
        if narrows and entity.get(each.columns[0]) is not None:
            yield each.columns[0]


def references(contract: Contract, operation: Operation) -> tuple[tuple[Field, Finder], ...]:
    """The columns of its body that refer to rows, and how these are found."""
    return tuple(
        (field, reference(contract, operation, contract.entity(field.references)))
        for field in referred(contract, operation)
    )


@once
def all_dependencies(contract: Contract) -> Mapping[Dependency, tuple[Operation, ...]]:
    """Each once, with the operations that stand on it."""
    found: dict[Dependency, tuple[Operation, ...]] = {}
    for operation in contract.operations:
        for each in dependencies(contract, operation):
            if not is_caller(contract, each.finder):
                found[each] = (*found.get(each, ()), operation)
    return found


@once
def all_finders(contract: Contract) -> Mapping[Finder, tuple[Operation, ...]]:
    """Each once, with the operations that use it, those of paths first."""
    found: dict[Finder, tuple[Operation, ...]] = {}
    for dependency, operations in all_dependencies(contract).items():
        found[dependency.finder] = (*found.get(dependency.finder, ()), *operations)
    for operation in contract.operations:
        for _, finder in references(contract, operation):
            found[finder] = (*found.get(finder, ()), operation)
    return found


def _finder(
    contract: Contract, operation: Operation, lookup: Lookup, before: Finder | None, *, last: bool
) -> Finder:
    entity = contract.entity(lookup.entity)
    link = "" if lookup.through or before is None else _link(contract, before.entity, entity.name)
    if operation.purpose is Purpose.LINK:
        link = ""
    inside = before is not None and bool(lookup.through or link)
    made = Finder(
        entity.name,
        lookup.column if lookup.parameter else "",
        reach(contract, operation, entity),
        before if inside else None,
        lookup.through,
        link,
        scope=tuple(_scope(operation, entity)),
    )
    if not last:
        return made
    columns = tuple(each.columns[0] for each in _narrowing(operation))
    held = tuple(each for each in columns if entity.get(each) is not None)
    reads = operation.purpose is not Purpose.CREATE
    fixed = operation.fixed if reads else ()
    return replace(made, fixed=fixed, scope=held, creates=operation.creates)


def _narrowing(operation: Operation) -> Iterator[Parameter]:
    """The parameters by which a row is narrowed: of the path, or required ones of the query."""
    for each in operation.parameters:
        named = each.place == "path" or (
            each.required and operation.purpose is Purpose.GET and each.place == "query"
        )
        if each.use is ParameterUse.FILTER and named and each.columns:
            yield each


def _link(contract: Contract, one: str, other: str) -> str:
    """The entity that refers to both."""
    for entity in contract.entities:
        held = {each.references for each in entity.fields}
        if entity.name not in (one, other) and one != other and {one, other} <= held:
            return entity.name
    return ""
