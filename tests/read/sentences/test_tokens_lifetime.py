"""How long tokens are good."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Access tokens expire after 15 minutes and refresh tokens after 7 days",
            [
                {"kind": "token_lifetime", "seconds": 900, "value": "access"},
                {"kind": "token_lifetime", "seconds": 604800, "value": "refresh"},
            ],
        ),
        (
            "System MUST issue a token that is valid for 1 hour",
            [{"kind": "token_lifetime", "seconds": 3600, "value": "access"}],
        ),
        (
            "System MUST expire sessions after 24 hours of inactivity",
            [{"kind": "token_lifetime", "seconds": 86400, "value": "session"}],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("tokens_lifetime", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST answer within 2 seconds",
        "System MUST lend a book for 14 days",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("tokens_lifetime", text) == []
