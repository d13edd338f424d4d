"""How large a request may be."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST refuse request bodies of more than 64 KiB",
            [{"kind": "body_limit", "maximum": 65536}],
        ),
        ("System MUST limit payloads to 2MB", [{"kind": "body_limit", "maximum": 2097152}]),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("body_size", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST reject files larger than 10MB",
        "System MUST validate request bodies",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("body_size", text) == []
