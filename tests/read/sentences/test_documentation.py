"""Documentation that the backend serves."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("System MUST provide OpenAPI documentation", [{}]),
        ("System MUST auto-generate interactive documentation", [{}]),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("documentation", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST not publish API documentation",
        "System MUST list books",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("documentation", text) == []
