"""What is remembered of a run, as the texts of files below `.backwright`."""

from collections.abc import Iterable
from dataclasses import replace

from backwright.contract import decisions as decisions_file
from backwright.contract.model import Decision
from backwright.emit.write.committed import DECISIONS, LOCK, REPORTS
from backwright.emit.write.lock import Lock, dump
from backwright.outcome import Discovered, Planned
from backwright.read.discover import FeatureFiles
from backwright.read.earlier import hashes
from backwright.report.feature_report import report
from backwright.steps import ledgers, place


def decisions(found: Discovered) -> tuple[Decision, ...]:
    """What was decided now and before. Those whose sentences changed are gone; those that this
    contract does not raise stay, for another one may."""
    if found.bound is None:
        return found.committed.decisions
    raised = {each.code for each in found.bound.undecided}
    kept = [each for each in found.committed.decisions if each.code not in raised]
    made = [_with_text(each, found) for each in found.bound.decisions]
    return tuple(sorted((*kept, *made), key=lambda each: each.code))


def _with_text(decision: Decision, found: Discovered) -> Decision:
    """The question's words, so that the file can be read on its own."""
    assert found.bound is not None  # noqa: S101  for the type checker
    asked = {each.code: each.text for each in found.bound.questions}
    before = {
        each.code: each.text for each in found.committed.decisions if each.hash == decision.hash
    }
    text = asked.get(decision.code) or before.get(decision.code) or decision.text
    return replace(decision, text=text)


def texts(planned: Planned) -> dict[str, str]:
    """`lock.json`, `decisions.toml` and the reports as they will be."""
    found, root = planned.found, planned.found.project.root
    features = {each.folder: hashes(root, each) for each in (*found.before, *found.features)}
    lock = Lock(
        output=place.kept(planned.target),
        features=features,
        files=planned.changes.written,
        tables=planned.backend.tables,
        revisions=planned.backend.revisions,
    )
    texts = {LOCK: dump(lock)}
    if planned.decisions != tuple(sorted(found.committed.decisions, key=lambda each: each.code)):
        texts[DECISIONS] = decisions_file.write(planned.decisions)
    return {**texts, **reports(planned)}


def reports(planned: Planned) -> dict[str, str]:
    """Of every feature that the backend is built from: one moves the lines of the others."""
    found = planned.found
    features = (*found.features, *found.before)
    files = planned.standing
    ledger = ledgers.of_files(found, files, planned.output, features)
    return {report_name(each, features): report(planned, each, ledger) for each in features}


def report_name(feature: FeatureFiles, among: Iterable[FeatureFiles]) -> str:
    """`reports/003-orders.md`, with the whole folder in it where two features share a name."""
    same = [each for each in among if each.name == feature.name]
    name = feature.name if len(same) < 2 else feature.folder.replace("/", "-")
    return f"{REPORTS}/{name}.md"
