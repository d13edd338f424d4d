"""The steps that `plan`, `implement` and `document` share: one feature, its questions, its plan."""

from dataclasses import dataclass, replace
from pathlib import Path

from backwright import driver
from backwright.cli import answers, ask, output
from backwright.cli.options import Settings
from backwright.diagnostics import command
from backwright.emit.write import committed
from backwright.outcome import Discovered, Planned, Wanted
from backwright.read import discover
from backwright.read.earlier import base_of, texts
from backwright.report import document
from backwright.source import Span


@dataclass(frozen=True, slots=True)
class Refused(Exception):
    """The verb ends here with this status; why was printed already."""

    status: int


def read(root: Path, settings: Settings) -> Discovered:
    """What is written about the one feature that is meant."""
    given = answers.of(settings)
    found = driver.discover(root, settings.target, given, settings.output)
    if found.nothing or found.committed.diagnostics:
        raise Refused(refused(found, settings))
    if len(found.features) > 1:
        names = ", ".join(each.folder for each in found.features[:5])
        count = len(found.features)
        problem = command.SEVERAL.at(
            Span(".", 1), count=count, verb=settings.verb, names=f"{names}{' …' * (count > 5)}"
        )
        raise Refused(output.refused(settings.verb, (problem,), as_document=settings.json))
    wrong = answers.wrong(settings, found.bound)
    if wrong:
        raise Refused(output.refused(settings.verb, wrong, as_document=settings.json))
    return found


def standing(root: Path, settings: Settings) -> str | None:
    """The feature that was named, else the first one that was implemented here, else none."""
    if settings.target is not None:
        return settings.target
    for each in discover.find(root).features:
        known = committed.read(root, base_of(each.folder)).lock.features
        if each.folder in known:
            return each.folder or "."
    return None


def asked(root: Path, settings: Settings, found: Discovered) -> Discovered:
    """The same after its questions were put to somebody, if somebody is there."""
    if not found.open or settings.json or not ask.possible():
        return found
    given = answers.of(settings)
    said = {**given.given, **ask.ask(found.open)}
    answered = replace(given, given=said, by=ask.name())
    return driver.discover(root, settings.target, answered, settings.output)


def planned(found: Discovered, settings: Settings) -> Planned:
    """What would be written."""
    made = driver.plan(found, Wanted(settings.output, settings.only))
    if made is None:
        raise Refused(refused(found, settings))
    return made


def refused(found: Discovered, settings: Settings) -> int:
    """Nothing can be read or nothing may be written: says why."""
    if settings.json:
        value = told(found, settings.verb, 2)
        output.as_json(value)
        return 2
    return output.refused(settings.verb, found.diagnostics, as_document=False)


def told(found: Discovered, verb: str, code: int) -> dict[str, object]:
    """The reading part of a verb's document."""
    frame = document.frame(verb, code, found.diagnostics)
    root, place = found.project.root, found.project.output.folder
    written = {path: text.split("\n") for path, text in texts(root, found.facts.values())}
    return {**frame, **document.discovered(found, written, place)}
