"""Bare `backwright`: what was found here, in what state, and the next command."""

from pathlib import Path

from backwright.cli import output
from backwright.cli.options import Settings
from backwright.cli.status import DONE, NOTHING
from backwright.contract.dump import plain
from backwright.emit.write import committed
from backwright.emit.write.committed import Committed
from backwright.read import discover
from backwright.read.discover import FeatureFiles, Project
from backwright.read.earlier import base_of, hashes
from backwright.report import diagnostics, document
from backwright.report.words import counted, row
from backwright.steps import recovery


def run(root: Path, settings: Settings) -> int:
    project = discover.find(root)
    recovered = recovery.recovered(root, project.features)
    standing = {base: committed.read(root, base) for base in _bases(project)}
    problems = [*recovered, *project.diagnostics]
    problems += [each for state in standing.values() for each in state.diagnostics]
    states = {each.folder: _state(each, standing, root) for each in project.features}
    code = DONE if project.features else NOTHING
    if settings.json:
        frame = document.frame("", code, problems)
        features = [{**_plain(each), "state": states[each.folder]} for each in project.features]
        output.as_json({**frame, "features": features, "output": project.output.folder or "."})
    elif not project.features:
        output.aside(diagnostics.text(problems))
        output.text([row("next", "backwright init    lays down an example to start from")])
    else:
        output.text(_lines(project, states))
        output.aside(diagnostics.text(problems))
    return code


def _plain(feature: FeatureFiles) -> dict[str, object]:
    found = plain(feature)
    return dict(found) if isinstance(found, dict) else {}


def _bases(project: Project) -> list[str]:
    return list(dict.fromkeys(base_of(each.folder) for each in project.features))


def _state(feature: FeatureFiles, standing: dict[str, Committed], root: Path) -> str:
    """new, implemented, or changed since it was implemented."""
    known = standing[base_of(feature.folder)].lock.features.get(feature.folder)
    if known is None:
        return "new"
    return "implemented" if dict(known) == hashes(root, feature) else "changed"


def _lines(project: Project, states: dict[str, str]) -> list[str]:
    lines = [row("found", counted(len(project.features), "feature"))]
    width = max(len(each.folder or ".") for each in project.features)
    for each in project.features:
        files = counted(len(each.files), "file")
        lines.append(row("", f"{each.folder or '.':<{width}}  {states[each.folder]:<11}  {files}"))
    place = project.output
    lines.append(row("output", f"{place.folder or '.'}/  ({place.reason})"))
    waiting = [
        each.folder or "." for each in project.features if states[each.folder] != "implemented"
    ]
    verb = f"backwright implement {waiting[0]}" if waiting else "backwright document"
    return [*lines, row("next", verb)]
