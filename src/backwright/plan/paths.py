"""Paths of a router: what they share, and in which order they are asked."""

from collections.abc import Iterable, Mapping, Sequence

from backwright.contract.operations import Operation
from backwright.plan.hiding import Hiding


def shared_prefix(operations: Iterable[Operation]) -> str:
    """The longest start of whole, parameterless segments that all paths have."""
    found: list[str] | None = None
    for operation in operations:
        static = _static(operation.path)
        if found is None:
            found = static
            continue
        same = 0
        while same < min(len(found), len(static)) and found[same] == static[same]:
            same += 1
        found = found[:same]
    return "".join(f"/{each}" for each in found or ())


def in_order(operations: Iterable[Operation]) -> tuple[Operation, ...]:
    """As they were declared, but `/tasks/stats` before `/tasks/{task_id}`.

    Only what would otherwise be hidden moves: each operation goes in front of the first one
    whose parameters would take its segments.
    """
    declared = tuple(operations)
    hiding = Hiding(declared)
    placed: list[Operation] = []
    for operation in declared:
        placed.insert(_first(placed, hiding.of(operation)), operation)
    return tuple(placed)


def _first(placed: Sequence[Operation], wanted: Iterable[Operation]) -> int:
    """The place of the first of them, or the end."""
    known = {id(each) for each in wanted}
    if not known:
        return len(placed)
    return next((i for i, each in enumerate(placed) if id(each) in known), len(placed))


def routers_in_order(domains: Mapping[str, tuple[Operation, ...]]) -> tuple[str, ...]:
    """As they come, but each behind those whose segments its parameters would take. Where two
    would take each other's, the first stays the first."""
    hidden = _hidden(domains)
    waiting, found = dict.fromkeys(domains), list[str]()
    while waiting:
        free = (each for each in waiting if hidden[each].isdisjoint(waiting))
        chosen = next(free, next(iter(waiting)))
        del waiting[chosen]
        found.append(chosen)
    return tuple(found)


def _hidden(domains: Mapping[str, tuple[Operation, ...]]) -> dict[str, set[str]]:
    """Router → the others of which it would hide an operation, if it were asked first."""
    home = {id(each): name for name, own in domains.items() for each in own}
    hiding = Hiding(each for own in domains.values() for each in own)
    found: dict[str, set[str]] = {name: set() for name in domains}
    for name, own in domains.items():
        for operation in own:
            for other in hiding.of(operation):
                if home[id(other)] != name:
                    found[home[id(other)]].add(name)
    return found


def _static(path: str) -> list[str]:
    found: list[str] = []
    for each in _segments(path):
        if "{" in each or not each:
            break
        found.append(each)
    return found


def _segments(path: str) -> list[str]:
    return path.split("/")[1:]
