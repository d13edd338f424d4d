"""`decisions`: what was decided, by whom, and what is still open."""

from pathlib import Path

from backwright.cli import output
from backwright.cli.options import Settings
from backwright.cli.status import DONE, NOTHING
from backwright.contract.dump import plain
from backwright.contract.model import Decision
from backwright.emit.write import committed
from backwright.emit.write.committed import Committed
from backwright.read import discover
from backwright.read.earlier import base_of
from backwright.report import diagnostics, document
from backwright.report.words import row, short
from backwright.steps import recovery


def run(root: Path, settings: Settings) -> int:
    project = discover.find(root, settings.target)
    recovered = recovery.recovered(root, project.features)
    standing = [committed.read(root, base) for base in _bases(project)]
    problems = [
        *recovered,
        *project.diagnostics,
        *(each for one in standing for each in one.diagnostics),
    ]
    unknown = settings.target is not None and not project.features
    code = NOTHING if unknown or _broken(standing) else DONE
    if settings.json:
        made = [plain(each) for one in standing for each in one.decisions]
        output.as_json({**document.frame("decisions", code, problems), "decisions": made})
        return code
    output.aside(diagnostics.text(problems))
    if code == DONE:
        output.text(_lines(standing))
    return code


def _broken(standing: list[Committed]) -> bool:
    return any(each.diagnostics for each in standing)


def _bases(project: discover.Project) -> list[str]:
    return list(dict.fromkeys(base_of(each.folder) for each in project.features)) or [""]


def _lines(standing: list[Committed]) -> list[str]:
    lines: list[str] = []
    for one in standing:
        if one.decisions:
            lines += [row("in", one.shown(committed.DECISIONS)), "", *_table(one.decisions), ""]
    if not lines:
        return [
            row("decided", "nothing yet"),
            row("next", "backwright discover    lists the questions that are open"),
        ]
    return [*lines, row("next", "edit `option` in that file to decide otherwise, and implement")]


def _table(decisions: tuple[Decision, ...]) -> list[str]:
    made = sorted(decisions, key=lambda each: each.code)
    code = max(len(each.code) for each in made)
    option = max(len(each.option) for each in made)
    by = max(len(each.by) for each in made)
    return [
        f"{each.code:<{code}}  {each.option:<{option}}  {each.by:<{by}}  {short(each.text, 90)}"
        for each in made
    ]
