"""`init`: an example specification and standards to edit; where features are, what is here."""

from pathlib import Path

from backwright.cli import output, overview
from backwright.cli.options import Settings
from backwright.cli.status import DONE, NOTHING
from backwright.diagnostics import command
from backwright.read import discover
from backwright.report import diagnostics, document
from backwright.report.words import row
from backwright.source import Span
from backwright.steps import beginning, bundled


def run(root: Path, settings: Settings) -> int:
    project = discover.find(root)
    if project.features:
        return overview.run(root, settings)
    if (root / "specs").exists():
        # Somebody began already: an example among their folders would be in the way.
        problem = command.NO_SPECIFICATION.at(Span("specs", 1))
        return output.refused("init", (*project.diagnostics, problem), as_document=settings.json)
    laid, failed = beginning.lay(root, bundled.BEGINNING)
    code = NOTHING if failed else DONE
    if settings.json:
        output.as_json({**document.frame("init", code, failed), "laid": list(laid)})
    elif failed:
        output.aside(diagnostics.text(failed))
    else:
        output.text(_lines(laid))
    return code


def _lines(laid: tuple[str, ...]) -> list[str]:
    lines = [row("" if number else "laid down", path) for number, path in enumerate(laid)]
    feature = next(each for each in laid if each.endswith("/spec.md")).removesuffix("/spec.md")
    return [
        *lines,
        row("about", "short notes, without accounts; edit it, or put your own beside it"),
        "",
        row("next", f"backwright implement {feature}"),
    ]
