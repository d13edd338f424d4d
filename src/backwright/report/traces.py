"""From a statement to the code that keeps it and the tests that would miss it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from backwright.contract.model import Contract
from backwright.outcome import Line, Planned
from backwright.plan import attributes, names
from backwright.plan.model import GeneratedFile
from backwright.report.whereabouts import Whereabouts


@dataclass(frozen=True, slots=True)
class Trace:
    """One line of the ledger with the places that carry it, `backend/app/orders/router.py:41`."""

    line: Line
    code: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()


class Traces:
    """The places of every aspect, in the files as they will stand."""

    def __init__(self, planned: Planned) -> None:
        bound = planned.found.bound
        self._output = planned.output
        self._files = planned.standing
        self._carriers = _by_aspect((each, each.built) for each in self._files)
        self._checkers = _by_aspect((each, each.asserted) for each in self._files)
        self._called = _Called(bound.contract) if bound else None
        after = {each.path: each.after for each in planned.changes.files if not each.proposed}
        self._texts = {each.path: after.get(each.path) or each.text for each in self._files}
        self._known: dict[str, Whereabouts] = {}

    def of(self, line: Line) -> Trace:
        code: dict[str, None] = {}
        checks: dict[str, None] = {}
        for aspect in line.entry.aspects:
            for file in self._carriers.get(aspect, ()):
                code[self._place(file, aspect)] = None
            for file in self._checkers.get(aspect, ()):
                checks[self._place(file, aspect)] = None
        return Trace(line, tuple(code), tuple(checks))

    def _place(self, file: GeneratedFile, aspect: str) -> str:
        shown = file.path if self._output == "." else f"{self._output}/{file.path}"
        if self._called is None:
            return shown
        if file.path not in self._known:
            self._known[file.path] = Whereabouts(self._texts[file.path])
        lines = self._called.lines(self._known[file.path], aspect, tests=bool(file.asserted))
        line = next(lines, 0)
        return f"{shown}:{line}" if line else shown


class _Called:
    """What the parts of a contract are called in the code."""

    def __init__(self, contract: Contract) -> None:
        self._functions = {each.id: names.route(each) for each in contract.operations}
        self._models = {each.name: names.model(each).name for each in contract.entities}
        self._schemas = {each.name: _classes(contract, each.name) for each in contract.schemas}

    def lines(self, there: Whereabouts, aspect: str, *, tests: bool) -> Iterator[int]:
        """The most telling one first."""
        kind, _, path = aspect.partition("/")
        name, *rest = path.split("/")
        if kind == "operation":
            function = self._functions.get(name, name)
            if tests:
                yield from there.tests(function)
            elif function in there.functions:
                yield there.functions[function]
        elif kind == "entity":
            model = self._models.get(name, name)
            if len(rest) > 1 and rest[0] == "field":
                yield from there.attribute((model, *there.classes), rest[1])
            if model in there.classes:
                yield there.classes[model]
        elif kind == "schema" and rest:
            yield from there.attribute(self._schemas.get(name, ()), names.attribute(rest[0]))


def _classes(contract: Contract, schema: str) -> tuple[str, ...]:
    found = []
    for body in (False, True):
        try:
            found.append(attributes.schema_class(contract, schema, body=body).name)
        except KeyError:  # it goes one way only
            continue
    return tuple(found)


def _by_aspect(
    files: Iterable[tuple[GeneratedFile, tuple[str, ...]]],
) -> Mapping[str, tuple[GeneratedFile, ...]]:
    """Aspect, or the whole that it is a part of → the files."""
    found: dict[str, dict[str, GeneratedFile]] = {}
    for file, aspects in files:
        for aspect in aspects:
            parts = aspect.split("/")
            for end in range(2, len(parts) + 1):
                found.setdefault("/".join(parts[:end]), {})[file.path] = file
    return {aspect: tuple(each.values()) for aspect, each in found.items()}
