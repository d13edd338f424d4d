from collections.abc import Callable

import pytest

from backwright.read.blocks import MarkdownDocument
from backwright.read.notations import clarifications

Document = Callable[..., MarkdownDocument]


@pytest.mark.parametrize(
    "lines",
    [
        "- Q: Who sings? → A: All.",
        "- Q: Who sings? -> A: All.",
        "- **Q**: Who sings? **A**: All.",
        "- Q: Who sings?\n  - A: All.",
        "- Question: Who sings? Answer: All.",
        "- Who sings? → All.",
        "**Q1: Who sings?**\n**A**: All.",
        "**Q: Who sings?**\n\nA: All.",
        "| Question | Answer |\n|---|---|\n| Who sings? | All. |",
    ],
)
def test_forms(document: Document, lines: str) -> None:
    facts = clarifications.read(
        document(f"## Clarifications\n\n### Session 2026-01-01\n\n{lines}\n")
    )
    assert [(c.question, c.answer) for c in facts.clarifications] == [("Who sings?", "All.")]
    assert [(s.id, s.text) for s in facts.statements] == [("C-1", "Who sings? → All.")]
    assert facts.clarifications[0].statement == "C-1"


def test_an_open_question_has_no_answer(document: Document) -> None:
    facts = clarifications.read(document("## Clarifications\n\n- Q: Who sings?\n"))
    assert [(c.question, c.answer) for c in facts.clarifications] == [("Who sings?", "")]


def test_points_are_counted(document: Document) -> None:
    facts = clarifications.read(document("## Clarifications\n\n- Q: A? → A: b\n- Q: C? → A: d\n"))
    assert [each.id for each in facts.statements] == ["C-1", "C-2"]
