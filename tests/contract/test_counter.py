from pathlib import Path

import pytest

from backwright.contract import counter
from backwright.read.facts import Facts, Ignorable, IgnoredText, Statement, StatementKind
from backwright.source import Span


def facts(said: str = "", aside: str = "", path: str = "a/spec.md") -> Facts:
    """Lines that are statements and lines that are set aside, as `1 3-4`."""

    def spans(written: str) -> list[Span]:
        found = []
        for each in written.split():
            first, _, last = each.partition("-")
            found.append(Span(path, int(first), 1, int(last or 0)))
        return found

    return Facts(
        statements=tuple(
            Statement(str(each.line), StatementKind.REQUIREMENT, "x", each) for each in spans(said)
        ),
        ignored=tuple(IgnoredText(each, Ignorable.PROSE) for each in spans(aside)),
    )


def found(text: str, known: Facts, path: str = "a/spec.md") -> list[tuple[str, int]]:
    return [(each.code, each.spans[0].line) for each in counter.conserved([(path, text)], known)]


def test_every_line_with_text_must_be_covered() -> None:
    text = "one\n\n  \ntwo\nthree\n"
    assert found(text, facts("1", "4-5")) == []
    assert found(text, facts("1", "5")) == [("BW203", 4)]
    assert found(text, facts()) == [("BW203", 1), ("BW203", 4), ("BW203", 5)]


def test_line_ends_and_the_mark_at_the_start_do_not_count() -> None:
    assert found("\ufeff\r\n\r\none\r\n", facts("3")) == []


def test_another_file_covers_nothing() -> None:
    assert found("one\n", facts("1", path="b/spec.md")) == [("BW203", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "# a\n- **FR-001**: It MUST sing.\n",
        "# a\n1. **Given** a, **When** b, **Then** c\n",
        "### Edge Cases\n- What if?\n",
        "## Clarifications\n- Q: a? → A: b\n",
        "### Functional Requirements\n- Singers sing.\n",
    ],
)
def test_lines_that_must_not_be_set_aside(text: str) -> None:
    assert found(text, facts(aside="1-2")) == [("BW204", 2)]
    assert found(text, facts("2", "1")) == []


def test_rows_but_not_heads_are_told() -> None:
    text = "| A | B |\n|---|---|\n| one | two |\n"
    assert found(text, facts(aside="1-3")) == [("BW204", 3)]


@pytest.mark.parametrize(
    "text",
    [
        "### Edge Cases\n**Labels**:\n",
        "### Edge Cases\n- **Labels**:\n",
        "### Edge Cases\n<!-- - What if? -->\n",
        "```\n- **FR-001**: It MUST sing.\n```\n",
        "### Edge Cases\n## Notes\n- What if?\n",
        "plain\ntext\n",
    ],
)
def test_lines_that_may_be_set_aside(text: str) -> None:
    assert found(text, facts(aside="1-3")) == []


def test_it_shares_no_code_with_the_readers() -> None:
    source = Path(counter.__file__).read_text("utf-8")
    imported = [
        line for line in source.splitlines() if line.startswith(("from backwright", "import"))
    ]
    assert [line for line in imported if "backwright.read" in line] == [
        "from backwright.read.facts import Facts"
    ]
