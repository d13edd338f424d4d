"""`discover`: which files are followed, and what each line of them became."""

from pathlib import Path

from backwright.cli import output, status
from backwright.cli.options import Settings
from backwright.contract.bound import Answers
from backwright.driver import discover
from backwright.outcome import Discovered
from backwright.read.earlier import texts
from backwright.report import diagnostics, discovered, document, ledger, questions
from backwright.report.words import row

_MOST = 6
"""Questions and diagnostics that are shown before the list is cut."""


def run(root: Path, settings: Settings) -> int:
    found = discover(root, settings.target, Answers())
    code = status.of_reading(found, settings)
    if settings.json:
        output.as_json(told(found, code))
        return code
    if not found.features:
        return output.refused("discover", found.diagnostics, as_document=False)
    output.text(lines(found, settings))
    return code


def told(found: Discovered, code: int) -> dict[str, object]:
    frame = document.frame("discover", code, found.diagnostics)
    written = {
        path: text.split("\n") for path, text in texts(found.project.root, found.facts.values())
    }
    return {**frame, **document.discovered(found, written, found.project.output.folder)}


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
        shown += [
            "",
            *diagnostics.text(found.diagnostics, most=_MOST, command=f"{again} --format json"),
        ]
    return [*shown, "", row("next", _next(found, named))]


def _next(found: Discovered, named: str) -> str:
    if len(found.features) > 1:
        return f"backwright discover {found.features[0].folder}"
    return f"backwright implement {named or found.features[0].folder}"
