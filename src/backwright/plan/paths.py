"""Paths of a router: what they share, and in which order they are asked."""

from collections.abc import Iterable, Mapping

from backwright.contract.operations import Operation


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
    placed: list[Operation] = []
    for operation in operations:
        at = next((i for i, each in enumerate(placed) if _hides(each, operation)), len(placed))
        placed.insert(at, operation)
    return tuple(placed)


def routers_in_order(domains: Mapping[str, tuple[Operation, ...]]) -> tuple[str, ...]:
    """As they come, but each behind those whose segments its parameters would take. Where two
    would take each other's, the first stays the first."""
    waiting, found = list(domains), list[str]()
    while waiting:
        free = (
            each
            for each in waiting
            if not any(_takes(domains[each], domains[other]) for other in waiting if other != each)
        )
        chosen = next(free, waiting[0])
        waiting.remove(chosen)
        found.append(chosen)
    return tuple(found)


def _takes(one: Iterable[Operation], other: Iterable[Operation]) -> bool:
    """Whether an operation of one router would hide one of the other."""
    theirs = tuple(other)
    return any(_hides(ours, each) for ours in one for each in theirs)


def _hides(one: Operation, other: Operation) -> bool:
    """Whether every path of `other` is one of `one`, and not the other way round."""
    ours, theirs = _segments(one.path), _segments(other.path)
    if len(ours) != len(theirs) or one.method != other.method:
        return False
    pairs = tuple(zip(ours, theirs, strict=True))
    takes = all(a == b or _is_parameter(a) for a, b in pairs)
    return takes and any(_is_parameter(a) and not _is_parameter(b) for a, b in pairs)


def _static(path: str) -> list[str]:
    found: list[str] = []
    for each in _segments(path):
        if "{" in each or not each:
            break
        found.append(each)
    return found


def _segments(path: str) -> list[str]:
    return path.split("/")[1:]


def _is_parameter(segment: str) -> bool:
    return segment.startswith("{")
