from collections.abc import Callable

import pytest

from backwright.read.blocks import MarkdownDocument
from backwright.read.notations import requirements

Document = Callable[..., MarkdownDocument]


def said(document: MarkdownDocument) -> list[tuple[str, str, int]]:
    return [(s.id, s.text, s.span.line) for s in requirements.read(document).statements]


@pytest.mark.parametrize(
    ("line", "number", "text"),
    [
        ("- **FR-001**: System MUST sing.", "FR-001", "System MUST sing."),
        ("- **FR-009a**: System MUST sing.", "FR-009a", "System MUST sing."),
        ("- **FR-AUTH-001**: System MUST sing.", "FR-AUTH-001", "System MUST sing."),
        ("- FR-12 – System MUST sing.", "FR-12", "System MUST sing."),
        ("- [ ] **NFR-002** System MUST sing.", "NFR-002", "System MUST sing."),
        ("- **DI-004 (Format)**: Songs have a key.", "DI-004", "Songs have a key."),
        ("- [FR-3] System `MUST` sing.", "FR-3", "System MUST sing."),
        ("**FR-7**: System MUST sing.", "FR-7", "System MUST sing."),
    ],
)
def test_a_number_is_told_from_its_sentence(
    document: Document, line: str, number: str, text: str
) -> None:
    assert said(document(f"## Anything\n\n{line}\n")) == [(number, text, 3)]


def test_a_heading_is_a_requirement_and_numbers_its_points(document: Document) -> None:
    text = "### FR-2: Choir\n\n- Voices are balanced.\n- Nobody shouts.\n"
    assert said(document(text)) == [
        ("FR-2", "Choir", 1),
        ("FR-2.1", "Voices are balanced.", 3),
        ("FR-2.2", "Nobody shouts.", 4),
    ]


def test_rows_are_requirements(document: Document) -> None:
    text = "| ID | Requirement |\n|---|---|\n| FR-1 | System MUST hum |\n| FR-2 | It MUST stop |\n"
    assert said(document(text)) == [("FR-1", "System MUST hum", 3), ("FR-2", "It MUST stop", 4)]


def test_points_without_a_number_count_below_their_heading_only(document: Document) -> None:
    text = "## Requirements\n\n- Songs end.\n\n## Overview\n\n- Songs are nice.\n"
    assert said(document(text)) == [("specs/001-x/file.md:3", "Songs end.", 3)]


def test_must_makes_a_requirement_anywhere(document: Document) -> None:
    assert said(document("## Overview\n\nSongs MUST end.\n"))[0][1] == "Songs MUST end."


def test_what_hangs_below_a_requirement_is_said_with_its_lead(document: Document) -> None:
    text = "## Requirements\n\n- **FR-1**: Singers can:\n  - hum\n  - rest\n"
    assert said(document(text)) == [
        ("FR-1", "Singers can:", 3),
        ("FR-1.1", "Singers can: hum", 4),
        ("FR-1.2", "Singers can: rest", 5),
    ]


def test_an_open_point_stays_in_the_sentence(document: Document) -> None:
    text = "- **FR-1**: Tokens MUST end [NEEDS CLARIFICATION: when?]\n"
    assert said(document(text))[0][1] == "Tokens MUST end [NEEDS CLARIFICATION: when?]"


def test_success_criteria_and_scenarios_are_not_requirements(document: Document) -> None:
    text = (
        "## Success Criteria\n\n- **SC-001**: It is fast.\n\n## Edge Cases\n\n- It MUST not fall.\n"
    )
    assert said(document(text)) == []


def test_a_sentence_over_two_lines_is_one(document: Document) -> None:
    facts = requirements.read(document("- **FR-1**: System MUST\n  sing.\n"))
    assert facts.statements[0].text == "System MUST sing."
    assert (facts.statements[0].span.line, facts.statements[0].span.last_line) == (1, 2)


def test_what_is_out_of_scope_is_no_requirement(document: Document) -> None:
    text = "## Constraints\n\n- Out of scope:\n  - Humming\n- Songs end.\n"
    facts = requirements.read(document(text))
    assert [each.text for each in facts.statements] == ["Songs end."]
    assert [(each.span.line, each.span.last_line) for each in facts.ignored] == [(3, 4)]


def test_an_assumption_counts_if_it_decides_something(document: Document) -> None:
    text = (
        "## Assumptions\n\n- Tokens come from the choir's JWT issuer.\n- People like songs.\n"
        "- JWT rotation is deferred.\n\n## Out of Scope\n\n- JWT for bands\n"
    )
    assert [line for _, _, line in said(document(text))] == [3]
