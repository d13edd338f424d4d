"""Everything that is known about one diagnostic, question or statement, as text."""

from collections.abc import Iterable, Mapping, Sequence

from backwright.contract.model import Decision, Origin, OriginKind, Question
from backwright.diagnostics.model import Declared
from backwright.outcome import Planned
from backwright.report import ledger as ledgers
from backwright.report.questions import one
from backwright.report.traces import Trace
from backwright.report.words import cut, printable, row, short

_MOST = 12


def diagnostic(known: Declared) -> list[str]:
    """Its two lines with their blanks, and its page."""
    return [
        f"{known.severity.value}[{known.code}] {known.message}",
        f"  help: {known.help}",
        "",
        *known.page.rstrip().split("\n"),
    ]


def questions(asked: Iterable[Question], taken: Mapping[str, Decision]) -> list[str]:
    """What each option changes, line by line, and what was decided."""
    lines: list[str] = []
    told = set()
    for each in asked:
        decided = taken.get(each.code)
        told.add(each.code)
        lines += one(each, decided.option if decided else "")
        for option in each.options:
            lines += ["", row("", f"with {option.key}:")]
            lines += cut([row("", f"  {printable(c)}") for c in option.changes], _MOST, "")
    for code, decision in taken.items():
        if code not in told:
            lines.append(f"  {code}  {short(decision.text, 80)}".rstrip())
            lines.append(f"      {decision.option}, decided by {decision.by}")
    return lines


def statements(traces: Sequence[Trace], planned: Planned) -> list[str]:
    lines: list[str] = []
    for each in traces:
        lines += ["", *_statement(each, planned)] if lines else _statement(each, planned)
    return lines


def _statement(trace: Trace, planned: Planned) -> list[str]:
    statement, entry = trace.line.statement, trace.line.entry
    lines = [row(statement.id if len(statement.id) < 12 else "sentence", printable(statement.text))]
    lines.append(row("written", str(statement.span)))
    reason = f": {printable(entry.reason)}" if entry.reason else ""
    lines.append(row("state", ledgers.WORDS[entry.state] + reason))
    if entry.aspects:
        lines += _listed("asks for", [f"{each}{_why(each, planned)}" for each in entry.aspects])
    lines += _listed("code", trace.code)
    lines += _listed("checked by", trace.checks)
    return lines


def _listed(label: str, texts: Sequence[str]) -> list[str]:
    return cut([row("" if n else label, text) for n, text in enumerate(texts)], _MOST, "the report")


def _why(aspect: str, planned: Planned) -> str:
    """Other places that ask for the same, and the standards and decisions behind it."""
    bound = planned.found.bound
    origins = bound.contract.origins.get(aspect, ()) if bound else ()
    named = dict.fromkeys(_origin(each) for each in origins)
    return f"  ({', '.join(list(named)[:4])})" if named else ""


def _origin(origin: Origin) -> str:
    if origin.kind is OriginKind.SPAN:
        return str(origin.span)
    return f"decision {origin.code}" if origin.kind is OriginKind.DECISION else origin.code
