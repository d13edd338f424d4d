"""What finders and dependencies are called, and in which domain they stand: said here alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from backwright.contract import names
from backwright.contract.entities import Entity
from backwright.contract.model import Contract
from backwright.contract.operations import Operation, Purpose
from backwright.plan.attributes import class_names
from backwright.plan.finders import Dependency, Finder, Reach, all_dependencies, all_finders
from backwright.plan.memo import once
from backwright.plan.names import collection, module, principal, route, variable
from backwright.plan.queries import query_names

_TAKEN: Final = frozenset(
    (
        "app", "cache", "caller", "case", "change", "col", "conditions", "data", "delete",
        "dependencies", "exists", "func", "given", "hooks", "insert", "literal", "owner_id",
        "page", "paged", "params", "query", "re", "refusals", "router", "rows", "select",
        "service", "session", "statement", "text", "tokens", "total", "update", "utcnow",
        "values", "version", "where",
    )
)  # fmt: skip
"""Names that services and routers use for other things than rows."""


@dataclass(frozen=True, slots=True)
class FinderNames:
    statement: str
    """`OWN_ORDER`"""
    function: str
    """`get_own_order`"""


@dataclass(frozen=True, slots=True)
class DependencyNames:
    function: str
    """`own_order`"""
    alias: str
    """`OwnOrder`"""


def row(entity: Entity) -> str:
    """What a row is called where services and routers hold it."""
    name = variable(entity) or "row"
    return f"{name}_row" if name in _TAKEN else name


def rows_of(entity: Entity) -> str:
    """What several rows are called."""
    name = collection(entity) or "rows"
    return f"{name}_rows" if name in _TAKEN or name == row(entity) else name


def key_name(entity: Entity, column: str) -> str:
    """What the value is called by which a row is found: `order_id`, `slug`."""
    name = row(entity)
    if column == entity.key.name and not column.startswith(name):
        return f"{name}_{column.strip('_')}"
    return f"{name}_{column}" if column in _TAKEN or column == name else column


@once
def finder_names(contract: Contract) -> Mapping[Finder, FinderNames]:
    """Each its own, the plain ones for rows that are found by their keys."""
    taken = {route(each) for each in contract.operations if _served(each)}
    found: dict[Finder, FinderNames] = {}
    for finder in sorted(all_finders(contract), key=lambda each: _special(contract, each)):
        for stem in _stems(contract, finder):
            named = FinderNames(stem.upper(), f"get_{stem}")
            if named.function not in taken:
                break
        taken.add(named.function)
        found[finder] = named
    return found


@once
def dependency_names(contract: Contract) -> Mapping[Dependency, DependencyNames]:
    asked = (principal(contract, each) for each in contract.operations)
    taken = {*class_names(contract), *query_names(contract), *(e.name for e in asked if e)}
    found: dict[Dependency, DependencyNames] = {}
    for dependency in all_dependencies(contract):
        for stem in _dependency_stems(contract, dependency):
            shared = dependency.finder.reach is Reach.SHARED
            alias = f"{names.class_name(stem)}{'Dep' if shared else ''}"
            function = f"{stem}_in_path" if shared and dependency.parameter else stem
            if shared and not dependency.parameter:
                function = f"the_{stem}"
            if alias not in taken:
                break
        taken.add(alias)
        found[dependency] = DependencyNames(function, alias)
    return found


def home(contract: Contract, domain: str, entity: str) -> str:
    """The domain that finds rows of an entity for another one: the entity's own, unless the two
    would import each other; then whoever needs them finds them by itself."""
    own = contract.entity(entity).domain
    reached = _imports(contract)
    return domain if domain in reached.get(own, frozenset()) else own


def service(contract: Contract, domain: str, entity: str) -> str:
    return module(home(contract, domain, entity), "service")


def standing(contract: Contract, domain: str) -> tuple[Finder, ...]:
    """The finders that a domain's service holds, parents and the wider ones first."""
    found: dict[Finder, None] = {}
    for finder, operations in all_finders(contract).items():
        for operation in operations:
            if home(contract, operation.domain, finder.entity) == domain:
                found[finder] = None
    return tuple(sorted(found, key=lambda each: each.reach is Reach.OWN))


def standing_dependencies(contract: Contract, domain: str) -> tuple[Dependency, ...]:
    """The dependencies that a domain holds, those that others stand on first."""
    found: dict[Dependency, None] = {}

    def add(dependency: Dependency, asking: str) -> None:
        place = home(contract, asking, dependency.finder.entity)
        if dependency.before is not None:
            add(dependency.before, place)
        if place == domain:
            found[dependency] = None

    for dependency, operations in all_dependencies(contract).items():
        for operation in operations:
            add(dependency, operation.domain)
    return tuple(found)


@once
def _imports(contract: Contract) -> Mapping[str, frozenset[str]]:
    """Domain → all others that its services and dependencies import, by any way."""
    direct: dict[str, set[str]] = {}
    owns = {each.name: each.domain for each in contract.entities}
    for finder, operations in all_finders(contract).items():
        for operation in operations:
            direct.setdefault(operation.domain, set()).add(owns[finder.entity])
            inner: Finder | None = finder
            while inner is not None and inner.parent is not None:
                direct.setdefault(owns[inner.entity], set()).add(owns[inner.parent.entity])
                inner = inner.parent
    for operation in contract.operations:
        alias = principal(contract, operation)
        if alias is not None:
            asked = alias.module.split(".")[1]
            direct.setdefault(operation.domain, set()).add(asked)
            for each in operation.lookups:
                direct.setdefault(owns[each.entity], set()).add(asked)
    for domain, others in direct.items():
        others.discard(domain)
    return {each: frozenset(_reached(direct, each)) for each in direct}


def _reached(direct: Mapping[str, set[str]], start: str) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for each in direct.get(waiting.pop(), ()):
            if each not in found:
                found.add(each)
                waiting.append(each)
    return found


def _served(operation: Operation) -> bool:
    """Whether the service has a function of the operation's name."""
    return operation.purpose is not Purpose.GET or bool(operation.hook)


def _special(contract: Contract, finder: Finder) -> tuple[bool, ...]:
    """Sorts the plain finders before the narrower ones."""
    by_key = finder.column == contract.entity(finder.entity).key.name
    return (bool(finder.fixed), bool(finder.scope), finder.creates, not by_key)


def _stems(contract: Contract, finder: Finder) -> Iterator[str]:
    entity = contract.entity(finder.entity)
    whose = {Reach.OWN: "own_", Reach.ANY: "any_", Reach.SHARED: ""}[finder.reach]
    plain = names.snake(entity.name) or "row"
    yield f"{whose}{plain}"
    for column, value in finder.fixed:
        if value is True:
            yield f"{whose}{column.removeprefix('is_')}_{plain}"
    if finder.column and finder.column != entity.key.name:
        yield f"{whose}{plain}_by_{finder.column.strip('_')}"
    if finder.parent is not None:
        yield f"{whose}{plain}_of_{names.snake(finder.parent.entity)}"
    if finder.scope:
        yield f"{whose}{plain}_by_{'_and_'.join(each.strip('_') for each in finder.scope)}"
    number = 2
    while True:
        yield f"{whose}{plain}_{number}"
        number += 1


def _dependency_stems(contract: Contract, dependency: Dependency) -> Iterator[str]:
    plain = finder_names(contract)[dependency.finder].function.removeprefix("get_")
    yield plain
    if dependency.principal not in ("", "CurrentUser"):
        yield f"{plain}_for_{names.snake(dependency.principal)}"
    if dependency.parameter:
        yield f"{plain}_by_{dependency.parameter.strip('_')}"
    number = 2
    while True:
        yield f"{plain}_{number}"
        number += 1
