"""`discover`: which files are followed, and what each line of them became."""

from pathlib import Path
from typing import Final

from backwright.cli import one_feature, output, status
from backwright.cli.options import Settings
from backwright.contract.bound import Answers
from backwright.driver import discover
from backwright.outcome import Discovered
from backwright.report import diagnostics, discovered, ledger, questions
from backwright.report.words import row

_MOST: Final = 6
"""Questions and diagnostics that are shown before the list is cut."""


def run(root: Path, settings: Settings) -> int:
    found = discover(root, settings.target, Answers())
    code = status.of_reading(found, settings)
    if settings.json:
        output.as_json(one_feature.told(found, "discover", code))
    elif not found.features:
        output.refused("discover", found.diagnostics, as_document=False)
    else:
        output.text(lines(found, settings))
    return code


def lines(found: Discovered, settings: Settings) -> list[str]:
    """The first minute, and how to see the rest."""
    named = settings.target or ""
    again = f"backwright discover {named}".rstrip()
    shown: list[str] = []
    for feature in found.features:
        shown += [*discovered.following(feature), *discovered.files(found, feature)]
    place = found.project.output
    shown.append(row("output", f"{place.folder or '.'}/  ({place.reason})"))
    shown += [discovered.read(found), *discovered.ledger(found)]
    if settings.ledger:
        shown += ["", *ledger.lines(found.ledger)]
    if found.open:
        shown += ["", *questions.lines(found.open[:_MOST], {})]
        if len(found.open) > _MOST:
            shown.append(f"… and {len(found.open) - _MOST} more: {again} --format json")
    if found.diagnostics:
        rest = f"{again} --format json"
        shown += ["", *diagnostics.text(found.diagnostics, most=_MOST, command=rest)]
    if found.nothing:
        return [*shown, "", row("next", f"write {found.features[0].folder or '.'}/spec.md")]
    next_one = named if len(found.features) == 1 and named else found.features[0].folder
    verb = "implement" if len(found.features) == 1 else "discover"
    return [*shown, "", row("next", f"backwright {verb} {next_one}".rstrip())]
