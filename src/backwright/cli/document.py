"""`document`: the reports from sentence to code to check, and the OpenAPI document."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from backwright import driver
from backwright.cli import one_feature, output, status
from backwright.cli.one_feature import Refused
from backwright.cli.options import Settings
from backwright.contract.model import State
from backwright.diagnostics import Severity, command
from backwright.emit.write.committed import REPORTS
from backwright.outcome import Planned
from backwright.report import diagnostics, document, implemented
from backwright.report import ledger as ledgers
from backwright.report.words import counted, cut, row, short, wrapped
from backwright.source import Span

_SHOWN: Final = 8


def run(root: Path, settings: Settings) -> int:
    settings = replace(settings, accept_defaults=True, target=one_feature.standing(root, settings))
    try:
        found = one_feature.read(root, settings)
        planned = one_feature.planned(found, settings)
    except Refused as end:
        return end.status
    feature = found.features[0].folder
    if feature not in found.committed.lock.features:
        problem = command.NOT_IMPLEMENTED.at(Span(feature or ".", 1), feature=feature or ".")
        return output.refused("document", (problem,), as_document=settings.json)
    texts, problems = driver.document(planned)
    told = (*planned.diagnostics, *problems)
    code = status.of_plan(planned, settings)
    if any(each.severity is Severity.ERROR for each in problems):
        code = status.NOTHING
    if settings.json:
        whole = one_feature.told(found, "document", code)
        written = [found.committed.shown(each) for each in sorted(texts)]
        frame = document.frame("document", code, told)
        output.as_json({**whole, **frame, **document.planned(planned), "written": written})
    else:
        output.text(_lines(planned, sorted(texts)))
        output.aside(diagnostics.text(told, most=8, command="backwright document --format json"))
    return code


def _lines(planned: Planned, written: list[str]) -> list[str]:
    committed = planned.found.committed
    lines = [row("" if n else "written", committed.shown(each)) for n, each in enumerate(written)]
    lines += wrapped("ledger", ledgers.parts(planned.ledger) or ["empty"])
    lines += [*implemented.waiting(planned), *implemented.edges(planned.ledger)]
    untested = [each for each in planned.ledger if each.entry.state is State.BUILT]
    if untested:
        more = committed.shown(REPORTS)
        rows = [f"{each.statement.id}  {short(each.statement.text, 72)}" for each in untested]
        lines += ["", row("tests", f"{len(rows)} worth adding")]
        lines += cut([row("", each) for each in rows], _SHOWN, more)
    changed = planned.changes.writing
    verb = f"backwright implement {planned.found.features[0].folder}".rstrip()
    after = f"{verb}    {counted(len(changed), 'file')} would change" if changed else "pytest"
    return [*lines, "", row("next", after)]
