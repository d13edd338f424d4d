"""Numbers, durations and sizes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backwright.read.sentences.quantities import number, seconds, size_in_bytes


@pytest.mark.parametrize(("text", "expected"), [("50,000", 50000), ("0.5", 0.5), ("-3", -3)])
def test_numbers(text: str, expected: float) -> None:
    assert number(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15 minutes", 900),
        ("a 60-second window", 60),
        ("one hour", 3600),
        ("7 days", 604800),
        ("2 weeks", 1209600),
        ("15m", 900),
        ("soon", 0),
    ],
)
def test_durations(text: str, expected: int) -> None:
    assert seconds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("64 KiB", 65536), ("2MB", 2097152), ("1.5 MB", 1572864), ("512 bytes", 512), ("much", 0)],
)
def test_sizes(text: str, expected: int) -> None:
    assert size_in_bytes(text) == expected


@given(st.text())
def test_any_text_has_a_duration_and_a_size(text: str) -> None:
    assert seconds(text) >= 0
    assert size_in_bytes(text) >= 0
