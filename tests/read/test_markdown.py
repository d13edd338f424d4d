from hypothesis import given, settings
from hypothesis import strategies as st

from backwright.contract.counter import conserved
from backwright.read.blocks import (
    Code,
    Comment,
    FrontMatter,
    Html,
    Item,
    Paragraph,
    Quote,
    Rule,
    Section,
    Table,
)
from backwright.read.feature import read_markdown
from backwright.read.markdown import parse
from backwright.read.roles import Role
from backwright.source import SourceFile


def sections(text: str) -> tuple[Section, ...]:
    return parse(SourceFile("a.md", text)).sections


def test_headings_know_what_they_lie_below() -> None:
    found = sections("before\n\n# A\n\n## B\n\n### C\n\ntext\n\n## D\n")
    assert [(each.title, [h.text for h in each.above]) for each in found] == [
        ("", []),
        ("A", []),
        ("B", ["A"]),
        ("C", ["A", "B"]),
        ("D", ["A"]),
    ]
    assert [each.heading.line for each in found if each.heading] == [3, 5, 7, 11]


def test_points_know_their_own_lines_and_what_hangs_below() -> None:
    (section,) = sections("1. one\n   more\n   - below\n\n   after\n2. two\n")
    one, two = section.blocks
    assert isinstance(one, Item)
    assert isinstance(two, Item)
    assert (one.text, one.line, one.own_last, one.last_line, one.number) == (
        "one\nmore",
        1,
        2,
        5,
        1,
    )
    below, after = one.children
    assert isinstance(below, Item)
    assert (below.text, below.line, below.number) == ("below", 3, None)
    assert isinstance(after, Paragraph)
    assert (two.text, two.line, two.number) == ("two", 6, 2)


def test_rows_of_a_table_have_lines_and_escaped_bars() -> None:
    (section,) = sections("| A | B |\n|---|:-:|\n| `a\\|b` | c |\n| d |\n")
    (table,) = section.blocks
    assert isinstance(table, Table)
    assert table.header == ("A", "B")
    assert [(row.cells, row.line) for row in table.rows] == [(("`a|b`", "c"), 3), (("d", ""), 4)]
    assert (table.line, table.last_line) == (1, 4)


def test_the_other_blocks() -> None:
    text = "```py\nx\n```\n\n<!-- a\n\nb -->\n\n> q\n\n***\n\n<div>\n\n<!-- a --> text\n"
    (section,) = sections(text)
    code, comment, quote, rule, html, behind = section.blocks
    assert isinstance(code, Code)
    assert (code.info, code.content, code.line, code.last_line) == ("py", "x\n", 1, 3)
    assert isinstance(comment, Comment)
    assert (comment.line, comment.last_line) == (5, 7)
    assert isinstance(quote, Quote)
    assert isinstance(rule, Rule)
    assert isinstance(html, Html)
    assert isinstance(behind, Html)
    assert behind.text == "text"


def test_front_matter_stands_only_at_the_top_and_looks_like_it() -> None:
    (first, *_) = sections("---\ntitle: a\nmore:\n  - b\n---\n# A\n")[0].blocks
    assert first == FrontMatter(1, 5)
    assert isinstance(sections("---\n\nA text.\n\n---\n")[0].blocks[0], Rule)


def test_a_long_text_above_dashes_is_no_heading() -> None:
    (section,) = sections("**Structure**: one package for everything\n---\n")
    paragraph, rule = section.blocks
    assert isinstance(paragraph, Paragraph)
    assert rule == Rule(2, 2)


def test_a_status_alone_is_a_text() -> None:
    (section,) = sections("- 404.\n- 409. Conflict\n")
    assert [each.text for each in section.blocks if isinstance(each, Item)] == [
        "404.",
        "409. Conflict",
    ]


PIECES = st.sampled_from(
    [
        "#", "##", "###", "-", "*", "1.", "404.", "|", "|---|", "---", "===", "```", "~~~", ">",
        "<!--", "-->", "<div>", "</details>", "[a]: b", "\t", "  ", "    ", "\n", "\n\n", "\\",
        "**FR-001**:", "MUST", "**Given**", "When", "Then", "Q:", "→ A:", "Edge Cases",
        "Requirements", "Clarifications", "Key Entities", "| Field | Type |", "id", "UUID",
        "`a`", "**Values**:", "T001", "GET /x", "\ufeff", "\u2028", "\x0b", "\f", "é", "text",
    ]
)  # fmt: skip
DOCUMENTS = st.one_of(
    st.lists(PIECES, max_size=60).map(" ".join),
    st.lists(PIECES, max_size=60).map("".join),
    st.text(max_size=300),
)


@settings(max_examples=300, deadline=None)
@given(DOCUMENTS, st.sampled_from(sorted(Role)))
def test_every_line_of_any_text_ends_somewhere(text: str, role: Role) -> None:
    source = SourceFile("specs/a/file.md", text.replace("\r\n", "\n").replace("\r", "\n"))
    facts = read_markdown(source, role)
    lost = [each for each in conserved([(source.path, source.text)], facts) if each.code == "BW203"]
    assert lost == []
    names = [each.id for each in facts.statements]
    assert len(names) == len(set(names))
    assert all(1 <= each.span.line <= len(source.lines) for each in facts.statements)


def test_deep_nesting_is_survived() -> None:
    text = "".join("  " * depth + "- a\n" for depth in range(400)) + ">" * 5000 + "\n"
    facts = read_markdown(SourceFile("a.md", text), Role.SPEC)
    assert conserved([("a.md", text)], facts) == ()
