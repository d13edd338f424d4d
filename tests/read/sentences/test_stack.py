"""What every emitted backend is made of."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("System MUST use FastAPI", [{"value": "framework"}]),
        ("System MUST use environment variables for secrets", [{"value": "environment"}]),
        ("System MUST use prepared statements for all queries", [{"value": "parameters"}]),
        ("System MUST serve the API under /api/v2", [{"value": "prefix", "values": ("/api/v2",)}]),
        ("System MUST store all times in UTC", [{"value": "utc"}]),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("stack", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST queue mails in Redis with async operations",
        "System MUST list books",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("stack", text) == []
