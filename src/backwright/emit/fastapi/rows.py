"""The rows and the caller that an operation has in its hands: as a route asks for them, as its
service function takes them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from backwright.contract.model import Contract
from backwright.contract.operations import Operation
from backwright.emit.fastapi.callers import caller, caller_argument, caller_id
from backwright.emit.fastapi.domain import DomainModules
from backwright.emit.fastapi.module import Module
from backwright.emit.fastapi.row_guards import alias
from backwright.plan.finder_names import row
from backwright.plan.finders import Dependency, dependencies, is_caller
from backwright.plan.names import model, principal


@dataclass(frozen=True, slots=True)
class Held:
    """What stands ready before an operation does anything."""

    contract: Contract
    operation: Operation
    rows: Mapping[str, str] = field(default_factory=dict)
    """Entity → the variable that holds the row which the path names."""
    standing: tuple[Dependency, ...] = ()
    """In the order of the path."""

    @property
    def user(self) -> str:
        """The variable of the caller; empty if nobody signs in."""
        if principal(self.contract, self.operation) is None:
            return ""
        return caller(self.contract, self.operation)

    @property
    def user_id(self) -> str:
        """The expression of the caller's id."""
        return caller_id(self.contract, self.user) if self.user else ""

    def row(self, entity: str) -> str:
        return self.rows.get(entity, "")

    def arguments(self, into: DomainModules, *entities: str, user: bool = False) -> list[str]:
        """Of the route: `order: OwnOrder`, `user: CurrentUser`. All rows of the path stand guard,
        also those that nobody reads."""
        asked = principal(self.contract, self.operation)
        found, covered = [], self._covered(entities)
        if user and asked is not None and not self._is_row(*entities):
            found.append(f"{self.user}: {into.router.use(asked)}")
        for each in self.standing:
            name = each.finder.entity
            if is_caller(self.contract, each.finder):
                if asked is not None:
                    found.append(f"{self.rows[name]}: {into.router.use(asked)}")
            elif name in entities:
                symbol = into.router.use(alias(self.contract, into.name, each))
                found.append(f"{self.rows[name]}: {symbol}")
            elif each not in covered:
                symbol = into.router.use(alias(self.contract, into.name, each))
                found.append(f"_{self.rows[name]}: {symbol}")
        return found

    def parameters(self, module: Module, *entities: str, user: bool = False) -> list[str]:
        """Of the service's function: rows by position, then the caller by keyword."""
        found = [
            f"{self.rows[each]}: {module.use(model(self.contract.entity(each)))}"
            for each in entities
        ]
        if user and self.user and not self._is_row(*entities):
            found += ["*", caller_argument(self.contract, self.user, module)]
        return found

    def given(self, *entities: str, user: bool = False) -> list[str]:
        """What the route hands on: `order`, `user=user`."""
        found = [self.rows[each] for each in entities]
        if user and self.user and not self._is_row(*entities):
            found.append(f"{self.user}={self.user}")
        return found

    @property
    def guarded(self) -> bool:
        """Whether a row's dependency asks for the caller already."""
        return any(each.principal for each in self.standing)

    def _is_row(self, *entities: str) -> bool:
        """Whether the caller is one of these rows."""
        return any(
            is_caller(self.contract, each.finder) and each.finder.entity in entities
            for each in self.standing
        )

    def _covered(self, entities: tuple[str, ...]) -> frozenset[Dependency]:
        """Rows that nobody reads, and that others stand on: those guard them already."""
        found: set[Dependency] = set()
        for each in reversed(self.standing):
            if each in found and each.finder.entity not in entities:
                continue
            above = each.before
            while above is not None:
                if above.finder.entity not in entities:
                    found.add(above)
                above = above.before
        return frozenset(found)


def held(contract: Contract, operation: Operation) -> Held:
    """The rows of the path, each by the name that every printer gives it."""
    found = dependencies(contract, operation)
    taken: dict[str, str] = {}
    for each in found:
        entity = contract.entity(each.finder.entity)
        taken[entity.name] = row(entity)
    return Held(contract, operation, taken, found)
