"""Requests from other origins."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST enable CORS for https://library.example.org",
            [{"values": ("https://library.example.org",)}],
        ),
        ("System MUST allow cross-origin requests from CORS_ORIGINS", [{"value": "CORS_ORIGINS"}]),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("cors", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST NOT enable CORS",
        "System MUST list books",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("cors", text) == []
