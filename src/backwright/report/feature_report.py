"""The report of one feature, in Markdown: from every sentence to its code and its check."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from backwright.contract.model import State
from backwright.outcome import Line, Planned
from backwright.read.discover import FeatureFiles
from backwright.read.facts import StatementKind
from backwright.report import ledger as ledgers
from backwright.report.markdown import code, plain, some, table
from backwright.report.traces import Trace, Traces

_MOST: Final = 3
"""Places that are named for one statement."""
_GROUPS: Final = (
    ("Requirements", (StatementKind.REQUIREMENT,)),
    ("Scenarios", (StatementKind.SCENARIO,)),
    ("Edge cases", (StatementKind.EDGE_CASE,)),
    ("Clarifications", (StatementKind.CLARIFICATION,)),
    ("Success criteria", (StatementKind.SUCCESS_CRITERION,)),
    (
        "Data model",
        (StatementKind.KEY_ENTITY, StatementKind.FIELD, StatementKind.MODEL_RULE),
    ),
    (
        "Contract",
        (
            StatementKind.OPERATION,
            StatementKind.PARAMETER,
            StatementKind.PROPERTY,
            StatementKind.RESPONSE,
            StatementKind.SECURITY,
        ),
    ),
    (
        "Standards, plan and tasks",
        (StatementKind.DIRECTIVE, StatementKind.PLAN, StatementKind.TASK),
    ),
)


def report(planned: Planned, feature: FeatureFiles, ledger: Sequence[Line]) -> str:
    """The same for the same specification and backend: no times, no machine."""
    traces = Traces(planned)
    own = [traces.of(each) for each in ledger if each.feature == feature.folder]
    lines = [f"# {plain(feature.name)}", "", *_sources(planned, feature), *_states(own)]
    lines += [*_needs_code(own), *_decisions(planned), *_questions(planned, feature)]
    lines += [*_edges(own), *_matrix(own), *_worth_adding(own)]
    return "\n".join(lines).rstrip() + "\n"


def _sources(planned: Planned, feature: FeatureFiles) -> Iterator[str]:
    yield "What became of every sentence of this specification, and where to find it."
    yield ""
    yield f"- backend: {code(planned.output + '/' if planned.output != '.' else 'this folder')}"
    yield f"- followed: {', '.join(code(each.path) for each in feature.files) or 'nothing'}"
    yield ""


def _states(own: Sequence[Trace]) -> Iterator[str]:
    counts = ledgers.counts(each.line for each in own)
    yield from table(
        ("state", "statements", "meaning"),
        ((ledgers.WORDS[state], str(counts[state]), ledgers.MEANINGS[state]) for state in State),
    )


def _needs_code(own: Iterable[Trace]) -> list[str]:
    waiting = [each.line for each in own if each.line.entry.state is State.NEEDS_CODE]
    rows = [f"- **{plain(each.statement.id)}** {plain(each.entry.reason)}" for each in waiting]
    return ["## Needs code", "", *rows, ""] if rows else []


def _decisions(planned: Planned) -> list[str]:
    rows = [
        (code(each.code), code(each.option), plain(each.by), plain(each.text))
        for each in planned.decisions
    ]
    heads = ("question", "answer", "by", "about")
    return ["## Decided", "", *table(heads, rows)] if rows else []


def _questions(planned: Planned, feature: FeatureFiles) -> list[str]:
    files = {each.path for each in feature.files}
    rows = [
        f"- {code(each.code)} {plain(each.text)} ({some([str(s) for s in each.spans], _MOST)})"
        for each in planned.found.open
        if not each.spans or any(span.file in files for span in each.spans)
    ]
    return ["## Open", "", *rows, ""] if rows else []


def _edges(own: Iterable[Trace]) -> list[str]:
    """Edge cases with how they are handled, as people ask for them."""
    rows = [
        f"- {plain(each.line.statement.text)}: **{ledgers.WORDS[each.line.entry.state]}**"
        for each in own
        if each.line.statement.kind is StatementKind.EDGE_CASE
        and each.line.entry.state in {State.DONE, State.BUILT}
    ]
    return ["## Edge cases that are handled", "", *rows, ""] if rows else []


def _matrix(own: Sequence[Trace]) -> Iterator[str]:
    for title, kinds in _GROUPS:
        rows = [_row(each) for each in own if each.line.statement.kind in kinds]
        if rows:
            heads = ("statement", "sentence", "state", "code", "checked by")
            yield from (f"## {title}", "", *table(heads, rows))


def _row(trace: Trace) -> tuple[str, ...]:
    statement, entry = trace.line.statement, trace.line.entry
    place = str(statement.span)
    named = "" if statement.id.split("#")[0] == place else f"{plain(statement.id)} "
    state = ledgers.WORDS[entry.state]
    if entry.state in {State.OUT_OF_SCOPE, State.NOT_UNDERSTOOD, State.ASKED} and entry.reason:
        state += f": {plain(entry.reason, 90)}"
    return (
        f"{named}{code(place)}",
        plain(statement.text),
        state,
        some(trace.code, _MOST) or "—",
        some(trace.checks, _MOST) or "—",
    )


def _worth_adding(own: Iterable[Trace]) -> list[str]:
    """Statements that code carries and no test would miss."""
    rows = [
        f"- {plain(each.line.statement.id)}: {plain(each.line.statement.text)}"
        f" ({some(each.code, 1) or 'everywhere'})"
        for each in own
        if each.line.entry.state is State.BUILT
    ]
    return ["## Tests worth adding", "", *rows, ""] if rows else []
