import pytest

from backwright.read.markdown import parse
from backwright.read.topics import Topic, topic, topic_of_title
from backwright.source import SourceFile


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Requirements *(mandatory)*", Topic.REQUIREMENTS),
        ("Functional Requirements", Topic.REQUIREMENTS),
        ("Business Rules", Topic.REQUIREMENTS),
        ("功能需求", Topic.REQUIREMENTS),
        ("User Scenarios & Testing _(mandatory)_", Topic.SCENARIOS),
        ("사용자 시나리오", Topic.SCENARIOS),
        ("Edge Cases", Topic.EDGE_CASES),
        ("边界情况", Topic.EDGE_CASES),
        ("Error Handling", Topic.EDGE_CASES),
        ("Key Entities *(include if feature involves data)*", Topic.KEY_ENTITIES),
        ("Success Criteria", Topic.SUCCESS),
        ("Clarifications", Topic.CLARIFICATIONS),
        ("Review & Acceptance Checklist", Topic.PROCESS),
        ("Requirement Completeness", Topic.PROCESS),
        ("Assumptions", Topic.ASIDE),
        ("Out of Scope", Topic.ASIDE),
        ("Songs", Topic.NONE),
    ],
)
def test_titles(title: str, wanted: Topic) -> None:
    assert topic_of_title(title) is wanted


def test_the_innermost_heading_that_says_something_decides() -> None:
    text = (
        "# Requirements of songs\n\n## Requirements\n\n### Key Entities\n\n### Songs\n\n# Songs\n"
    )
    found = [topic(each) for each in parse(SourceFile("a.md", text)).sections]
    assert found == [
        Topic.REQUIREMENTS,
        Topic.REQUIREMENTS,
        Topic.KEY_ENTITIES,
        Topic.REQUIREMENTS,
        Topic.NONE,
    ]
