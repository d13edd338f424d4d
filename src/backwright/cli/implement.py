"""`implement`: discover, plan, ask, write, run the generated tests, report."""

from pathlib import Path

from backwright import driver
from backwright.cli import one_feature, output, status
from backwright.cli.one_feature import Refused
from backwright.cli.options import Settings
from backwright.outcome import Implemented, Planned
from backwright.report import diagnostics, discovered, document, questions
from backwright.report import implemented as built
from backwright.report import planned as plans
from backwright.report.words import row


def run(root: Path, settings: Settings) -> int:
    try:
        found = one_feature.read(root, settings)
        dry = settings.dry_run or settings.check or settings.diff
        if not settings.json and not settings.diff:
            output.text([*discovered.following(found.features[0]), discovered.read(found)])
        found = found if dry else one_feature.asked(root, settings, found)
        planned = one_feature.planned(found, settings)
    except Refused as end:
        return end.status
    if dry:
        done = Implemented(planned, written=False, diagnostics=planned.diagnostics)
    else:
        if settings.tests:
            output.progress("writing, and running the generated tests", settings)
        done = driver.implement(planned, tests=settings.tests)
    code = status.of_implementing(done, settings, dry=dry)
    if settings.json:
        told = one_feature.told(found, settings.verb, code)
        frame = document.frame(settings.verb, code, done.diagnostics)
        output.as_json({**told, **frame, **document.planned(planned), **document.implemented(done)})
    elif settings.diff:
        output.text(plans.differences(planned.changes.files))
    else:
        output.text(lines(done, settings, dry=dry))
        output.aside(_problems(done, settings))
    return code


def lines(done: Implemented, settings: Settings, *, dry: bool) -> list[str]:
    """What comes after the first two lines, which were said before anything was asked."""
    planned = done.planned
    taken = {each.code: each.option for each in planned.decisions}
    asked = planned.found.bound.questions if planned.found.bound else ()
    still = {each.code for each in planned.found.open}
    shown = questions.lines(asked, {code: taken[code] for code in taken if code not in still})
    shown = ["", *shown, ""] if shown else shown
    shown += [row("output", f"{planned.output}/"), *plans.summary(planned)]
    shown += plans.files(planned.changes.files, 0 if dry else 12, _again(settings))
    if done.tests is not None and not done.tests.passed:
        return [*shown, *built.tests(done), row("put back", "everything stands as it stood before")]
    failed = not (done.written or dry or planned.blocked)
    if planned.refused or failed:
        return [*shown, row("refused", "nothing was written, see below")]
    shown += [*built.built(planned), *built.edges(planned.ledger), *built.decided(planned)]
    if not done.written and planned.blocked:
        return [*shown, "", row("waiting", built.refused(planned))]
    if dry:
        return [*shown, "", row("next", f"{_again(settings, '')} writes it")]
    return [*shown, *built.tests(done), "", *built.following_up(planned, _report(planned))]


def _problems(done: Implemented, settings: Settings) -> list[str]:
    return diagnostics.text(
        done.diagnostics, most=8, command=f"{_again(settings, '')} --format json"
    )


def _again(settings: Settings, flags: str = " --dry-run") -> str:
    return f"backwright implement {settings.target or ''}".rstrip() + flags


def _report(planned: Planned) -> str:
    return planned.found.committed.shown(f"reports/{planned.found.features[0].name}.md")
