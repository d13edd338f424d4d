from collections.abc import Callable

from backwright.read.blocks import MarkdownDocument
from backwright.read.notations import success_criteria

Document = Callable[..., MarkdownDocument]


def test_numbered_and_plain(document: Document) -> None:
    text = "## Success Criteria\n\n### Measurable Outcomes\n\n- **SC-001**: Fast.\n- Calm.\n"
    facts = success_criteria.read(document(text))
    assert [(each.id, each.text) for each in facts.statements] == [
        ("SC-001", "Fast."),
        ("specs/001-x/file.md:6", "Calm."),
    ]


def test_a_number_counts_anywhere(document: Document) -> None:
    facts = success_criteria.read(document("## Goals\n\n- **SC-002**: Fast.\n- Calm.\n"))
    assert [each.id for each in facts.statements] == ["SC-002"]
