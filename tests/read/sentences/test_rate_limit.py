"""How often somebody may ask."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("System MUST limit clients to 100 requests per minute", [{"maximum": 100, "seconds": 60}]),
        ("System MUST implement rate limiting", [{}]),
        (
            "System MUST allow at most 5 requests per 60-second window",
            [{"maximum": 5, "seconds": 60}],
        ),
        ("System MUST limit requests to 5 per minute", [{"maximum": 5, "seconds": 60}]),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("rate_limit", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST lock accounts after 5 attempts within 15 minutes: failed attempts",
        "System MUST list 5 books per page",
        "There is no rate limiting",
        "System MUST limit free users to 5 requests per minute",
        "System MUST limit sign-in attempts to 5 per minute",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("rate_limit", text) == []
