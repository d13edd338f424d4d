"""`explain CODE`: what a diagnostic, a question or a statement means, and where it leads."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from backwright import driver, review
from backwright.cli import output
from backwright.cli.options import Settings
from backwright.cli.status import DONE
from backwright.contract.bound import Answers
from backwright.contract.dump import plain
from backwright.contract.model import Decision, Question
from backwright.diagnostics import command
from backwright.diagnostics.catalogue import DECLARED, declared
from backwright.outcome import Line, Planned, Wanted
from backwright.read import discover
from backwright.report import document, explained
from backwright.report.traces import Trace, Traces
from backwright.source import Span


@dataclass(frozen=True, slots=True)
class _Found:
    """What of a project goes by a name."""

    questions: tuple[Question, ...] = ()
    decisions: tuple[Decision, ...] = ()
    traces: tuple[Trace, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.questions or self.decisions or self.traces)


def run(root: Path, settings: Settings) -> int:
    name = (settings.target or "").strip()
    known = declared(name)
    if known is not None:
        if settings.json:
            output.as_json({**document.frame("explain", DONE, ()), "diagnostic": plain(known)})
        else:
            output.text(explained.diagnostic(known))
        return DONE
    names: set[str] = {each.code for each in DECLARED}
    for planned in _plans(root):
        found = _found(planned, name)
        if found:
            _tell(found, planned, settings)
            return DONE
        names |= set(_names(planned))
    close = get_close_matches(name, sorted(names), n=3, cutoff=0.6)
    nearest = f"; did you mean {' or '.join(close)}?" if close else ""
    problem = command.NOTHING_KNOWN.at(Span("command line", 1), name=name, nearest=nearest)
    return output.refused("explain", (problem,), as_document=settings.json)


def _plans(root: Path) -> Iterator[Planned]:
    """Of one feature after the other, each with its safe defaults; nothing is written."""
    for each in discover.find(root).features:
        found = driver.discover(root, each.folder or ".", Answers(accept_defaults=True))
        planned = driver.plan(found, Wanted())
        if planned is not None:
            yield planned


def _found(planned: Planned, name: str) -> _Found:
    asked = _asked(planned)
    traces = Traces(planned)
    return _Found(
        tuple(each for each in asked if _is(each.code, name)),
        tuple(each for each in planned.decisions if _is(each.code, name)),
        tuple(traces.of(each) for each in planned.ledger if _means(each, name)),
    )


def _asked(planned: Planned) -> tuple[Question, ...]:
    """Every question of the feature, those that somebody has answered included."""
    bound = planned.found.bound
    if bound is None:
        return ()
    points = tuple(replace(each, answered=False) for each in bound.undecided)
    return review.questions(replace(bound, undecided=points))


def _is(code: str, name: str) -> bool:
    """By the whole code, or by its rule."""
    return name.lower() in {code.lower(), code.lower().partition("/")[0]}


def _means(line: Line, name: str) -> bool:
    named = {line.statement.id.lower(), str(line.statement.span).lower()}
    return name.lower() in named | {line.statement.id.lower().partition("#")[0]}


def _names(planned: Planned) -> Iterable[str]:
    yield from (each.code for each in _asked(planned))
    yield from (each.statement.id for each in planned.ledger)


def _tell(found: _Found, planned: Planned, settings: Settings) -> None:
    if not settings.json:
        taken = {each.code: each for each in found.decisions}
        output.text(explained.questions(found.questions, taken))
        output.text(explained.statements(found.traces, planned))
        return
    output.as_json(
        {
            **document.frame("explain", DONE, ()),
            "questions": [plain(each) for each in found.questions],
            "decisions": [plain(each) for each in found.decisions],
            "statements": [plain(each) for each in found.traces],
        }
    )
