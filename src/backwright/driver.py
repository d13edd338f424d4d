"""The pipeline on one screen: every step takes values and gives back a value."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from backwright.contract import counter, ledger
from backwright.contract.bind import bind
from backwright.contract.bound import Answers, Bound
from backwright.contract.model import Question
from backwright.contract.origins import every_aspect
from backwright.emit.write import committed
from backwright.outcome import Discovered, Line
from backwright.read import discover as search
from backwright.read import sentences
from backwright.read.earlier import base_of, earlier, texts
from backwright.read.facts import Facts
from backwright.read.feature import read_feature
from backwright.review import review


def discover(root: Path, feature: str | None, answers: Answers) -> Discovered:
    """What is written about a feature, and what it means together with those built before."""
    project = search.find(root, feature)
    base = base_of(project.features[0].folder) if project.features else ""
    standing = committed.read(root, base)
    before = earlier(project, standing.lock.features)
    facts = {
        each.folder: sentences.understood(read_feature(project, each))
        for each in (*project.features, *before)
    }
    problems = [*project.diagnostics, *standing.diagnostics]
    problems += [problem for each in facts.values() for problem in each.diagnostics]
    found = Discovered(project, standing, before, facts)
    if project.features:
        bound = review(bind(facts, replace(answers, recorded=standing.decisions)))
        uncounted = counter.conserved(texts(root, facts.values()), sum(facts.values(), Facts()))
        problems += [*bound.diagnostics, *uncounted]
        found = replace(found, bound=bound, open=_open(bound, answers), uncounted=uncounted)
        carried = (*every_aspect(bound.contract), *bound.contract.origins)
        found = replace(found, ledger=settled(found, carried, ()))
    return replace(found, diagnostics=tuple(dict.fromkeys(problems)))


def settled(found: Discovered, built: Iterable[str], asserted: Iterable[str]) -> tuple[Line, ...]:
    """The ledger of the features that were asked for."""
    if found.bound is None:
        return ()
    carried, proven = tuple(dict.fromkeys(built)), tuple(dict.fromkeys(asserted))
    lines: list[Line] = []
    for feature in found.features:
        facts = found.facts[feature.folder]
        links = found.bound.links_by_feature.get(feature.folder, {})
        waiting = found.bound.needs_code
        entries = ledger.settle(facts, links, found.open, waiting, carried, proven)
        statements = {each.id: each for each in reversed(facts.statements)}
        lines += [Line(feature.folder, statements[each.statement], each) for each in entries]
    return tuple(lines)


def _open(bound: Bound, answers: Answers) -> tuple[Question, ...]:
    """A default that was accepted is a decision, and no question any more."""
    accepted = answers.accept_defaults
    return tuple(each for each in bound.questions if each.blocking or not accepted)
