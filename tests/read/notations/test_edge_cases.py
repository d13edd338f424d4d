from collections.abc import Callable

import pytest

from backwright.read.blocks import MarkdownDocument
from backwright.read.notations import edge_cases

Document = Callable[..., MarkdownDocument]


def said(document: MarkdownDocument) -> list[tuple[str, str]]:
    return [(s.id, s.text) for s in edge_cases.read(document).statements]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("- What if nobody sings?", "What if nobody sings?"),
        ("- What if nobody sings? → 404", "What if nobody sings? → 404"),
        ("- What if nobody sings?\n  - It is 404.", "What if nobody sings? → It is 404."),
        ("- **Silence**: 404.", "Silence: 404."),
        ("- **Silence**:\n  - 404.", "Silence: 404."),
        ("Silence is 404.", "Silence is 404."),
        ("#### Silence\n\nIt is 404.", "Silence: It is 404."),
    ],
)
def test_forms(document: Document, lines: str, text: str) -> None:
    assert said(document(f"### Edge Cases\n\n{lines}\n")) == [("EC-1", text)]


def test_a_label_above_several_is_no_edge_case(document: Document) -> None:
    text = "### Edge Cases\n\n- **Voices**:\n  - None: 404.\n  - Too many: 409.\n"
    assert said(document(text)) == [("EC-1", "None: 404."), ("EC-2", "Too many: 409.")]


def test_rows(document: Document) -> None:
    text = "### Edge Cases\n\n| Scenario | Expected |\n|---|---|\n| Nobody sings | 404 |\n"
    assert said(document(text)) == [("EC-1", "Nobody sings: 404")]


def test_elsewhere_nothing_is_an_edge_case(document: Document) -> None:
    assert said(document("## Overview\n\n- What if nobody sings?\n")) == []
