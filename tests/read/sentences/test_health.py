"""Whether the service is up."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("System MUST provide a health check endpoint", [{}]),
        ("System MUST answer /health", [{}]),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("health", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST track the health of readers",
        "System MUST not offer a health check",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("health", text) == []
