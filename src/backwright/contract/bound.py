"""What goes into binding besides facts, and what comes out of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from backwright.contract.model import Contract, Decision, Question, QuestionKind
from backwright.diagnostics import Diagnostic
from backwright.source import Span


@dataclass(frozen=True, slots=True)
class Answers:
    """What somebody has decided already."""

    accept_defaults: bool = False
    """The safe default is taken and recorded wherever nobody has decided."""
    given: Mapping[str, str] = field(default_factory=dict)
    """Question code → option key."""
    recorded: tuple[Decision, ...] = ()
    """Those of `decisions.toml`."""
    by: str = "command line"
    """Who gave the answers in `given`."""


@dataclass(frozen=True, slots=True)
class Undecided:
    """A point at which the documents are silent or disagree, and what binding did about it."""

    rule: str
    """The review rule that puts it into words."""
    subject: str
    """What it is about: an entity, `Task.title`, an operation id; empty for the whole backend."""
    kind: QuestionKind
    options: tuple[str, ...]
    """Option keys, the safe default first; empty where there is none."""
    taken: str
    """The option that the contract was bound with."""
    spans: tuple[Span, ...] = ()
    statements: tuple[str, ...] = ()
    note: str = ""
    """A word for the text: what the values are."""
    answered: bool = False
    """An answer decided it, no default."""

    @property
    def code(self) -> str:
        return f"{self.rule}/{self.subject}" if self.subject else self.rule


@dataclass(frozen=True, slots=True)
class Bound:
    contract: Contract
    questions: tuple[Question, ...] = ()
    """Filled in by `review.review`."""
    decisions: tuple[Decision, ...] = ()
    """Every answer that the contract rests on, recorded ones that still stand included."""
    diagnostics: tuple[Diagnostic, ...] = ()
    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Statement id → the aspects that it asks for, over all features."""
    links_by_feature: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """The same, feature by feature: two features may both have an `FR-001`."""
    needs_code: Mapping[str, str] = field(default_factory=dict)
    """Statement id, or aspect → why only code can say it."""
    undecided: tuple[Undecided, ...] = ()
