"""What a verb tells, as one JSON document. The same input gives the same bytes."""

from collections.abc import Iterable, Mapping
from typing import Any

from backwright import __version__
from backwright.contract.dump import plain
from backwright.contract.model import Decision, Question
from backwright.contract.origins import without_origin
from backwright.diagnostics import Diagnostic
from backwright.outcome import Discovered, Implemented, Line, Planned
from backwright.report import ledger as ledgers
from backwright.source import Span

Json = Any
Lines = Mapping[str, list[str]]
"""The lines of the files that were followed, by path."""


def frame(verb: str, status: int, diagnostics: Iterable[Diagnostic]) -> dict[str, Json]:
    """What every document begins with."""
    return {
        "backwright": __version__,
        "verb": verb,
        "exit": status,
        "diagnostics": [plain(each) for each in diagnostics],
    }


def discovered(found: Discovered, lines: Lines, output: str) -> dict[str, Json]:
    """What was read, what it means and what is open."""
    bound = found.bound
    taken = {each.code: each.option for each in bound.decisions} if bound else {}
    open_codes = {each.code for each in found.open}
    return {
        "features": [plain(each) for each in found.features],
        "with": [each.folder for each in found.before],
        "files": _files(found),
        "output": output or ".",
        "statements": [plain(each.statement) for each in found.ledger],
        "ledger": [_line(each) for each in found.ledger],
        "summary": {state.value: n for state, n in ledgers.counts(found.ledger).items()},
        "conserved": bound is not None and not found.uncounted,
        "uncounted": [each.message for each in found.uncounted],
        "questions": [
            question(each, lines, "" if each.code in open_codes else taken.get(each.code, ""))
            for each in (bound.questions if bound else ())
        ],
        "decisions": [plain(each) for each in _decisions(found)],
        "without_origin": list(without_origin(bound.contract)) if bound else [],
        "needs_code": plain(bound.needs_code) if bound else {},
        "contract": plain(bound.contract) if bound else None,
    }


def planned(plan: Planned) -> dict[str, Json]:
    """What would be written. Of private files the text is left out."""
    bound = plan.found.bound
    operations = bound.contract.operations if bound else ()
    return {
        "output": plan.output,
        "ledger": [_line(each) for each in plan.ledger],
        "summary": {state.value: n for state, n in ledgers.counts(plan.ledger).items()},
        "decisions": [plain(each) for each in plan.decisions],
        "operations": [
            {"id": each.id, "method": each.method, "path": each.path, "hook": each.hook}
            for each in operations
        ],
        "changes": [
            {
                "path": each.path,
                "action": each.action.value,
                "reason": each.reason,
                "private": each.private,
            }
            for each in plan.changes.files
        ],
        "asserted": _asserted(plan),
    }


def _asserted(plan: Planned) -> dict[str, Json]:
    """Aspect → the files that carry it, and the tests that miss it where it is taken away."""
    found: dict[str, dict[str, list[str]]] = {}
    for file in plan.standing:
        for aspect in file.built:
            found.setdefault(aspect, {"built": [], "asserted": []})["built"].append(file.path)
        for aspect in file.asserted:
            found.setdefault(aspect, {"built": [], "asserted": []})["asserted"].append(file.path)
    return {aspect: found[aspect] for aspect in sorted(found)}


def implemented(done: Implemented) -> dict[str, Json]:
    """What was written, and what its tests say."""
    return {"written": done.written, "tests": plain(done.tests)}


def question(asked: Question, lines: Lines, taken: str) -> dict[str, Json]:
    """A question as an agent reads it; `decided` is empty while it is open."""
    return {
        "code": asked.code,
        "kind": asked.kind.value,
        "blocking": asked.blocking,
        "text": asked.text,
        "spans": [
            {"file": each.file, "line": each.line, "text": _text(each, lines)}
            for each in asked.spans
        ],
        "options": [plain(each) for each in asked.options],
        "default": asked.default,
        "decided": taken,
    }


def _decisions(found: Discovered) -> Iterable[Decision]:
    made = found.bound.decisions if found.bound else found.committed.decisions
    return sorted(made, key=lambda each: each.code)


def _files(found: Discovered) -> list[Json]:
    paths = {each.path: each.role.value for feature in found.features for each in feature.files}
    return [{"path": path, "role": role} for path, role in paths.items()]


def _line(line: Line) -> dict[str, Json]:
    return {
        "statement": line.entry.statement,
        "feature": line.feature,
        "kind": line.statement.kind.value,
        "state": line.entry.state.value,
        "reason": line.entry.reason,
        "aspects": list(line.entry.aspects),
        "span": plain(line.statement.span),
        "text": line.statement.text,
    }


def _text(span: Span, lines: Lines) -> str:
    known = lines.get(span.file, [])
    return known[span.line - 1].strip() if 1 <= span.line <= len(known) else ""
