"""What every new row needs, whoever makes it."""

from backwright.contract.entities import Auto, Entity
from backwright.plan.finder_loads import relation
from backwright.shape import Kind


def empty_relations(entity: Entity, paths: tuple[str, ...]) -> list[str]:
    """A new row is answered before it is stored, so it says itself that it has no children."""
    found = []
    for path in paths:
        held = relation(entity, path)
        if held is not None:
            found.append(f"{held.name}={'[]' if held.many else 'None'}")
    return found


def numbered(entity: Entity) -> list[str]:
    """Where the database makes the key, an answer has to wait for it."""
    if entity.key.shape.kind is Kind.INTEGER and entity.key.auto is Auto.ID:
        return ["await session.flush()  # the database numbers it"]
    return []
