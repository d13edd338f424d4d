"""`demo`: the bundled example, from its specification to two people who use its backend."""

import shutil
import tempfile
from pathlib import Path
from typing import Final

from backwright import driver
from backwright.cli import implement, output
from backwright.cli.options import Settings
from backwright.cli.status import DONE, OPEN
from backwright.contract.bound import Answers
from backwright.diagnostics import Diagnostic, command
from backwright.outcome import Implemented, Wanted
from backwright.report import diagnostics, discovered, document
from backwright.report.words import row
from backwright.source import Span
from backwright.steps import beginning, bundled, serving, walk

_PREFIX: Final = "backwright-demo-"


def run(root: Path, settings: Settings) -> int:
    if not settings.target:
        return _passing(settings)
    place = root / settings.target
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        problem = command.OCCUPIED.at(Span(place.name, 1), path=settings.target)
        return output.refused("demo", (problem,), as_document=settings.json)
    place.mkdir(parents=True, exist_ok=True)
    return _shown(place, settings)


def _passing(settings: Settings) -> int:
    """In a folder that is gone afterwards, unless what went wrong is to be seen in it."""
    place, code = Path(tempfile.mkdtemp(prefix=_PREFIX)), DONE
    try:
        code = _shown(place, settings)
    finally:
        if code == DONE:
            shutil.rmtree(place, ignore_errors=True)
    return code


def _shown(place: Path, settings: Settings) -> int:
    done, steps, problems = _run(place, settings)
    code = OPEN if problems else DONE
    kept = bool(settings.target or problems)
    if settings.json:
        told = [{"request": each.request, "who": each.who, "status": each.status, "says": each.says,
                 "good": each.good} for each in steps]  # fmt: skip
        frame = document.frame("demo", code, problems)
        built = document.implemented(done) if done else {}
        output.as_json({**frame, **built, "place": str(place) if kept else "", "steps": told})
    else:
        output.aside(diagnostics.text(problems))
        output.text(["", *_ending(place if kept else None, done, good=not problems)])
    return code


def _run(
    place: Path, settings: Settings
) -> tuple[Implemented | None, tuple[walk.Step, ...], tuple[Diagnostic, ...]]:
    """As far as it goes, with what was wrong."""
    laid, failed = beginning.lay(place, bundled.SHOWN)
    if failed:
        return None, (), failed
    feature = next(each for each in laid if each.endswith("/spec.md")).removesuffix("/spec.md")
    shown = [f"$ backwright implement {feature} --accept-defaults"]
    found = driver.discover(place, feature, Answers(accept_defaults=True))
    planned = driver.plan(found, Wanted())
    if planned is None:
        return None, (), found.diagnostics
    shown += [*discovered.following(found.features[0]), discovered.read(found)]
    _say(shown, settings)
    output.progress("running the generated tests", settings)
    done = driver.implement(planned, tests=True)
    _say(implement.lines(done, Settings(verb="demo", target=feature), dry=False), settings)
    errors = tuple(each for each in done.diagnostics if each.severity.value == "error")
    if not done.written:
        return done, (), errors or done.diagnostics
    steps, problems = _walked(planned.target.output, settings)
    return done, steps, (*errors, *problems)


def _walked(
    backend: Path, settings: Settings
) -> tuple[tuple[walk.Step, ...], tuple[Diagnostic, ...]]:
    shown = str(backend)
    at = Span(backend.name, 1)
    with tempfile.TemporaryDirectory(prefix=_PREFIX) as scratch:
        try:
            with serving.served(backend, Path(scratch)) as port:
                _say(["", f"$ fastapi run    (http://127.0.0.1:{port})"], settings)
                steps = walk.walk(port, lambda step: _say([_line(step)], settings))
        except serving.NotServed as error:
            return (), (command.DEMO_FAILED.at(at, what=str(error), path=shown),)
    bad = [each for each in steps if not each.good]
    return steps, tuple(
        command.DEMO_FAILED.at(
            at, what=f"{each.who}, {each.request}: {each.status or 'no answer'}", path=shown
        )
        for each in bad
    )


def _line(step: walk.Step) -> str:
    mark = "" if step.good else "  <- not as specified"
    request = step.request if len(step.request) < 32 else f"{step.request[:30]}…"
    return f"{step.who:<7} {request:<32} {step.status or '---'}  {step.says}{mark}"


def _say(lines: list[str], settings: Settings) -> None:
    if not settings.json:
        output.text(lines)
        output.flush()


def _ending(place: Path | None, done: Implemented | None, *, good: bool) -> list[str]:
    """`place` is where it was built, if that stays."""
    lines = [row("demo", "everything as specified" if good else "not everything as specified")]
    if place is None:
        lines += [row("", "built in a folder that is gone; backwright demo FOLDER keeps it")]
    elif done is not None:
        found = done.planned.found
        report = found.committed.shown(f"reports/{found.features[0].name}.md")
        lines += [row("report", f"{place}/{report}")]
        lines += [row("backend", f"{place}/{done.planned.output}")]
    return [*lines, row("next", "backwright init    in a folder of your own")]
