"""What asks for nothing of a backend."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST show a sidebar with icons",
            [{"value": "about screens, not about the backend"}],
        ),
        (
            "System MUST support dark and light themes",
            [{"value": "about screens, not about the backend"}],
        ),
        (
            "System MUST organize code by domain",
            [{"value": "about how the project is built, not about what the backend does"}],
        ),
        (
            "System MUST open a modal dialog with a button for books",
            [{"value": "about screens, not about the backend"}],
        ),
        (
            "The web client MUST show overdue loans in red",
            [{"value": "about screens, not about the backend"}],
        ),
        (
            "The profile page SHOULD show a picture of a reader",
            [{"value": "about screens, not about the backend"}],
        ),
        (
            "Responses MUST be sent within 300ms for 95% of requests",
            [{"value": "a goal that is measured in use"}],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("out_of_scope", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST list books",
        "Readers MUST only see their own loans in the dashboard",
        "System MUST return 404 when a book does not exist",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("out_of_scope", text) == []
