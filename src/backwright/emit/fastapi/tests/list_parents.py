"""Lists below a row: what belongs to another row of the same owner is not shown."""

from backwright.contract import aspects
from backwright.emit.fastapi.tests.listing import Listing


def apart(made: Listing) -> None:
    """`/orders/{id}/lines` of two orders."""
    contract, found = made.contract, made.operation.lookups
    last = found[-1] if found else None
    if last is None or last.entity not in made.scene.rows or last.entity == made.entity.name:
        return
    parent = contract.entity(last.entity)
    above = made.scene.rows[parent.name]
    held = f"{above}.{parent.key.name}"
    column = next((name for name, value in made.scene.parents.items() if value == held), "")
    if not column or above == made.scene.owner:
        return
    values = {}
    if last.through and len(found) > 1:
        upper = contract.entity(found[-2].entity)
        if upper.name not in made.scene.rows:
            return
        values[last.through] = f"{made.scene.rows[upper.name]}.{upper.key.name}"
    row = made.row({})
    other = made.scene.add(parent, values, f"other_{above}")
    made.row({column: f"{other}.{parent.key.name}"}, f"{row}_of_{other}")
    made.test(
        f"shows_only_what_belongs_to_the_{above}",
        "",
        [f"response = {made.ask()}", "", f"assert {made.shown()} == {made.keys(row)}"],
        [aspects.operation(made.operation.id)],
    )
