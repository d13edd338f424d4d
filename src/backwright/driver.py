"""The pipeline on one screen: every step takes values and gives back a value."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from backwright.contract import counter
from backwright.contract.bind import bind
from backwright.contract.bound import Answers
from backwright.contract.origins import without_origin
from backwright.diagnostics import Diagnostic, command, writing
from backwright.emit import emit
from backwright.emit import write as disk
from backwright.emit.write import Place, committed
from backwright.outcome import Discovered, Implemented, Planned, Wanted
from backwright.read import discover as search
from backwright.read import sentences
from backwright.read.earlier import base_of, earlier, texts
from backwright.read.facts import Facts
from backwright.read.feature import read_feature
from backwright.review import review
from backwright.source import Span
from backwright.steps import ledgers, openapi, parts, place, recovery, state, testing


def discover(
    root: Path, feature: str | None, answers: Answers, output: str | None = None
) -> Discovered:
    """What is written about a feature, and what it means together with those built before."""
    project = search.find(root, feature)
    base = base_of(project.features[0].folder) if project.features else ""
    recovered = recovery.recovered(root, project.features, output)
    standing = committed.read(root, base)
    before = earlier(project, standing.lock.features)
    facts = {
        each.folder: sentences.understood(read_feature(project, each))
        for each in (*project.features, *before)
    }
    problems = [*recovered, *project.diagnostics, *standing.diagnostics]
    problems += [problem for each in facts.values() for problem in each.diagnostics]
    found = Discovered(project, standing, before, facts)
    if project.features:
        bound = review(bind(facts, replace(answers, recorded=standing.decisions)))
        uncounted = counter.conserved(texts(root, facts.values()), sum(facts.values(), Facts()))
        accepted = answers.accept_defaults
        still = tuple(each for each in bound.questions if each.blocking or not accepted)
        found = replace(found, bound=bound, open=still, uncounted=uncounted)
        found = ledgers.of_contract(found)
        problems += [*bound.diagnostics, *uncounted, *_invented(found)]
    return replace(found, diagnostics=tuple(dict.fromkeys(problems)))


def plan(found: Discovered, wanted: Wanted) -> Planned | None:
    """What would be written, file by file; None if there is nothing to plan from."""
    if found.bound is None or found.nothing:
        return None
    target, shown, problems = place.target(found, wanted)
    known = place.known(found, target)
    whole = emit(found.bound.contract, place.standing(known))
    backend = parts.chosen(whole, wanted.only, known)
    stored = Place(target.output, target.state / committed.PRISTINE, known.files)
    changes = disk.compare(backend.files, stored, only=bool(wanted.only))
    there = tuple(each for each in whole.files if each.path in changes.written)
    ledger = ledgers.of_files(found, there, shown)
    planned = Planned(found, target, shown, backend, there, changes, ledger, state.decisions(found))
    return replace(
        planned,
        state=state.texts(planned),
        diagnostics=(*found.diagnostics, *problems, *changes.diagnostics, *_gone(found)),
    )


def implement(planned: Planned, *, tests: bool) -> Implemented:
    """Writes all of it or nothing; what the tests that came with it refute is put back."""
    if planned.refused or planned.blocked:
        return Implemented(planned, written=False, diagnostics=planned.diagnostics)
    proof = testing.Proof(planned.target.output)
    failed = disk.write(
        planned.target, planned.changes, planned.state, proof=proof if tests else None
    )
    if proof.refuted:
        at, summary = Span(planned.output, 1), proof.refuted.summary
        failed = (*failed, writing.TESTS_FAILED.at(at, summary=summary, path=planned.output))
    problems = (*planned.diagnostics, *failed)
    return Implemented(planned, written=not failed, tests=proof.run, diagnostics=problems)


def document(planned: Planned) -> tuple[Mapping[str, str], tuple[Diagnostic, ...]]:
    """Writes the reports and the backend's OpenAPI document, below `.backwright`."""
    texts, problems = state.reports(planned), list[Diagnostic]()
    try:
        texts[f"{committed.REPORTS}/openapi.json"] = openapi.document(planned.target.output)
    except openapi.NoDocument as error:
        at = Span(planned.output, 1)
        problems.append(command.NO_DOCUMENT.at(at, path=planned.output, reason=error))
    failed = disk.write(planned.target, disk.Changes(), texts)
    return ({} if failed else texts), (*problems, *failed)


def _invented(found: Discovered) -> list[Diagnostic]:
    contract = found.bound.contract if found.bound else None
    missing = without_origin(contract) if contract else ()
    place = Span(found.features[0].folder or ".", 1)
    return [writing.WITHOUT_ORIGIN.at(place, aspect=each) for each in missing]


def _gone(found: Discovered) -> list[Diagnostic]:
    """Features that were implemented before and have no folder any more."""
    there = {each.folder for each in (*found.features, *found.before)}
    missing = sorted(found.committed.lock.features.keys() - there)
    return [writing.GONE.at(Span(each or ".", 1), feature=each) for each in missing]
