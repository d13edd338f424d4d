from backwright.read.facts import (
    ClarificationFact,
    Facts,
    Ignorable,
    IgnoredText,
    Statement,
    StatementKind,
)
from backwright.read.merge import once, with_feature, with_unique_names
from backwright.source import Span

FILE = "specs/a/spec.md"


def said(name: str, line: int, last: int = 0) -> Facts:
    span = Span(FILE, line, 1, last)
    return Facts(
        statements=(Statement(name, StatementKind.CLARIFICATION, "x", span),),
        clarifications=(ClarificationFact("q", "a", span, name),),
    )


def aside(line: int, last: int = 0) -> Facts:
    return Facts(ignored=(IgnoredText(Span(FILE, line, 1, last), Ignorable.PROSE),))


def test_who_comes_first_has_the_line() -> None:
    both = once(said("first", 2, 4), said("second", 4))
    assert [each.id for each in both.statements] == ["first"]
    assert [each.statement for each in both.clarifications] == ["first"]


def test_a_statement_outweighs_what_was_set_aside() -> None:
    both = once(aside(1, 5), said("only", 3))
    assert [(each.span.line, each.span.last_line) for each in both.ignored] == [(1, 2), (4, 5)]


def test_a_line_is_set_aside_once() -> None:
    both = once(aside(1, 3), aside(2, 4))
    assert [(each.span.line, each.span.last_line) for each in both.ignored] == [(1, 3), (4, 4)]


def test_names_stay_unique_and_facts_follow_them() -> None:
    both = once(said("C-1", 1), said("C-1", 2))
    assert [each.id for each in both.statements] == ["C-1", "spec:C-1"]
    assert [each.statement for each in both.clarifications] == ["C-1", "spec:C-1"]
    again = with_unique_names(said("C-1", 3), {"C-1", "spec:C-1"})
    assert again.statements[0].id == again.clarifications[0].statement == "spec:C-1#2"


def test_statements_know_their_feature() -> None:
    assert with_feature(said("C-1", 1), "specs/a").statements[0].feature == "specs/a"
