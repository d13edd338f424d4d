"""That inputs are checked."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("System MUST validate all request data before processing", [{}]),
        ("System MUST reject invalid input with clear messages", [{}]),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("validation", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST validate CSV files before the import",
        "System MUST not validate inputs",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("validation", text) == []
