"""Which operations would answer in place of another, if they were asked first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from backwright.contract.operations import Operation

_ANY: Final = "{}"


@dataclass(slots=True)
class _Step:
    """What may follow after some segments of a path."""

    then: dict[str, "_Step"] = field(default_factory=dict)
    """Segment → the next step; all parameters are one."""
    ends: list[Operation] = field(default_factory=list)


class Hiding:
    """All paths as a tree, so that nobody compares each with each."""

    def __init__(self, operations: Iterable[Operation]) -> None:
        self._methods: dict[str, _Step] = {}
        for each in operations:
            step = self._methods.setdefault(each.method, _Step())
            for segment in _segments(each.path):
                step = step.then.setdefault(segment, _Step())
            step.ends.append(each)

    def of(self, operation: Operation) -> tuple[Operation, ...]:
        """Those whose parameters would take its segments: every path of it is one of theirs, and
        not the other way round."""
        start = self._methods.get(operation.method)
        return tuple(_above(start, _segments(operation.path))) if start is not None else ()


def _above(start: _Step, segments: tuple[str, ...]) -> Iterator[Operation]:
    waiting = [(start, 0, False)]
    while waiting:
        step, depth, wider = waiting.pop()
        if depth == len(segments):
            yield from step.ends if wider else ()
            continue
        segment = segments[depth]
        for name in dict.fromkeys((segment, _ANY)):
            following = step.then.get(name)
            if following is not None:
                waiting.append((following, depth + 1, wider or name != segment))


def _segments(path: str) -> tuple[str, ...]:
    return tuple(_ANY if each.startswith("{") else each for each in path.split("/")[1:])
