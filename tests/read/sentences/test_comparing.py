"""Words that compare."""

import pytest

from backwright.read.sentences.comparing import comparisons


@pytest.mark.parametrize(
    ("text", "operators"),
    [
        ("quantity at or below the level", ["<="]),
        ("less than or equal to", ["<="]),
        ("below or equal to", ["<="]),
        ("no more than", ["<="]),
        ("is below", ["<"]),
        ("fewer than", ["<"]),
        ("at least", [">="]),
        ("on or after today", [">="]),
        ("exceeds", [">"]),
        ("a <= b, c < d", ["<=", "<"]),
        ("a ≥ b", [">="]),
        ("pending -> placed, placed <- pending", []),
        ("belowground", []),
    ],
)
def test_the_longer_words_come_first(text: str, operators: list[str]) -> None:
    assert [each.operator for each in comparisons(text)] == operators
