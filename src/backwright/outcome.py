"""What the steps of the pipeline give back to whoever tells it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from backwright.contract.bound import Bound
from backwright.contract.model import Entry, Question
from backwright.diagnostics import Diagnostic, Severity
from backwright.emit.write.committed import Committed
from backwright.read.discover import FeatureFiles, Project
from backwright.read.facts import Facts, Statement


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the ledger with the statement that it is about."""

    feature: str
    statement: Statement
    entry: Entry


@dataclass(frozen=True, slots=True)
class Discovered:
    """What the specifications say, and what became of every line."""

    project: Project
    """With the features that were asked for."""
    committed: Committed
    before: tuple[FeatureFiles, ...] = ()
    """Features that were implemented earlier, and are bound together with those asked for."""
    facts: Mapping[str, Facts] = field(default_factory=dict)
    """By feature folder."""
    bound: Bound | None = None
    """None if there is nothing to bind."""
    open: tuple[Question, ...] = ()
    """Questions that nobody has decided, not even by accepting their safe default."""
    ledger: tuple[Line, ...] = ()
    """Of the features that were asked for."""
    uncounted: tuple[Diagnostic, ...] = ()
    """Lines that got lost."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Of all steps, each once."""

    @property
    def features(self) -> tuple[FeatureFiles, ...]:
        return self.project.features

    @property
    def nothing(self) -> bool:
        """Whether nothing could be read at all."""
        return self.bound is None or not any(facts.statements for facts in self.facts.values())

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        return tuple(each for each in self.diagnostics if each.severity is Severity.ERROR)
