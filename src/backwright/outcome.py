"""What the steps of the pipeline give back to whoever tells it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from backwright.contract.bound import Bound
from backwright.contract.model import Decision, Entry, Question
from backwright.diagnostics import Diagnostic, Severity, writing
from backwright.emit.write import Changes, Target
from backwright.emit.write.committed import Committed
from backwright.plan.model import Backend, GeneratedFile
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
        """Whether nothing could be read of what was asked for; standards alone ask for nothing."""
        asked = {each.folder for each in self.features}
        standards = set(self.project.standards)
        return self.bound is None or not any(
            each.span.file not in standards
            for folder, facts in self.facts.items()
            if folder in asked
            for each in facts.statements
        )

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        return tuple(each for each in self.diagnostics if each.severity is Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a user asked for, apart from the answers to questions."""

    output: str | None = None
    """The backend's folder; None for the one that stands, or that the documents name."""
    only: tuple[str, ...] = ()
    """Parts of the backend; empty for all of it."""


@dataclass(frozen=True, slots=True)
class Planned:
    """What would be written, before anything is."""

    found: Discovered
    target: Target
    output: str
    """The backend's folder as users read it; `.` for the current one."""
    backend: Backend
    """With the files of the wanted parts."""
    standing: tuple[GeneratedFile, ...]
    """Those files, and the ones of other parts that earlier runs wrote."""
    changes: Changes
    ledger: tuple[Line, ...] = ()
    decisions: tuple[Decision, ...] = ()
    """Those that `decisions.toml` will hold."""
    state: Mapping[str, str] = field(default_factory=dict)
    """Texts of the state's files, by path below `.backwright`."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """With those of the steps before."""

    @property
    def blocked(self) -> bool:
        """Whether a question must be answered first."""
        return bool(self.found.open)

    @property
    def refused(self) -> bool:
        """Whether nothing may be written at all."""
        refusing = {each.code for each in writing.REFUSING}
        return self.found.nothing or any(each.code in refusing for each in self.diagnostics)


@dataclass(frozen=True, slots=True)
class TestRun:
    """What the generated tests said."""

    passed: bool
    summary: str
    """`41 passed in 2.10s`"""
    output: str = ""
    """All that pytest printed, if it did not pass."""


@dataclass(frozen=True, slots=True)
class Implemented:
    """What was written, and whether its tests pass."""

    planned: Planned
    written: bool
    """False: every file stands as it stood before."""
    tests: TestRun | None = None
    """None if they were not run."""
    diagnostics: tuple[Diagnostic, ...] = ()
