"""What a notation has found in one document so far."""

from backwright.diagnostics import Diagnostic
from backwright.read.blocks import MarkdownDocument
from backwright.read.facts import (
    ClarificationFact,
    DirectiveFact,
    EntityFact,
    Facts,
    Ignorable,
    IgnoredText,
    PlanFact,
    Statement,
    StatementKind,
)
from backwright.read.inline import plain


class Collected:
    """Facts in the making; statements without a number are named after their line."""

    def __init__(self, document: MarkdownDocument) -> None:
        self.document = document
        self.statements: list[Statement] = []
        self.ignored: list[IgnoredText] = []
        self.entities: list[EntityFact] = []
        self.clarifications: list[ClarificationFact] = []
        self.plan: list[PlanFact] = []
        self.directives: list[DirectiveFact] = []
        self.diagnostics: list[Diagnostic] = []
        self.heading = ""
        """Of the section whose statements are being added, for rules of entities."""
        self._taken: dict[str, int] = {}

    def say(
        self, kind: StatementKind, text: str, line: int, last_line: int = 0, name: str = ""
    ) -> str:
        """Adds a statement and gives back its id."""
        name = self._unique(name or self.document.line_id(line))
        span = self.document.span(line, last_line)
        self.statements.append(Statement(name, kind, plain(text), span, heading=self.heading))
        return name

    def ignore(self, kind: Ignorable, line: int, last_line: int = 0) -> None:
        self.ignored.append(IgnoredText(self.document.span(line, last_line), kind))

    def facts(self) -> Facts:
        return Facts(
            statements=tuple(self.statements),
            ignored=tuple(self.ignored),
            entities=tuple(self.entities),
            clarifications=tuple(self.clarifications),
            plan=tuple(self.plan),
            directives=tuple(self.directives),
            diagnostics=tuple(self.diagnostics),
        )

    def _unique(self, name: str) -> str:
        number = self._taken.get(name, 0) + 1
        unique = name
        while unique in self._taken:
            number += unique != name
            unique = f"{name}#{max(number, 2)}"
        self._taken[name] = max(number, 1)
        self._taken.setdefault(unique, 1)
        return unique
