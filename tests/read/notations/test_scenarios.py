from collections.abc import Callable

from backwright.read.blocks import MarkdownDocument
from backwright.read.notations import scenarios

Document = Callable[..., MarkdownDocument]

HEAD = "## User Scenarios & Testing\n\n### User Story 2 - Sing (Priority: P1)\n\n"


def said(document: MarkdownDocument) -> list[tuple[str, str, int, int]]:
    return [
        (s.id, s.text, s.span.line, s.span.last_line) for s in scenarios.read(document).statements
    ]


def test_scenarios_are_named_after_story_and_number(document: Document) -> None:
    text = HEAD + (
        "1. **Given** a song, **When** it ends, **Then** all clap.\n"
        "2. **Given** noise, **When** it ends, **Then** nobody claps.\n"
    )
    assert said(document(text)) == [
        ("US2.1", "Given a song, When it ends, Then all clap.", 5, 5),
        ("US2.2", "Given noise, When it ends, Then nobody claps.", 6, 6),
    ]


def test_steps_in_points_of_their_own_are_one_scenario(document: Document) -> None:
    text = HEAD + "- **Given** a song\n- **When** it ends\n- **Then** all clap\n- **Given** noise\n"
    assert said(document(text)) == [
        ("US2.1", "Given a song When it ends Then all clap", 5, 7),
        ("US2.2", "Given noise", 8, 8),
    ]


def test_steps_below_a_title_are_one_scenario(document: Document) -> None:
    text = (
        HEAD + "1. **The end**\n   - **Given** a song\n   - **When** it ends\n   - **Then** clap\n"
    )
    assert said(document(text)) == [("US2.1", "The end Given a song When it ends Then clap", 5, 8)]


def test_steps_in_lines_of_a_paragraph(document: Document) -> None:
    text = HEAD + "**Given** a song\n**When** it ends\n**Then** clap\n"
    assert said(document(text)) == [("US2.1", "Given a song When it ends Then clap", 5, 7)]


def test_feature_text_is_cut_at_its_scenarios(document: Document) -> None:
    text = HEAD + (
        "```gherkin\nScenario: one\n  Given a\n  When b\n  Then c\n"
        "Scenario: two\n  Given d\n  When e\n  Then f\n```\n"
    )
    assert [each[2:] for each in said(document(text))] == [(6, 9), (10, 13)]


def test_a_table_of_steps(document: Document) -> None:
    text = HEAD + "| Given | When | Then |\n|---|---|---|\n| a song | it ends | clap |\n"
    assert said(document(text)) == [("US2.1", "Given a song, When it ends, Then clap", 7, 7)]


def test_template_text_is_no_scenario(document: Document) -> None:
    text = HEAD + "**Why this priority**: It matters.\n\n**Independent Test**: Sing alone.\n"
    facts = scenarios.read(document(text))
    assert facts.statements == ()
    assert [each.kind.value for each in facts.ignored] == ["template_noise"] * 2


def test_stories_that_repeat_a_number_stay_apart(document: Document) -> None:
    text = HEAD + "1. Given a, when b, then c\n\nAgain:\n\n1. Given d, when e, then f\n"
    names = [each[0] for each in said(document(text))]
    assert len(set(names)) == len(names) == 2
