"""Paths of a router: what they share, and in which order they are asked."""

from collections.abc import Iterable

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
