from collections.abc import Callable

import pytest

from backwright.read.blocks import MarkdownDocument
from backwright.read.facts import Ignorable
from backwright.read.notations import markdown_rest
from backwright.read.roles import Role

Document = Callable[..., MarkdownDocument]


def rest(document: MarkdownDocument, *taken: int) -> tuple[list[int], dict[int, Ignorable]]:
    facts = markdown_rest.read(document, taken)
    lines = {
        line: each.kind
        for each in facts.ignored
        for line in range(each.span.line, each.span.last_line + 1)
    }
    return [each.span.line for each in facts.statements], lines


def test_points_and_rules_of_the_data_model(document: Document) -> None:
    text = (
        "## Song\n\nA song is sung.\n\n- Unique: (title).\n- Purpose: joy\n\n"
        "Titles have at most 80 characters.\n\n## Migration Strategy\n\n- Create the table\n"
    )
    statements, aside = rest(document(text, Role.DATA_MODEL))
    assert statements == [5, 8]
    assert aside[3] is aside[6] is aside[12] is Ignorable.PROSE


def test_what_stands_behind_the_fields_is_a_rule(document: Document) -> None:
    text = "## Song\n\nIt is short.\n\n| A |\n|---|\n| b |\n\nIt is sung by all.\n"
    statements, aside = rest(document(text, Role.DATA_MODEL), 7)
    assert statements == [9]
    assert aside[3] is Ignorable.PROSE


def test_taken_lines_are_left_alone(document: Document) -> None:
    statements, aside = rest(document("a\n\nb\n"), 1)
    assert statements == []
    assert list(aside) == [3]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("# Title", Ignorable.HEADING),
        ("**Label**:", Ignorable.HEADING),
        ("**Status**: Draft", Ignorable.METADATA),
        ("<!-- note -->", Ignorable.COMMENT),
        ("---\na: b\n---", Ignorable.FRONT_MATTER),
        ("***", Ignorable.RULE),
        ("```\nx\n```", Ignorable.CODE_SAMPLE),
        ("```\n┌─┐\n└─┘\n```", Ignorable.DRAWING),
        ("```mermaid\na\n```", Ignorable.DRAWING),
        ("**Independent Test**: sing", Ignorable.TEMPLATE_NOISE),
        ("Only words.", Ignorable.PROSE),
        ("[a]: http://b", Ignorable.BLANK),
    ],
)
def test_kinds(document: Document, text: str, kind: Ignorable) -> None:
    statements, aside = rest(document(f"{text}\n"))
    assert statements == []
    assert set(aside.values()) == {kind}


def test_what_the_team_does_is_process(document: Document) -> None:
    _, aside = rest(document("Only words.\n", Role.OTHER))
    assert aside == {1: Ignorable.PROCESS}
