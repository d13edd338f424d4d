"""Relations that are loaded together with rows, because something reads them."""

from dataclasses import dataclass

from backwright.contract.entities import Entity, Relation
from backwright.contract.model import Contract
from backwright.emit.fastapi.core_tables import use_tables
from backwright.emit.fastapi.module import Module
from backwright.plan.finder_loads import relation
from backwright.plan.names import model

_ORM = "sqlalchemy.orm"


@dataclass(frozen=True, slots=True)
class Loaded:
    """The options of a statement."""

    text: str = ""
    """`.options(joinedload(Order.lines))`; empty if nothing is loaded."""
    unique: bool = False
    """Whether a joined collection repeats the row."""


def loaded(
    contract: Contract, entity: Entity, paths: tuple[str, ...], into: Module, *, paged: bool = False
) -> Loaded:
    """A single collection of a single row is joined; several, or those of many rows, are not."""
    longest = [each for each in paths if not any(o.startswith(f"{each}.") for o in paths)]
    many = {part for each in paths for part in _collections(contract, entity, each)}
    join = len(many) == 1 and not paged
    chains = [_chain(contract, entity, each, into, join=join) for each in longest]
    if not chains:
        return Loaded()
    use_tables(contract, into)
    return Loaded(f".options({', '.join(chains)})", bool(many) and join)


def steps(contract: Contract, entity: Entity, path: str) -> list[tuple[Entity, Relation]]:
    """Each relation of a path, with the entity that has it."""
    found: list[tuple[Entity, Relation]] = []
    for name in path.split("."):
        step = relation(entity, name)
        if step is None:
            break
        found.append((entity, step))
        entity = contract.entity(step.entity)
    return found


def _collections(contract: Contract, entity: Entity, path: str) -> list[str]:
    found = steps(contract, entity, path)
    return [f"{owner.name}.{step.name}" for owner, step in found if step.many]


def _chain(contract: Contract, entity: Entity, path: str, into: Module, *, join: bool) -> str:
    parts: list[str] = []
    for owner, step in steps(contract, entity, path):
        loader = "selectinload" if step.many and not join else "joinedload"
        name = f"{into.use(model(owner))}.{step.name}"
        if not parts:
            into.use_from(_ORM, loader)
        parts.append(f"{loader}({name})")
    return ".".join(parts)
