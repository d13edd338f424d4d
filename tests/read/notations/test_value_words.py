import pytest

from backwright.read.notations.value_words import bare, described, split, values


@pytest.mark.parametrize(
    "text",
    [
        "one of: a, b",
        "One of `a`, `b`",
        "enum('a', 'b')",
        "Enum [a, b]",
        "allowed values: a | b",
        "'a' | 'b'",
        "enum: a, b, default a",
        "in ('a', 'b')",
    ],
)
def test_listed(text: str) -> None:
    assert values(text) == ("a", "b")


@pytest.mark.parametrize("text", ["a, b", "required, unique", "", "one of them"])
def test_not_listed(text: str) -> None:
    assert values(text) == ()


def test_values_of_several_words_and_slashes() -> None:
    assert split("Not Started, In Progress or Done") == ("Not Started", "In Progress", "Done")
    assert split("on/off") == ("on", "off")


def test_at_the_end_of_a_description() -> None:
    assert described("State: draft, published") == ("draft", "published")
    assert described("Mood of the song (gay, sad)") == ("gay", "sad")
    assert described("The mood") == ()


def test_a_description_that_is_the_list_itself() -> None:
    assert described("EXPENSE, INCOME") == ("EXPENSE", "INCOME")
    assert described("pending | in_progress | done.") == ("pending", "in_progress", "done")
    assert described("The kind, see below") == ()


@pytest.mark.parametrize("text", ["`draft`", '"draft"', "DRAFT = 'draft'", "draft (the first)"])
def test_bare(text: str) -> None:
    assert bare(text) == "draft"


def test_parts_of_a_sentence_are_no_values() -> None:
    assert split("If provided, must be valid") == ()
    assert split("open, must_pay") == ("open", "must_pay")
