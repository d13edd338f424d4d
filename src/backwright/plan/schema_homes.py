"""In which module each schema's class stands, so that no two modules import each other."""

from collections.abc import Mapping

from backwright.contract.model import Contract
from backwright.plan.memo import once
from backwright.plan.names import domains
from backwright.plan.schema_uses import refs, uses

CORE = "core"
"""The package of schemas that no domain uses: the body of refusals."""


@once
def homes(contract: Contract) -> Mapping[str, str]:
    """Schema → package: that of the entity it is about, else of the operation that uses it first.

    Where packages would import each other, the schema that refers moves to the later of the two.
    """
    found = {each.name: _natural(contract, each.name) for each in contract.schemas}
    order = {name: at for at, name in enumerate((*domains(contract), CORE))}
    linked = {
        each.name: [r for own in each.properties for r in refs(own.shape) if r in found]
        for each in contract.schemas
    }
    rings = _rings({name: found[name] for name in found}, linked)
    moved = True
    while moved:
        moved = False
        for name, targets in linked.items():
            for target in targets:
                together = rings[found[name]] == rings[found[target]]
                if together and order[found[name]] < order[found[target]]:
                    found[name] = found[target]
                    moved = True
    return found


def _natural(contract: Contract, name: str) -> str:
    known = uses(contract)
    view, body = contract.view(name), contract.input(name)
    entity = view.entity if view is not None and view.entity else body.entity if body else ""
    if entity and (name in known.answers or name in known.bodies):
        return contract.entity(entity).domain
    users = known.answers.get(name) or known.bodies.get(name)
    return users[0].domain if users else CORE


def _rings(home: Mapping[str, str], linked: Mapping[str, list[str]]) -> dict[str, str]:
    """Package → the first of those packages that it imports and that import it, by any way."""
    packages = list(dict.fromkeys(home.values()))
    imports: dict[str, set[str]] = {each: {each} for each in packages}
    for name, targets in linked.items():
        imports[home[name]].update(home[each] for each in targets)
    for middle in packages:
        for each in packages:
            if middle in imports[each]:
                imports[each] |= imports[middle]
    return {
        each: next(other for other in packages if other in imports[each] and each in imports[other])
        for each in packages
    }
