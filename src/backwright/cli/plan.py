"""`plan`: endpoints, models, dependencies, and what would change; writes nothing."""

from pathlib import Path

from backwright.cli import one_feature, output, status
from backwright.cli.one_feature import Refused
from backwright.cli.options import Settings
from backwright.outcome import Planned
from backwright.report import diagnostics, discovered, document, questions
from backwright.report import planned as reports
from backwright.report.words import row


def run(root: Path, settings: Settings) -> int:
    try:
        found = one_feature.read(root, settings)
        planned = one_feature.planned(found, settings)
    except Refused as end:
        return end.status
    code = status.of_plan(planned, settings)
    if settings.json:
        told = one_feature.told(found, settings.verb, code)
        frame = document.frame(settings.verb, code, planned.diagnostics)
        output.as_json({**told, **frame, **document.planned(planned)})
    elif settings.diff:
        output.text(reports.differences(planned.changes.files))
    else:
        output.text(lines(planned, settings))
    return code


def lines(planned: Planned, settings: Settings) -> list[str]:
    """Everything that would be there afterwards."""
    found = planned.found
    assert found.bound is not None  # noqa: S101  nothing is planned without
    shown = [row("output", f"{planned.output}/"), *discovered.following(found.features[0])]
    shown += [discovered.read(found), *reports.summary(planned)]
    shown += ["", *reports.endpoints(found.bound.contract, most=0)]
    shown += ["", *reports.models(found.bound.contract), *reports.dependencies(planned)]
    changed = reports.files(planned.changes.files)
    shown += ["", *changed] if changed else []
    if found.open:
        shown += ["", *questions.lines(found.open, {})]
    if planned.diagnostics:
        again = f"backwright plan {settings.target or ''}".rstrip() + " --format json"
        shown += ["", *diagnostics.text(planned.diagnostics, most=8, command=again)]
    named = settings.target or found.features[0].folder
    defaults = " --accept-defaults" if found.open else ""
    return [*shown, "", row("next", f"backwright implement {named}{defaults}")]
