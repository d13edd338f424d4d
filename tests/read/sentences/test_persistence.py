"""That what was written stays."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("System MUST persist loans across restarts", [{"entity": "Loan"}]),
        ("System MUST store all data in a database", [{}]),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("persistence", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST persist the theme in the browser",
        "System MUST list books",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("persistence", text) == []
