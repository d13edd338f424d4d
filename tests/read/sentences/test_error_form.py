"""The form of errors."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST return consistent error responses with status code, message and details",
            [{"values": ("code", "message", "details")}],
        ),
        (
            "System MUST answer errors as RFC 9457 problem details",
            [{"value": "problem", "values": ("details",)}],
        ),
        (
            'System MUST return errors in format: {"error": "text", "code": "KEY"}',
            [{"value": '{"error": "text", "code": "KEY"}'}],
        ),
        (
            "System MUST return validation errors with field-level details",
            [{"values": ("details", "fields")}],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("error_form", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST log errors",
        "System MUST return books with details",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("error_form", text) == []
