"""What is logged."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("System MUST log all requests and errors", [{"value": "requests"}]),
        ("System MUST log all authentication events", [{"value": "events"}]),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("logging", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST let readers log in",
        "System MUST never log requests",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("logging", text) == []
