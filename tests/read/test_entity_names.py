import pytest

from backwright.read.entity_names import Named, labelled, named


@pytest.mark.parametrize(
    ("heading", "name", "table"),
    [
        ("1. Product", "Product", ""),
        ("2.3 Order line", "Order line", ""),
        ("Entity: Task", "Task", ""),
        ("Entity 1: User", "User", ""),
        ("User (table users)", "User", "users"),
        ("User (`app_users`)", "User", "app_users"),
        ("Task Model", "Task", ""),
        ("Tasks Table", "Tasks", ""),
        ("`OrderLine`", "OrderLine", ""),
        ("Transaction (Extended)", "Transaction", ""),
        ("Session (Redis)", "Session", ""),
        ("🎯 Goal", "Goal", ""),
        ("Song - what is sung", "Song", ""),
    ],
)
def test_names(heading: str, name: str, table: str) -> None:
    assert named(heading) == Named(name, table)


@pytest.mark.parametrize(
    "heading",
    [
        "Validation Rules",
        "Relationships",
        "Fields",
        "Entity Relationship Diagram",
        "State Transitions",
        "Core Properties",
        "Existing Entities (Reference)",
        "How to keep a song in the book",
        "검증 규칙",
        "",
        "***",
        "; DROP TABLE x",
    ],
)
def test_other_headings_name_nothing(heading: str) -> None:
    assert named(heading).name == ""


def test_a_note_is_an_entity_only_as_a_heading() -> None:
    assert named("Note") == Named("Note")
    assert labelled("Note") == Named("")
    assert labelled("Order") == Named("Order")
